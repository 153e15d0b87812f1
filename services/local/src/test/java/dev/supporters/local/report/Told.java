package dev.supporters.local.report;

import dev.supporters.local.night.NightOutcome;
import dev.supporters.local.night.Sighting;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.events.routing.v1.CallRouted;
import dev.supporters.proto.events.routing.v1.RoutingEvent;
import dev.supporters.proto.move.v1.MoveState;
import dev.supporters.proto.settlement.v1.TimeClass;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells the story of a night, event by event; times are seconds since nine in the evening. */
public final class Told {

    private final ToldEvents events = new ToldEvents();
    private final ToldCalls calls = new ToldCalls(events);
    private final ToldActivity activity = new ToldActivity(events);
    private final ToldWork work = new ToldWork(events);
    private final ToldLedger ledger = new ToldLedger(events);
    private final List<LegacyCallRecord> legacyCalls = new ArrayList<>();
    private final List<LegacyResult> legacyResults = new ArrayList<>();
    private final List<Sighting> sightings = new ArrayList<>();
    private final Map<String, String> customersCalls = new HashMap<>();

    /** A night in which nothing is wrong. */
    public static Told cleanNight() {
        return CleanNight.told();
    }

    public ReportInput input() {
        NightOutcome outcome =
                new NightOutcome(
                        3,
                        0,
                        customersCalls,
                        Map.of(),
                        sightings,
                        Map.of(),
                        List.of(),
                        false,
                        Duration.ofSeconds(2));
        return new ReportInput(
                events.log(), legacyCalls, legacyResults, ledger.statements(), outcome, 0);
    }

    public Told requested(String callId, int at) {
        customersCalls.put(callId, "WAITING");
        calls.requested(callId, at);
        return this;
    }

    public Told knownToCustomer(String callId) {
        customersCalls.put(callId, "WAITING");
        return this;
    }

    public Told sentToGeneral(String callId, String reason, int at) {
        calls.sentToGeneral(callId, reason, at);
        return this;
    }

    public Told progressed(String callId, CallState state, DispatchPath path, int at) {
        calls.progressed(callId, state, path, at);
        return this;
    }

    public Told ended(String callId, CallState state, DispatchPath path, int at) {
        calls.ended(callId, state, path, at);
        return this;
    }

    public Told routed(double latencyMillis) {
        events.add(
                EventLog.ROUTING,
                RoutingEvent.newBuilder()
                        .setRouted(CallRouted.newBuilder().setLatencyMillis(latencyMillis))
                        .build());
        return this;
    }

    public Told commanded(String commandId, String callId, String driverId, int at) {
        activity.commanded(commandId, callId, driverId, at);
        return this;
    }

    public Told accepted(
            String commandId, String callId, String driverId, int at, boolean bySilence) {
        activity.accepted(commandId, callId, driverId, at, bySilence);
        return this;
    }

    public Told refused(String commandId, String callId, String driverId, int at) {
        activity.refused(commandId, callId, driverId, at);
        return this;
    }

    public Told arrived(String commandId, String callId, String driverId, int at) {
        activity.arrived(commandId, callId, driverId, at);
        return this;
    }

    public Told pickedUp(String commandId, String callId, String driverId, int at) {
        activity.pickedUp(commandId, callId, driverId, at);
        return this;
    }

    public Told completed(String commandId, String callId, String driverId, int at) {
        activity.completed(commandId, callId, driverId, at);
        return this;
    }

    public Told cancelled(
            String commandId,
            String callId,
            String driverId,
            int at,
            CancellationReason reason,
            boolean accepted) {
        activity.cancelled(commandId, callId, driverId, at, reason, accepted);
        return this;
    }

    public Told begun(String workId, String driverId, int at) {
        work.begun(workId, driverId, at);
        return this;
    }

    public Told rested(String workId, String driverId, int at) {
        work.rested(workId, driverId, at);
        return this;
    }

    public Told resumed(String workId, String driverId, int at) {
        work.resumed(workId, driverId, at);
        return this;
    }

    public Told endedWork(String workId, String driverId, int at) {
        work.endedWork(workId, driverId, at);
        return this;
    }

    public Told unreachable(String workId, int from, int to) {
        work.unreachable(workId, from, to);
        return this;
    }

    public Told moved(String workId, String driverId, String moveId, MoveState state, int at) {
        work.moved(workId, driverId, moveId, state, at);
        return this;
    }

    public Told posted(String workId, String driverId, TimeClass timeClass, long seconds) {
        ledger.posted(workId, driverId, timeClass, seconds);
        return this;
    }

    /** A statement of one class only, with the ledger's sums in it. */
    public Told statement(
            String workId,
            long paidSeconds,
            long paidMinutes,
            long wage,
            long earned,
            boolean same) {
        ledger.statement(workId, paidSeconds, paidMinutes, wage, earned, same);
        return this;
    }

    public Told legacyCall(String callId, String state, String driverId, boolean registered) {
        legacyCalls.add(new LegacyCallRecord(callId, state, driverId, registered));
        return this;
    }

    public Told result(String callId, String driverId, String commandId) {
        legacyResults.add(new LegacyResult(callId, driverId, commandId));
        return this;
    }

    public Told saw(String callId, String driverId, int at) {
        sightings.add(new Sighting(callId, driverId, ToldEvents.instant(at)));
        return this;
    }
}
