package dev.supporters.local.report;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;

import dev.supporters.local.night.NightOutcome;
import dev.supporters.local.night.Sighting;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.RefusalReason;
import dev.supporters.proto.events.activity.v1.ActionName;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.activity.v1.CallAccepted;
import dev.supporters.proto.events.activity.v1.CallArrived;
import dev.supporters.proto.events.activity.v1.CallCancelled;
import dev.supporters.proto.events.activity.v1.CallCommanded;
import dev.supporters.proto.events.activity.v1.CallCompleted;
import dev.supporters.proto.events.activity.v1.CallPickedUp;
import dev.supporters.proto.events.activity.v1.CallRefused;
import dev.supporters.proto.events.call.v1.CallEnded;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.call.v1.CallProgressed;
import dev.supporters.proto.events.call.v1.CallRequested;
import dev.supporters.proto.events.call.v1.CallSentToGeneral;
import dev.supporters.proto.events.location.v1.DriverReachable;
import dev.supporters.proto.events.location.v1.DriverUnreachable;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.move.v1.MoveChanged;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.events.routing.v1.CallRouted;
import dev.supporters.proto.events.routing.v1.RoutingEvent;
import dev.supporters.proto.events.settlement.v1.EntriesPosted;
import dev.supporters.proto.events.settlement.v1.SettlementEvent;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.proto.events.work.v1.WorkEnded;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.events.work.v1.WorkRested;
import dev.supporters.proto.events.work.v1.WorkResumed;
import dev.supporters.proto.move.v1.Move;
import dev.supporters.proto.move.v1.MoveState;
import dev.supporters.proto.settlement.v1.ClassTime;
import dev.supporters.proto.settlement.v1.LedgerEntry;
import dev.supporters.proto.settlement.v1.Statement;
import dev.supporters.proto.settlement.v1.TimeClass;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells the story of a night, event by event; times are seconds since nine in the evening. */
public final class Told {

    private static final Instant NINE = Instant.parse("2026-11-20T12:00:00Z");

    private final EventLog.Builder log = EventLog.builder();
    private final List<LegacyCallRecord> legacyCalls = new ArrayList<>();
    private final List<LegacyResult> legacyResults = new ArrayList<>();
    private final List<CheckedStatement> statements = new ArrayList<>();
    private final List<Sighting> sightings = new ArrayList<>();
    private final Map<String, String> customersCalls = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private int ids;

    /** One call driven by a supporter, one by a commission driver, one refused and cancelled; one work. Nothing is wrong. */
    public static Told cleanNight() {
        return new Told()
                .begun("work", "d", 0)
                .requested("c1", 10)
                .commanded("k1", "c1", "d", 10)
                .accepted("k1", "c1", "d", 15, true)
                .saw("c1", "d", 15)
                .result("c1", "d", "k1")
                .arrived("k1", "c1", "d", 100)
                .pickedUp("k1", "c1", "d", 130)
                .progressed(
                        "c1",
                        CallState.CALL_STATE_DRIVING,
                        DispatchPath.DISPATCH_PATH_SUPPORTERS,
                        130)
                .completed("k1", "c1", "d", 430)
                .ended(
                        "c1",
                        CallState.CALL_STATE_COMPLETED,
                        DispatchPath.DISPATCH_PATH_SUPPORTERS,
                        430)
                .requested("c2", 20)
                .sentToGeneral("c2", "NO_SUPPORTER", 20)
                .legacyCall("c2", "completed", "x", true)
                .ended(
                        "c2",
                        CallState.CALL_STATE_COMPLETED,
                        DispatchPath.DISPATCH_PATH_GENERAL,
                        900)
                .requested("c3", 500)
                .commanded("k3", "c3", "d", 500)
                .refused("k3", "c3", "d", 502)
                .sentToGeneral("c3", "REFUSED", 502)
                .legacyCall("c3", "cancelled", "", true)
                .ended(
                        "c3",
                        CallState.CALL_STATE_CANCELLED,
                        DispatchPath.DISPATCH_PATH_GENERAL,
                        700)
                .endedWork("work", "d", 1_000)
                .posted("work", "d", TimeClass.TIME_CLASS_WAITING, 15 + 570)
                .posted("work", "d", TimeClass.TIME_CLASS_TO_CUSTOMER, 115)
                .posted("work", "d", TimeClass.TIME_CLASS_DRIVING, 300);
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
        return new ReportInput(log.build(), legacyCalls, legacyResults, statements, outcome, 0);
    }

