package dev.supporters.oracle;

import dev.supporters.oracle.NightHistory.LegacyCallRecord;
import dev.supporters.oracle.NightHistory.LegacyResult;
import dev.supporters.player.NightOutcome;
import dev.supporters.player.NightOutcome.SeenDestination;
import dev.supporters.player.PeopleFigures;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.events.routing.v1.CallRouted;
import dev.supporters.proto.events.routing.v1.RankingNotes;
import dev.supporters.proto.events.routing.v1.RoutingEvent;
import dev.supporters.proto.move.v1.MoveState;
import dev.supporters.proto.routing.v1.Decision;
import dev.supporters.proto.settlement.v1.BusinessDateState;
import dev.supporters.proto.settlement.v1.TimeClass;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A night written event by event; times are seconds since nine in the evening. */
public final class NightScript {

    private final ScriptedEvents events = new ScriptedEvents();
    private final ScriptedCalls calls = new ScriptedCalls(events);
    private final ScriptedActivity activity = new ScriptedActivity(events);
    private final ScriptedShifts work = new ScriptedShifts(events);
    private final ScriptedLedger ledger = new ScriptedLedger(events);
    private final List<LegacyCallRecord> legacyCalls = new ArrayList<>();
    private final List<LegacyResult> legacyResults = new ArrayList<>();
    private final List<SeenDestination> seenDestinations = new ArrayList<>();
    private final Map<String, String> customersCalls = new HashMap<>();
    private final List<ExportedFile> exports = new ArrayList<>();
    private final Map<String, Integer> general = new HashMap<>();
    private final ScriptedWaits waits = new ScriptedWaits();

    /** A night in which nothing is wrong. */
    public static NightScript cleanNight() {
        return CleanNight.script();
    }

    public NightHistory history() {
        NightOutcome outcome =
                new NightOutcome(
                        3,
                        0,
                        customersCalls,
                        Map.of(),
                        seenDestinations,
                        Map.of(),
                        List.of(),
                        PeopleFigures.NONE,
                        false,
                        Duration.ofSeconds(2));
        return new NightHistory(
                events.log(),
                legacyCalls,
                legacyResults,
                ledger.statements(),
                exports,
                outcome,
                0,
                waits.givenUp(),
                waits.conditions());
    }

    public NightScript requested(String callId, int at) {
        customersCalls.put(callId, "WAITING");
        calls.requested(callId, at);
        return this;
    }

    public NightScript knownToCustomer(String callId) {
        customersCalls.put(callId, "WAITING");
        return this;
    }

    /** Its customer saw that it was completed. */
    public NightScript sawEnd(String callId) {
        customersCalls.put(callId, "COMPLETED");
        return this;
    }

    public NightScript sentToGeneral(String callId, String reason, int at) {
        return sentToGeneral(callId, reason, at, at);
    }

    /** The service hears later of what took place. */
    public NightScript sentToGeneral(String callId, String reason, int at, int written) {
        general.putIfAbsent(callId, written);
        calls.sentToGeneral(callId, reason, at, written);
        return this;
    }

    public NightScript progressed(String callId, CallState state, DispatchPath path, int at) {
        calls.progressed(callId, state, path, at);
        return this;
    }

    public NightScript ended(String callId, CallState state, DispatchPath path, int at) {
        calls.ended(callId, state, path, at);
        return this;
    }

    public NightScript routed(double latencyMillis) {
        events.add(
                EventLog.ROUTING,
                RoutingEvent.newBuilder()
                        .setRouted(CallRouted.newBuilder().setLatencyMillis(latencyMillis))
                        .build());
        return this;
    }

    /** A decision for which supporters were ranked. */
    public NightScript ranked(String model, RankingNotes notes) {
        events.add(
                EventLog.ROUTING,
                RoutingEvent.newBuilder()
                        .setRouted(
                                CallRouted.newBuilder()
                                        .setDecision(Decision.newBuilder().setModel(model))
                                        .setRanking(notes))
                        .build());
        return this;
    }

    public NightScript commanded(String commandId, String callId, String driverId, int at) {
        activity.commanded(commandId, callId, driverId, at);
        return this;
    }

    public NightScript commanded(
            String commandId, String callId, String driverId, int at, int etaSeconds) {
        activity.commanded(commandId, callId, driverId, at, etaSeconds);
        return this;
    }

