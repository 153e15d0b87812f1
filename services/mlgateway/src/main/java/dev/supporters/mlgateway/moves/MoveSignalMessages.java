package dev.supporters.mlgateway.moves;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.dispatch.move.MovePlan;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.move.v1.MoveSignalEvent;
import dev.supporters.proto.events.move.v1.MoveSignalled;
import dev.supporters.proto.events.move.v1.RestAdvised;
import dev.supporters.proto.mlgateway.v1.MovePlanRecord;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A plan as signals. Their ids are made from the tick and the driver, so that the same tick gives the same ones. */
final class MoveSignalMessages {

    private static final String MODEL = "deficit@1";
    private static final String REST_MODEL = "rest@1";
    private static final String SIGNALLED = "supporters.move.signalled.v1";
    private static final String ADVISED = "supporters.move.rest-advised.v1";

    private MoveSignalMessages() {}

    /**
     * When signals end, and what places are called.
     *
     * @param slack a move expires so long after its expected way
     * @param name of a place; empty if it has none
     */
    record SignalTerms(
            Duration slack,
            Duration adviceLasts,
            Instant windowEnd,
            Function<Position, String> name) {}

    static List<Event> events(MovePlanRecord record, MovePlan plan, SignalTerms terms) {
        Instant now = Timestamps.instant(record.getPlanTime());
        List<Event> events = new ArrayList<>();
        for (MovePlan.Proposal proposal : plan.proposals()) {
            String driver = proposal.driver().value();
            Instant arrival = now.plusMillis((long) (proposal.seconds() * 1000));
            MoveSignalled signalled =
                    MoveSignalled.newBuilder()
                            .setMoveId(moveId(record, proposal.driver()))
                            .setDriverId(driver)
                            .setProduct(record.getProduct())
                            .setDestination(place(proposal.target(), terms.name()))
                            .setExpireTime(
                                    Timestamps.of(
                                            earliest(
                                                    arrival.plus(terms.slack()),
                                                    terms.windowEnd())))
                            .setModel(MODEL + "/" + record.getForecast())
                            .setSignalTime(record.getPlanTime())
                            .build();
            events.add(
                    event(
                            driver,
                            SIGNALLED,
                            MoveSignalEvent.newBuilder().setSignalled(signalled).build()));
        }
        for (DriverId driverId : plan.restAdvice()) {
            String driver = driverId.value();
            RestAdvised advised =
                    RestAdvised.newBuilder()
                            .setAdviceId(moveId(record, driverId))
                            .setDriverId(driver)
                            .setProduct(record.getProduct())
                            .setExpireTime(
                                    Timestamps.of(
                                            earliest(
                                                    now.plus(terms.adviceLasts()),
                                                    terms.windowEnd())))
                            .setModel(REST_MODEL)
                            .setSignalTime(record.getPlanTime())
                            .build();
            events.add(
                    event(
                            driver,
                            ADVISED,
                            MoveSignalEvent.newBuilder().setRestAdvised(advised).build()));
        }
        return events;
    }

    /** Of the move that may come of a driver's signal. */
    static String moveId(MovePlanRecord record, DriverId driver) {
        return "plan-" + product(record.getProduct()) + "-" + record.getTick() + "-" + driver;
    }

    private static String product(Product product) {
        return Integer.toString(product.getNumber());
    }

    /** A phone needs no more than five digits: about a metre. */
    private static Place place(Position target, Function<Position, String> name) {
        return Place.newBuilder()
                .setLat(String.format(Locale.ROOT, "%.5f", target.lat()))
                .setLng(String.format(Locale.ROOT, "%.5f", target.lng()))
                .setPoi(name.apply(target))
                .build();
    }

    private static Event event(String driver, String type, MoveSignalEvent payload) {
        return new Event(Topics.MOVE_SIGNALS, driver, type, payload);
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