    public Told requested(String callId, int at) {
        customersCalls.put(callId, "WAITING");
        return call(
                CallEvent.newBuilder().setRequested(CallRequested.getDefaultInstance()),
                callId,
                at);
    }

    public Told knownToCustomer(String callId) {
        customersCalls.put(callId, "WAITING");
        return this;
    }

    public Told sentToGeneral(String callId, String reason, int at) {
        return call(
                CallEvent.newBuilder()
                        .setSentToGeneral(CallSentToGeneral.newBuilder().setReason(reason)),
                callId,
                at);
    }

    public Told progressed(String callId, CallState state, DispatchPath path, int at) {
        return call(
                CallEvent.newBuilder()
                        .setState(state)
                        .setProgressed(CallProgressed.newBuilder().setPath(path)),
                callId,
                at);
    }

    public Told ended(String callId, CallState state, DispatchPath path, int at) {
        return call(
                CallEvent.newBuilder()
                        .setState(state)
                        .setEnded(CallEnded.newBuilder().setPath(path)),
                callId,
                at);
    }

    private Told call(CallEvent.Builder event, String callId, int at) {
        return add(EventLog.CALLS, event.setCallId(callId).setEventTime(time(at)).build());
    }

    public Told routed(double latencyMillis) {
        return add(
                EventLog.ROUTING,
                RoutingEvent.newBuilder()
                        .setRouted(CallRouted.newBuilder().setLatencyMillis(latencyMillis))
                        .build());
    }

    public Told commanded(String commandId, String callId, String driverId, int at) {
        return activity(
                ActivityEvent.newBuilder()
                        .setActionName(ActionName.ACTION_NAME_CALL_COMMANDED)
                        .setCommanded(CallCommanded.getDefaultInstance()),
                commandId,
                callId,
                driverId,
                at);
    }

    public Told accepted(
            String commandId, String callId, String driverId, int at, boolean bySilence) {
        return activity(
                ActivityEvent.newBuilder()
                        .setActionName(ActionName.ACTION_NAME_CALL_ACCEPTED)
                        .setAccepted(CallAccepted.newBuilder().setBySilence(bySilence)),
                commandId,
                callId,
                driverId,
                at);
    }

    public Told refused(String commandId, String callId, String driverId, int at) {
        return activity(
                ActivityEvent.newBuilder()
                        .setActionName(ActionName.ACTION_NAME_CALL_REFUSED)
                        .setRefused(
                                CallRefused.newBuilder()
                                        .setReason(RefusalReason.REFUSAL_REASON_TOO_FAR)),
                commandId,
                callId,
                driverId,
                at);
    }

    public Told arrived(String commandId, String callId, String driverId, int at) {
        return activity(
                ActivityEvent.newBuilder().setArrived(CallArrived.getDefaultInstance()),
                commandId,
                callId,
                driverId,
                at);
    }

    public Told pickedUp(String commandId, String callId, String driverId, int at) {
        return activity(
                ActivityEvent.newBuilder().setPickedUp(CallPickedUp.getDefaultInstance()),
                commandId,
                callId,
                driverId,
                at);
    }

    public Told completed(String commandId, String callId, String driverId, int at) {
        return activity(
                ActivityEvent.newBuilder().setCompleted(CallCompleted.getDefaultInstance()),
                commandId,
                callId,
                driverId,
                at);
    }

    public Told cancelled(
            String commandId,
            String callId,
            String driverId,
            int at,
            CancellationReason reason,
            boolean accepted) {
        return activity(
                ActivityEvent.newBuilder()
                        .setCancelled(
                                CallCancelled.newBuilder()
                                        .setReason(reason)
                                        .setAfterAcceptance(accepted)),
                commandId,
                callId,
                driverId,
                at);
    }

    private Told activity(
            ActivityEvent.Builder event, String commandId, String callId, String driverId, int at) {
        return add(
                EventLog.ACTIVITY,
                event.setCommandId(commandId)
                        .setCallId(callId)
                        .setDriverId(driverId)
                        .setWorkId("work")
                        .setVersion(next(driverId))
                        .setEventTime(time(at))
                        .build());
    }

