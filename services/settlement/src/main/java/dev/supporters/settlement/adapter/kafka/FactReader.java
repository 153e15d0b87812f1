package dev.supporters.settlement.adapter.kafka;

import dev.supporters.contract.WorkId;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.move.v1.MoveKind;
import dev.supporters.settlement.pay.Fact;
import dev.supporters.settlement.pay.PayTerms;

import java.time.Instant;
import java.util.Optional;

/** Reads from events what the pay of a shift depends on; empty for events on which it does not. */
final class FactReader {

    private FactReader() {}

    static Optional<Fact> read(String id, WorkEvent event) {
        Instant time = Timestamps.instant(event.getEventTime());
        return switch (event.getEventCase()) {
            case BEGUN ->
                    Optional.of(
                            new Fact.Begun(
                                    id,
                                    time,
                                    event.getProduct(),
                                    WorkId.businessDate(event.getBusinessDate()),
                                    new PayTerms(
                                            event.getBegun().getHourlyWage().getAmount(),
                                            event.getBegun().getHourlyWage().getCurrency(),
                                            event.getBegun().getRestPaid()),
                                    event.getBegun().getZoneCell(),
                                    event.getRegion(),
                                    windowEnd(event.getBegun())));
            case RESTED ->
                    Optional.of(new Fact.Rested(id, time, event.getVersion(), previous(event)));
            case RESUMED ->
                    Optional.of(new Fact.Resumed(id, time, event.getVersion(), previous(event)));
            case ENDING ->
                    Optional.of(
                            new Fact.WindowEnded(id, time, event.getVersion(), previous(event)));
            case ENDED ->
                    Optional.of(new Fact.Ended(id, time, event.getVersion(), previous(event)));
            case EVENT_NOT_SET -> Optional.empty();
        };
    }

    private static Optional<Instant> windowEnd(WorkBegun begun) {
        return begun.hasWindowEndTime()
                ? Optional.of(Timestamps.instant(begun.getWindowEndTime()))
                : Optional.empty();
    }

    static Optional<Fact> read(String id, ActivityEvent event) {
        Instant time = Timestamps.instant(event.getEventTime());
        return switch (event.getEventCase()) {
            case ACCEPTED ->
                    Optional.of(
                            new Fact.Accepted(id, time, event.getCommandId(), event.getCallId()));
            case PICKED_UP -> Optional.of(new Fact.PickedUp(id, time, event.getCommandId()));
            case COMPLETED, CANCELLED ->
                    Optional.of(new Fact.DriveOver(id, time, event.getCommandId()));
            case COMMANDED, REFUSED, ARRIVED, EVENT_NOT_SET -> Optional.empty();
        };
    }

    /** Events of older versions do not name it; theirs are consecutive. */
    private static long previous(WorkEvent event) {
        return event.getPreviousVersion() > 0 ? event.getPreviousVersion() : event.getVersion() - 1;
    }

    static Optional<Fact> read(String id, LocationEvent event) {
        Instant time = Timestamps.instant(event.getEventTime());
        return switch (event.getEventCase()) {
            case UNREACHABLE -> Optional.of(new Fact.Unreachable(id, time));
            case REACHABLE -> Optional.of(new Fact.Reachable(id, time));
            case REPORTED, EVENT_NOT_SET -> Optional.empty();
        };
    }

    static Optional<Fact> read(String id, MoveEvent event) {
        Instant time = Timestamps.instant(event.getEventTime());
        String moveId = event.getChanged().getMove().getMoveId();
        if (event.getChanged().getMove().getKind() == MoveKind.MOVE_KIND_REST) {
            return Optional.empty(); // nobody goes anywhere; the rest itself is a fact of the shift
        }
        return switch (event.getChanged().getMove().getState()) {
            case MOVE_STATE_ACCEPTED -> Optional.of(new Fact.MoveBegun(id, time, moveId));
            case MOVE_STATE_DECLINED,
                    MOVE_STATE_EXPIRED,
                    MOVE_STATE_SUPERSEDED,
                    MOVE_STATE_ARRIVED ->
                    Optional.of(new Fact.MoveOver(id, time, moveId));
            case MOVE_STATE_PROPOSED, MOVE_STATE_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }
}
