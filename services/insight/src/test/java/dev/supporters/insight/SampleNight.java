package dev.supporters.insight;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.contract.WorkId;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.Box;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.Membership;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.activity.v1.CallAccepted;
import dev.supporters.proto.events.activity.v1.CallArrived;
import dev.supporters.proto.events.activity.v1.CallCancelled;
import dev.supporters.proto.events.activity.v1.CallCompleted;
import dev.supporters.proto.events.call.v1.CallEnded;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.call.v1.CallRequested;
import dev.supporters.proto.events.call.v1.CallSentToGeneral;
import dev.supporters.proto.events.driver.v1.DriverEvent;
import dev.supporters.proto.events.driver.v1.DriverPut;
import dev.supporters.proto.events.policy.v1.PolicyPut;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.proto.events.work.v1.WorkEnded;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.events.work.v1.WorkRested;
import dev.supporters.proto.events.work.v1.WorkResumed;
import dev.supporters.proto.events.zone.v1.ZoneEvent;
import dev.supporters.proto.events.zone.v1.ZonesPlanned;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.zone.v1.Zone;
import dev.supporters.proto.zone.v1.ZoneBasis;
import dev.supporters.proto.zone.v1.ZoneCell;
import dev.supporters.proto.zone.v1.ZoneCellState;
import dev.supporters.proto.zone.v1.Zones;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Events of a Friday night in Seoul, and of other nights and regions. */
public final class SampleNight {

    public static final Product DRIVER = Product.PRODUCT_DRIVER;
    public static final LocalDate FRIDAY = LocalDate.parse("2026-11-20");

    /** 21:00 in Seoul. */
    public static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");

    private static final DemandCells CELLS = new DemandCells();

    private SampleNight() {}

    /** A moment of the night. */
    public static Instant at(int minute) {
        return BEGIN.plus(Duration.ofMinutes(minute));
    }

    public static PolicyPut seoul() {
        return policy("seoul", 37.2, 37.7);
    }

    /** Another version of Seoul's policy, in force at once. */
    public static PolicyPut version(long version) {
        PolicyPut.Builder put = seoul().toBuilder();
        put.getPolicyBuilder().setVersion(version);
        return put.build();
    }

    public static PolicyPut policy(String region, double south, double north) {
        return PolicyPut.newBuilder()
                .setPolicy(
                        Policy.newBuilder()
                                .setProduct(DRIVER)
                                .setRegion(region)
                                .setVersion(1)
                                .setBounds(
                                        Box.newBuilder()
                                                .setSouthWest(
                                                        Point.newBuilder()
                                                                .setLat(south)
                                                                .setLng(126.7))
                                                .setNorthEast(
                                                        Point.newBuilder()
                                                                .setLat(north)
                                                                .setLng(127.3)))
                                .setTimeZone("Asia/Seoul")
                                .setWindowBegin("21:00")
                                .setWindowLength(Timestamps.of(Duration.ofHours(4)))
                                .setHourlyWage(wage("KRW")))
                .build();
    }

    public static CallEvent requested(String callId, Instant time) {
        return requested(callId, time, "37.5");
    }

    public static CallEvent requested(String callId, Instant time, String lat) {
        return call(callId, time)
                .setState(CallState.CALL_STATE_REQUESTED)
                .setRequested(
                        CallRequested.newBuilder()
                                .setOrigin(Place.newBuilder().setLat(lat).setLng("127")))
                .build();
    }

    public static CallEvent general(String callId, Instant time, String reason) {
        return call(callId, time)
                .setState(CallState.CALL_STATE_GENERAL)
                .setSentToGeneral(CallSentToGeneral.newBuilder().setReason(reason))
                .build();
    }

    public static CallEvent ended(String callId, Instant time, CallState state, DispatchPath path) {
        return call(callId, time)
                .setState(state)
                .setEnded(CallEnded.newBuilder().setPath(path))
                .build();
    }

    public static ActivityEvent accepted(
            String callId, String driverId, Instant time, boolean bySilence) {
        return activity(callId, driverId, time)
                .setAccepted(CallAccepted.newBuilder().setBySilence(bySilence))
                .build();
    }

    public static ActivityEvent arrived(String callId, String driverId, Instant time) {
        return activity(callId, driverId, time).setArrived(CallArrived.newBuilder()).build();
    }

    public static ActivityEvent completed(String callId, String driverId, Instant time) {
        return activity(callId, driverId, time).setCompleted(CallCompleted.newBuilder()).build();
    }

    public static ActivityEvent cancelled(
            String callId, String driverId, Instant time, boolean afterAcceptance) {
        return activity(callId, driverId, time)
                .setCancelled(CallCancelled.newBuilder().setAfterAcceptance(afterAcceptance))
                .build();
    }

