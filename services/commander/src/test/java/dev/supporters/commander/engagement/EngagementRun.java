package dev.supporters.commander.engagement;

import static dev.supporters.commander.Samples.TOO_FAR;
import static dev.supporters.commander.Samples.anyRequest;
import static dev.supporters.commander.Samples.call;
import static dev.supporters.commander.Samples.driver;
import static dev.supporters.commander.Samples.order;

import dev.supporters.commander.adapter.mongo.MongoSlotRepository;
import dev.supporters.commander.engagement.AssignmentService.Assignment;
import dev.supporters.commander.slot.CallClaim;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.CommandKey;
import dev.supporters.commander.slot.DriveRule.DriveStep;
import dev.supporters.commander.slot.ShiftEvent;
import dev.supporters.commander.watch.WatcherRegistry;
import dev.supporters.contract.GeneralDrives;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;
import dev.supporters.testkit.states.Interruption;
import dev.supporters.testkit.states.Operations;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import java.time.Instant;
import java.util.function.Supplier;

/** The product's services, started from a state. */
final class EngagementRun implements Operations.Run<EngagementState> {

    static final WatcherRegistry WATCHERS = new WatcherRegistry(new SimpleMeterRegistry());
    private static final CommandMetrics METRICS = new CommandMetrics(new SimpleMeterRegistry());

    private final EngagementState before;
    private final Interruption interruption = new Interruption();
    private final InMemoryAggregateStore<CallClaim> documents;
    private final AssignmentService assignments;
    private final AnswerService answers;
    private final DriveService drives;
    private final SlotService slots;
    private Instant now;
    private CallSays callSays = CallSays.YES;

    EngagementRun(EngagementState before) {
        this.before = before;
        now = before.now();
        documents = before.stored().copy(interruption::point);
        var repository = new MongoSlotRepository(documents, WATCHERS);
        var general = new GeneralDrives(new TestClock(now));
        var clock = new MillisClock(new TestClock(now));
        assignments = new AssignmentService(repository, general, clock, METRICS);
        answers = new AnswerService(repository, this::confirmed, general, clock, METRICS);
        drives = new DriveService(repository, answers, clock, METRICS);
        slots = new SlotService(repository);
    }

    /** What the call says when it is asked whether its command may be accepted. */
    enum CallSays {
        YES,
        NO,
        NOTHING
    }

    @Override
    public Interruption interruption() {
        return interruption;
    }

    @Override
    public EngagementState stored() {
        boolean same = interruption.passed() == 0 && now.equals(before.now());
        return same ? before : before.then(documents, now, interruption.happened());
    }

    String later() {
        now = before.later();
        return "later";
    }

    String assign(String callId, String... drivers) {
        return answer(() ->
                switch (assignments.assign(order(callId, drivers))) {
                    case Assignment.Given given -> given.command().commandId();
                    case Assignment.NoneFree none -> "none free";
                    case Assignment.CallClosed closed -> "closed";
                });
    }

    String accept(String driverId, String callId, CallSays says) {
        callSays = says;
        return answer(
                () -> answers.accept(driver(driverId), CommandKey.of("", callId), anyRequest()));
    }

    String refuse(String driverId, String callId) {
        return answer(() ->
                answers.refuse(driver(driverId), CommandKey.of("", callId), TOO_FAR, anyRequest()));
    }

    /** The timer of a command rings, its sweep comes, or somebody else's: they know the command as it was given. */
    String silence(String driverId, String commandId, CallSays says) {
        callSays = says;
        return answer(() -> {
            answers.silence(driver(driverId), commandId);
            return "heard";
        });
    }

    /** The call has not answered for so long that it is not asked any more. */
    String silenceUnconfirmed(String driverId, String commandId) {
        return answer(() -> {
            answers.silenceUnconfirmed(driver(driverId), commandId);
            return "heard";
        });
    }

    String step(String driverId, String callId, DriveStep step, CallSays says) {
        callSays = says;
        return answer(() -> drives.step(driver(driverId), call(callId), step, anyRequest()));
    }

    String cancel(String callId, CancellationReason reason) {
        return answer(() -> {
            drives.cancel(call(callId), reason);
            return "cancelled, or there was nobody";
        });
    }

    String close(String callId) {
        return answer(() -> assignments.close(call(callId)).map(Command::commandId).orElse("yes"));
    }

    String pause(String driverId) {
        return answer(() -> slots.pause(driver(driverId), slots.newestShift(driver(driverId))));
    }

    String unpause(String driverId) {
        return answer(() -> slots.unpause(driver(driverId), slots.newestShift(driver(driverId))));
    }

    String closeSlot(ShiftEvent begin) {
        return answer(() -> slots.close(begin.step().driverId(), begin.step().workId()).toString());
    }

    String apply(ShiftEvent event) {
        return answer(() -> {
            slots.apply(event);
            return "applied";
        });
    }

    private boolean confirmed(Command command) {
        interruption.point();
        CallSays said = callSays;
        interruption.point();
        return switch (said) {
            case YES -> true;
            case NO -> false;
            case NOTHING ->
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_UNAVAILABLE, "no answer", "an answer");
        };
    }

    /** The answer, without the version; a refusal is answered with its reason. */
    private static String answer(Supplier<?> operation) {
        try {
            Object answer = operation.get();
            return answer instanceof String text ? text : "done";
        } catch (Refusal refusal) {
            return refusal.reasonName();
        }
    }
}
