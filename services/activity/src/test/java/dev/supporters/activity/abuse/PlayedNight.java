package dev.supporters.activity.abuse;

import dev.supporters.contract.WorkId;
import dev.supporters.contract.WorkStep;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.activity.v1.CallAccepted;
import dev.supporters.proto.events.activity.v1.CallArrived;
import dev.supporters.proto.events.activity.v1.CallCancelled;
import dev.supporters.proto.events.activity.v1.CallCommanded;
import dev.supporters.proto.events.activity.v1.CallCompleted;
import dev.supporters.proto.events.activity.v1.CallPickedUp;
import dev.supporters.proto.events.activity.v1.CallRefused;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.call.v1.CallRequested;
import dev.supporters.proto.events.location.v1.DriverReachable;
import dev.supporters.proto.events.location.v1.DriverUnreachable;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.location.v1.LocationReported;
import dev.supporters.proto.events.move.v1.MoveChanged;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.proto.events.work.v1.WorkEnded;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.move.v1.Move;
import dev.supporters.proto.move.v1.MoveKind;
import dev.supporters.proto.move.v1.MoveState;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Events of a night, as the topics tell them. They can be applied in any order. */
final class PlayedNight {

    static final LocalDate DATE = LocalDate.of(2026, 11, 20);

    /** 21:00 in Seoul. */
    static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");

    static final NightKey KEY = new NightKey(Product.PRODUCT_DRIVER, "seoul", DATE);

    /** An origin; a degree of latitude is 111 km. */
    static final double LAT = 37.5;

    static final double LNG = 127.0;

    private final List<Consumer<CollectedFacts>> events = new ArrayList<>();

    static Instant at(double minutes) {
        return BEGIN.plusMillis(Math.round(minutes * 60_000));
    }

    /** Works from the window's begin to its end. */
    PlayedNight works(String driver) {
        work(driver, 1, 0, event -> event.setBegun(WorkBegun.getDefaultInstance()));
        work(driver, 9, 240, event -> event.setEnded(WorkEnded.getDefaultInstance()));
        return this;
    }

    private void work(
            String driver, long version, double minute, Consumer<WorkEvent.Builder> what) {
        WorkEvent.Builder event =
                WorkEvent.newBuilder()
                        .setDriverId(driver)
                        .setWorkId(workId(driver))
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setRegion("seoul")
                        .setBusinessDate(DATE.toString())
                        .setVersion(version)
                        .setEventTime(Timestamps.of(at(minute)));
        what.accept(event);
        WorkStep step = WorkStep.read(event.build()).orElseThrow();
        events.add(facts -> facts.apply(step));
    }

    /** Stands at a place and reports each half minute. */
    PlayedNight stands(String driver, double from, double to, double lat) {
        for (double minute = from; minute < to; minute += .5) {
            LocationEvent event =
                    location(driver, minute)
                            .setReported(
                                    LocationReported.newBuilder()
                                            .setLocation(
                                                    Point.newBuilder().setLat(lat).setLng(LNG)))
                            .build();
            events.add(facts -> facts.apply(event));
        }
        return this;
    }

    PlayedNight dark(String driver, double from, double to) {
        LocationEvent gone =
                location(driver, from)
                        .setUnreachable(DriverUnreachable.getDefaultInstance())
                        .build();
        LocationEvent back =
                location(driver, to).setReachable(DriverReachable.getDefaultInstance()).build();
        events.add(facts -> facts.apply(gone));
        events.add(facts -> facts.apply(back));
        return this;
    }

    private static LocationEvent.Builder location(String driver, double minute) {
        return LocationEvent.newBuilder()
                .setDriverId(driver)
                .setWorkId(workId(driver))
                .setEventTime(Timestamps.of(at(minute)));
    }

    PlayedNight requested(String call, double minute, int meters) {
        CallEvent event =
                CallEvent.newBuilder()
                        .setCallId(call)
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setCustomerId("c")
                        .setEventTime(Timestamps.of(at(minute)))
                        .setRequested(
                                CallRequested.newBuilder()
                                        .setOrigin(origin())
                                        .setDistanceMeters(meters))
                        .build();
        events.add(facts -> facts.requested(event));
        return this;
    }

    PlayedNight refuses(String driver, String call, double minute) {
        commanded(driver, call, minute);
        step(driver, call, minute + .05, e -> e.setRefused(CallRefused.getDefaultInstance()));
        return this;
    }

    PlayedNight accepts(String driver, String call, double minute) {
        commanded(driver, call, minute);
        step(driver, call, minute + .05, e -> e.setAccepted(CallAccepted.getDefaultInstance()));
        return this;
    }

    PlayedNight customerCancels(String driver, String call, double minute) {
        step(
                driver,
                call,
                minute,
                e ->
                        e.setCancelled(
                                CallCancelled.newBuilder()
                                        .setAfterAcceptance(true)
                                        .setReason(
                                                CancellationReason.CANCELLATION_REASON_CUSTOMER)));
        return this;
    }

    PlayedNight drives(String driver, String call, double arrived, double pickedUp, double over) {
        step(driver, call, arrived, e -> e.setArrived(CallArrived.getDefaultInstance()));
        step(driver, call, pickedUp, e -> e.setPickedUp(CallPickedUp.getDefaultInstance()));
        step(driver, call, over, e -> e.setCompleted(CallCompleted.getDefaultInstance()));
        return this;
    }

    PlayedNight answersMove(String driver, String move, double minute, MoveState state) {
        MoveChanged changed =
                MoveChanged.newBuilder()
                        .setWorkId(workId(driver))
                        .setMove(
                                Move.newBuilder()
                                        .setMoveId(move)
                                        .setDriverId(driver)
                                        .setKind(MoveKind.MOVE_KIND_PLACE)
                                        .setState(state))
                        .build();
        events.add(facts -> facts.apply(changed, at(minute)));
        return this;
    }

    private void commanded(String driver, String call, double minute) {
        step(
                driver,
                call,
                minute,
                e -> e.setCommanded(CallCommanded.newBuilder().setOrigin(origin())));
    }

    private void step(
            String driver, String call, double minute, Consumer<ActivityEvent.Builder> what) {
        ActivityEvent.Builder event =
                ActivityEvent.newBuilder()
                        .setDriverId(driver)
                        .setCallId(call)
                        .setCommandId(driver + "/" + call)
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setWorkId(workId(driver))
                        .setBusinessDate(DATE.toString())
                        .setEventTime(Timestamps.of(at(minute)));
        what.accept(event);
        ActivityEvent built = event.build();
        events.add(facts -> facts.apply(built));
    }

    private static Place origin() {
        return Place.newBuilder().setLat(Double.toString(LAT)).setLng(Double.toString(LNG)).build();
    }

    private static String workId(String driver) {
        return WorkId.ofStored(driver + "-driver-" + DATE).value();
    }

    CollectedFacts facts() {
        CollectedFacts facts = new CollectedFacts();
        events.forEach(event -> event.accept(facts));
        return facts;
    }

    /** As they may come: in another order, each of them twice. */
    CollectedFacts shuffledFacts(long seed) {
        List<Consumer<CollectedFacts>> shuffled = new ArrayList<>(events);
        shuffled.addAll(events);
        Collections.shuffle(shuffled, new Random(seed));
        CollectedFacts facts = new CollectedFacts();
        shuffled.forEach(event -> event.accept(facts));
        return facts;
    }

    static Duration minutes(double minutes) {
        return Duration.between(BEGIN, at(minutes));
    }
}