    public static WorkEvent begun(String driverId, Instant time) {
        return begun(driverId, time, "KRW");
    }

    public static WorkEvent begun(String driverId, Instant time, String currency) {
        return work(driverId, 1, time)
                .setBegun(
                        WorkBegun.newBuilder()
                                .setHourlyWage(wage(currency))
                                .setLocation(Point.newBuilder().setLat(37.5).setLng(127)))
                .build();
    }

    /** A begin in a zone. */
    public static WorkEvent begunIn(String zoneId, String driverId, Instant time) {
        WorkEvent.Builder begun = begun(driverId, time).toBuilder();
        begun.getBegunBuilder().setZoneId(zoneId);
        return begun.build();
    }

    /** A plan in which one zone of Seoul has the cell around a place; valid for five minutes. */
    public static ZoneEvent zones(String zoneId, Instant time, double lat) {
        long cell = CELLS.cell(new Position(lat, 127));
        ZoneCell.Builder open =
                ZoneCell.newBuilder()
                        .setCell(Long.toHexString(cell))
                        .setState(ZoneCellState.ZONE_CELL_STATE_OPEN);
        CELLS.boundary(cell).forEach(corner -> open.addBoundary(corner.toProto()));
        return event(
                time,
                plan(time, ZoneBasis.ZONE_BASIS_ZONES)
                        .addZones(Zone.newBuilder().setZoneId(zoneId).addCells(open)));
    }

    /** A plan by which the region applies. */
    public static ZoneEvent noZones(Instant time) {
        return event(time, plan(time, ZoneBasis.ZONE_BASIS_SWITCHED_OFF));
    }

    public static WorkEvent rested(String driverId, long version, Instant time) {
        return work(driverId, version, time).setRested(WorkRested.newBuilder()).build();
    }

    public static WorkEvent resumed(String driverId, long version, Instant time) {
        return work(driverId, version, time).setResumed(WorkResumed.newBuilder()).build();
    }

    public static WorkEvent ended(String driverId, long version, Instant time) {
        return work(driverId, version, time).setEnded(WorkEnded.newBuilder()).build();
    }

    public static DriverEvent member(String driverId, ActivityMode mode) {
        return member(driverId, mode, 1);
    }

    public static DriverEvent member(String driverId, ActivityMode mode, long version) {
        return DriverEvent.newBuilder()
                .setPut(
                        DriverPut.newBuilder()
                                .setDriver(
                                        Driver.newBuilder()
                                                .setDriverId(driverId)
                                                .setVersion(version)
                                                .addMemberships(
                                                        Membership.newBuilder()
                                                                .setProduct(DRIVER)
                                                                .setRegion("seoul")
                                                                .setMode(mode))))
                .build();
    }

    private static Zones.Builder plan(Instant time, ZoneBasis basis) {
        return Zones.newBuilder()
                .setProduct(DRIVER)
                .setRegion("seoul")
                .setVersion(time.getEpochSecond())
                .setPlanTime(Timestamps.of(time))
                .setExpireTime(Timestamps.of(time.plus(Duration.ofMinutes(5))))
                .setBasis(basis);
    }

    private static ZoneEvent event(Instant time, Zones.Builder zones) {
        return ZoneEvent.newBuilder()
                .setEventTime(Timestamps.of(time))
                .setPlanned(ZonesPlanned.newBuilder().setZones(zones))
                .build();
    }

    private static Money wage(String currency) {
        return Money.newBuilder().setAmount(14_000).setCurrency(currency).build();
    }

    private static CallEvent.Builder call(String callId, Instant time) {
        return CallEvent.newBuilder()
                .setCallId(new CallId(callId).value())
                .setProduct(DRIVER)
                .setVersion(1)
                .setEventTime(Timestamps.of(time));
    }

    private static ActivityEvent.Builder activity(String callId, String driverId, Instant time) {
        return ActivityEvent.newBuilder()
                .setDriverId(driverId)
                .setCallId(callId)
                .setCommandId(callId + "/1")
                .setProduct(DRIVER)
                .setWorkId(workId(driverId))
                .setBusinessDate(FRIDAY.toString())
                .setEventTime(Timestamps.of(time));
    }

    private static WorkEvent.Builder work(String driverId, long version, Instant time) {
        return WorkEvent.newBuilder()
                .setDriverId(driverId)
                .setWorkId(workId(driverId))
                .setProduct(DRIVER)
                .setRegion("seoul")
                .setBusinessDate(FRIDAY.toString())
                .setVersion(version)
                .setEventTime(Timestamps.of(time));
    }

    private static String workId(String driverId) {
        return WorkId.of(new DriverId(driverId), DRIVER, FRIDAY).value();
    }
}