    public NightScript accepted(
            String commandId, String callId, String driverId, int at, boolean bySilence) {
        activity.accepted(commandId, callId, driverId, at, bySilence);
        return this;
    }

    public NightScript refused(String commandId, String callId, String driverId, int at) {
        activity.refused(commandId, callId, driverId, at);
        return this;
    }

    public NightScript arrived(String commandId, String callId, String driverId, int at) {
        activity.arrived(commandId, callId, driverId, at);
        return this;
    }

    public NightScript pickedUp(String commandId, String callId, String driverId, int at) {
        activity.pickedUp(commandId, callId, driverId, at);
        return this;
    }

    public NightScript completed(String commandId, String callId, String driverId, int at) {
        activity.completed(commandId, callId, driverId, at);
        return this;
    }

    public NightScript cancelled(
            String commandId,
            String callId,
            String driverId,
            int at,
            CancellationReason reason,
            boolean accepted) {
        activity.cancelled(commandId, callId, driverId, at, reason, accepted);
        return this;
    }

    public NightScript begun(String workId, String driverId, int at) {
        work.begun(workId, driverId, at);
        return this;
    }

    public NightScript rested(String workId, String driverId, int at) {
        work.rested(workId, driverId, at);
        return this;
    }

    public NightScript resumed(String workId, String driverId, int at) {
        work.resumed(workId, driverId, at);
        return this;
    }

    public NightScript endedWork(String workId, String driverId, int at) {
        work.endedWork(workId, driverId, at);
        return this;
    }

    public NightScript unreachable(String workId, int from, int to) {
        work.unreachable(workId, from, to);
        return this;
    }

    public NightScript moved(
            String workId, String driverId, String moveId, MoveState state, int at) {
        work.moved(workId, driverId, moveId, state, at);
        return this;
    }

    /** Advice to rest. */
    public NightScript advised(
            String workId, String driverId, String adviceId, MoveState state, int at) {
        work.advised(workId, driverId, adviceId, state, at);
        return this;
    }

    public NightScript posted(String workId, String driverId, TimeClass timeClass, long seconds) {
        ledger.posted(workId, driverId, timeClass, seconds);
        return this;
    }

    /** A statement of one class only, with the ledger's sums in it. */
    public NightScript statement(
            String workId,
            long paidSeconds,
            long paidMinutes,
            long wage,
            long earned,
            boolean same) {
        ledger.statement(workId, paidSeconds, paidMinutes, wage, earned, same);
        return this;
    }

    /** The file of the night's statements, and what settlement said of them. */
    public NightScript exported(int status, String text, Map<String, Long> totals) {
        exports.add(new ExportedFile("2026-11-20", status, text, totals, Set.of("open-shift")));
        return this;
    }

    public NightScript businessDate(BusinessDateState state) {
        ledger.businessDate(state);
        return this;
    }

    /** A closed date is corrected in a later statement. */
    public NightScript corrected(String workId, long amount) {
        ledger.corrected(workId, amount);
        return this;
    }

    /** One that was sent to general dispatch was handed over at that moment. */
    public NightScript legacyCall(
            String callId, String state, String driverId, boolean registered) {
        return legacyCall(
                callId, state, driverId, registered, Optional.ofNullable(general.get(callId)));
    }

    /** It was handed over then, or never. */
    public NightScript legacyCall(
            String callId,
            String state,
            String driverId,
            boolean registered,
            Optional<Integer> handedOver) {
        legacyCalls.add(
                new LegacyCallRecord(
                        callId,
                        state,
                        driverId,
                        registered,
                        handedOver.isPresent() ? 1 : 0,
                        handedOver.map(ScriptedEvents::instant)));
        return this;
    }

    /** What was given up, and what the services tell of waits. */
    public NightScript waits(Consumer<ScriptedWaits> script) {
        script.accept(waits);
        return this;
    }

    public NightScript result(String callId, String driverId, String commandId) {
        legacyResults.add(new LegacyResult(callId, driverId, commandId));
        return this;
    }

    public NightScript saw(String callId, String driverId, int at) {
        seenDestinations.add(new SeenDestination(callId, driverId, ScriptedEvents.instant(at)));
        return this;
    }
}