    public Told begun(String workId, String driverId, int at) {
        return work(
                WorkEvent.newBuilder().setBegun(WorkBegun.getDefaultInstance()),
                workId,
                driverId,
                at);
    }

    public Told rested(String workId, String driverId, int at) {
        return work(
                WorkEvent.newBuilder().setRested(WorkRested.getDefaultInstance()),
                workId,
                driverId,
                at);
    }

    public Told resumed(String workId, String driverId, int at) {
        return work(
                WorkEvent.newBuilder().setResumed(WorkResumed.getDefaultInstance()),
                workId,
                driverId,
                at);
    }

    public Told endedWork(String workId, String driverId, int at) {
        return work(
                WorkEvent.newBuilder().setEnded(WorkEnded.getDefaultInstance()),
                workId,
                driverId,
                at);
    }

    private Told work(WorkEvent.Builder event, String workId, String driverId, int at) {
        return add(
                EventLog.WORK,
                event.setWorkId(workId)
                        .setDriverId(driverId)
                        .setVersion(next(workId))
                        .setBusinessDate("2026-11-20")
                        .setEventTime(time(at))
                        .build());
    }

    public Told unreachable(String workId, int from, int to) {
        LocationEvent.Builder event = LocationEvent.newBuilder().setWorkId(workId);
        add(
                EventLog.LOCATIONS,
                event.setUnreachable(DriverUnreachable.getDefaultInstance())
                        .setEventTime(time(from))
                        .build());
        return add(
                EventLog.LOCATIONS,
                event.setReachable(DriverReachable.getDefaultInstance())
                        .setEventTime(time(to))
                        .build());
    }

    public Told moved(String workId, String driverId, String moveId, MoveState state, int at) {
        Move.Builder move =
                Move.newBuilder().setMoveId(moveId).setDriverId(driverId).setState(state);
        return add(
                EventLog.MOVES,
                MoveEvent.newBuilder()
                        .setEventTime(time(at))
                        .setChanged(
                                MoveChanged.newBuilder()
                                        .setWorkId(workId)
                                        .setMove(move.setVersion(next(moveId))))
                        .build());
    }

    public Told posted(String workId, String driverId, TimeClass timeClass, long seconds) {
        return add(
                EventLog.SETTLEMENT,
                SettlementEvent.newBuilder()
                        .setWorkId(workId)
                        .setDriverId(driverId)
                        .setPosted(
                                EntriesPosted.newBuilder()
                                        .addEntries(
                                                LedgerEntry.newBuilder()
                                                        .setTimeClass(timeClass)
                                                        .setSeconds(seconds)))
                        .build());
    }

    /** A statement of one class only, with the ledger's sums in it. */
    public Told statement(
            String workId,
            long paidSeconds,
            long paidMinutes,
            long wage,
            long earned,
            boolean same) {
        Statement.Builder statement =
                Statement.newBuilder()
                        .setWorkId(workId)
                        .setFinal(true)
                        .setPaidSeconds(paidSeconds)
                        .setPaidMinutes(paidMinutes)
                        .setHourlyWage(won(wage))
                        .setEarned(won(earned))
                        .setTotal(won(earned));
        Ledger.of(log.build().settlement())
                .of(workId)
                .forEach((timeClass, seconds) -> {
                    statement.addEntries(
                            LedgerEntry.newBuilder().setTimeClass(timeClass).setSeconds(seconds));
                    statement.addClasses(
                            ClassTime.newBuilder()
                                    .setTimeClass(timeClass)
                                    .setSeconds(seconds)
                                    .setPaid(true));
                });
        statements.add(new CheckedStatement(statement.build(), same));
        return this;
    }

    private static Money won(long amount) {
        return Money.newBuilder().setAmount(amount).setCurrency("KRW").build();
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
        sightings.add(new Sighting(callId, driverId, NINE.plusSeconds(at)));
        return this;
    }

    private long next(String key) {
        return versions.merge(key, 1L, Long::sum);
    }

    private Told add(String topic, Message event) {
        ids++;
        log.add(topic, "event-" + ids, event.toByteArray());
        return this;
    }

    private static Timestamp time(int at) {
        return Timestamp.newBuilder().setSeconds(NINE.getEpochSecond() + at).build();
    }
}
