package dev.supporters.call.life;

import static dev.supporters.call.SampleCalls.COMMISSION_DRIVER;
import static dev.supporters.call.SampleCalls.ID;

import dev.supporters.call.CallDefaults;
import dev.supporters.call.DirectExecutor;
import dev.supporters.call.SampleCalls;
import dev.supporters.call.activity.CallCommands;
import dev.supporters.call.activity.CallProjection;
import dev.supporters.call.activity.CommandEvent;
import dev.supporters.call.adapter.mongo.MongoCallRepository;
import dev.supporters.call.cancel.CancellationService;
import dev.supporters.call.followup.FollowUpSender;
import dev.supporters.call.followup.FollowUpService;
import dev.supporters.call.general.GeneralDispatcher;
import dev.supporters.call.general.GeneralReport;
import dev.supporters.call.general.GeneralReportService;
import dev.supporters.call.general.GeneralStatus;
import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.path.CallRequestService;
import dev.supporters.call.path.CommandArbiter;
import dev.supporters.call.path.DispatchService;
import dev.supporters.call.path.PathDecision;
import dev.supporters.call.path.PathRouter;
import dev.supporters.call.recovery.CallReconciliation;
import dev.supporters.call.recovery.GeneralReconciliation;
import dev.supporters.contract.CallId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;
import dev.supporters.testkit.states.Interruption;
import dev.supporters.testkit.states.Operations;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The product's services, started from a state, with commander and the legacy system as their neighbours. */
final class CallRun implements Operations.Run<CallModelState> {

    static final String LEGACY = "legacy";
    private static final Instant HOLD_ENDS = SampleCalls.NOW.plusSeconds(60);
    private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();

    private final CallModelState before;
    private final Interruption interruption = new Interruption();
    private final InMemoryAggregateStore<Call> documents;
    private final CallRepository calls;
    private final DispatchService dispatch;
    private final CallRequestService requests;
    private final CancellationService cancellations;
    private final GeneralReportService reports;
    private final CallProjection projection;
    private final FollowUpService followUps;
    private final General general = new General();
    private final Arbiter arbiter = new Arbiter();
    private final CallDefaults config = new CallDefaults();
    private final TestClock clock = new TestClock();
    private final Map<String, Integer> heard;
    private CommanderModel commander;
    private LegacyModel legacy;
    private Routing routing = Routing.FAILS;
    private boolean commanderUp = true;

    CallRun(CallModelState before) {
        this.before = before;
        commander = before.commander();
        legacy = before.legacy();
        heard = before.heard();
        documents = before.stored().copy(interruption::point);
        calls = new MongoCallRepository(documents, METERS);
        FollowUpSender sender = new FollowUpSender(general, arbiter);
        followUps = new FollowUpService(calls, sender, clock, config, new DirectExecutor(), METERS);
        // what a change begins is an operation of its own here: it may come at any time, and again
        FollowUpService later =
                new FollowUpService(
                        calls, sender, clock, config, new DirectExecutor(task -> {}), METERS);
        dispatch = new DispatchService(calls, new Router(), arbiter, later, clock);
        requests = new CallRequestService(calls, dispatch, clock);
        projection = new CallProjection(calls, dispatch, arbiter, arbiter, later);
        cancellations =
                new CancellationService(
                        calls, arbiter, general, projection, dispatch, later, clock);
        reports = new GeneralReportService(calls, arbiter, projection, later);
    }

    /** What routing does when it is asked. */
    enum Routing {
        SUPPORTER,
        /** It commands a supporter, and its answer is lost. */
        SUPPORTER_UNHEARD,
        HOLD,
        GENERAL,
        FAILS
    }

    @Override
    public Interruption interruption() {
        return interruption;
    }

    @Override
    public CallModelState stored() {
        boolean same =
                documents.published().isEmpty()
                        && interruption.passed() == 0
                        && commander.equals(before.commander())
                        && legacy.equals(before.legacy())
                        && heard.equals(before.heard());
        return same ? before : before.then(documents, commander, legacy, heard);
    }

    String request(Routing decides) {
        routing = decides;
        return answer(() -> requests.request(SampleCalls.order()));
    }

    /** Routing decides about calls that are held. */
    String held(Routing decides) {
        routing = decides;
        return answer(() ->
                calls.held(1).forEach(call -> dispatch.decided(call, new Router().route(call))));
    }

    String holdEnds(boolean commanderAnswers) {
        commanderUp = commanderAnswers;
        return answer(() -> calls.held(1).forEach(dispatch::endHold));
    }

    String recover(boolean commanderAnswers) {
        commanderUp = commanderAnswers;
        return answer(
                () -> calls.requested(1).forEach(call -> dispatch.recover(call, legacy.known())));
    }

    String cancel(String customerId, boolean commanderAnswers) {
        commanderUp = commanderAnswers;
        return answer(() -> cancellations.cancel(ID, customerId));
    }

    /** An assignment that was under way for long comes to commander now. */
    String assignedLate() {
        if (!commander.closed() && commander.live().isEmpty()) {
            commander = commander.commanded(SampleCalls.NOW);
        }
        return "assigned";
    }

    /** The driver accepts, or silence does; commander asks the call first. */
    String accept() {
        if (!commander.live(CommandEvent.Commanded.class)) {
            return "decided";
        }
        CommandEvent open = commander.live().orElseThrow();
        boolean confirmed = requests.confirm(ID, CommanderModel.command(open.commandId()));
        interruption.point();
        if (commander.live().filter(open::equals).isPresent()) {
            commander =
                    commander.live(
                            confirmed
                                    ? new CommandEvent.Accepted()
                                    : new CommandEvent.Cancelled(
                                            CancellationReason.CANCELLATION_REASON_WITHDRAWN),
                            SampleCalls.NOW);
        }
        return "decided";
    }

    /** What the driver does, or silence without asking the call. */
    String driver(Class<? extends CommandEvent.Kind> expected, CommandEvent.Kind kind) {
        if (commander.live(expected)) {
            commander = commander.live(kind, SampleCalls.NOW);
        }
        return "done";
    }

    /**
     * An event of a command arrives.
     *
     * @param place in the order of the command's events; the next one is heard now, others come again or too early
     */
    String hear(String commandId, int place, Routing decides) {
        routing = decides;
        CommandEvent event = commander.of(commandId).get(place);
        return answer(() -> {
            projection.apply(commandId + "/" + place, event);
            if (place == before.heard(commandId)) {
                heard.put(commandId, place + 1);
            }
        });
    }

    /** Something happens to the call in the legacy system. */
    String legacy(GeneralReport.Step step) {
        if (legacy.next().contains(step)) {
            legacy = legacy.and(step);
        }
        return "done";
    }

    /** The gateway hands the call over, as it does when nobody here answers. */
    String handedOverByGateway() {
        legacy = legacy.handedOver();
        return "done";
    }

    /** The legacy system reports, and repeats it until it has an answer. It gives up a call that has ended here, or is a supporter's. */
    String report(int place, boolean commanderAnswers) {
        commanderUp = commanderAnswers;
        GeneralReport.Step step = legacy.steps().get(place);
        var report =
                new GeneralReport(
                        "r" + place,
                        ID,
                        step,
                        step.ofDriver() ? Optional.of(COMMISSION_DRIVER) : Optional.empty(),
                        SampleCalls.NOW);
        String answer =
                answer(() -> {
                    Call call = reports.report(report).value();
                    if (!call.commandId().isEmpty()) {
                        legacy = legacy.cancelled(); // a supporter has it
                    }
                });
        if (answer.equals("CALL_ENDED")) {
            legacy = legacy.cancelled();
        }
        if (!answer.equals("UNAVAILABLE") && place == before.heard(LEGACY)) {
            heard.put(LEGACY, place + 1);
        }
        return answer;
    }

    /** What commander or the legacy system tells is lost on its way. */
    String lose(String whose) {
        heard.put(whose, before.heard(whose) + 1);
        return "lost";
    }

    /** Others are told what they must know of the call. */
    String followUp() {
        return answer(() -> calls.find(ID).ifPresent(followUps::begin));
    }

    /** The call has not changed for long. */
    String reconcile() {
        clock.advance(Duration.ofHours(1));
        CallReconciliation reconciliation =
                new CallReconciliation(
                        calls,
                        projection,
                        arbiter,
                        new GeneralReconciliation(calls, general, reports, followUps, clock),
                        clock,
                        clock,
                        config,
                        METERS);
        return answer(reconciliation::sweep);
    }

    private static String answer(Runnable operation) {
        try {
            operation.run();
            return "done";
        } catch (Refusal refusal) {
            return refusal.reasonName();
        }
    }

    private static Refusal unavailable() {
        return new Refusal(ErrorReason.ERROR_REASON_UNAVAILABLE, "no answer", "an answer");
    }

    private final class Router implements PathRouter {

        @Override
        public PathDecision route(Versioned<Call> call) {
            interruption.point();
            PathDecision decision =
                    switch (routing) {
                        case SUPPORTER -> supporter();
                        case SUPPORTER_UNHEARD -> {
                            supporter();
                            throw unavailable();
                        }
                        case HOLD -> new PathDecision.Held(HOLD_ENDS, List.of());
                        case GENERAL -> new PathDecision.ToGeneral("NO_SUPPORTER", List.of(), true);
                        case FAILS -> throw unavailable();
                    };
            interruption.point();
            return decision;
        }

        @Override
        public Map<CallId, PathDecision> routeHeld(List<Versioned<Call>> held) {
            throw new UnsupportedOperationException("not asked: each call is routed alone");
        }

        private PathDecision supporter() {
            if (commander.closed()) {
                return new PathDecision.ToGeneral("CALL_CLOSED", List.of(), true);
            }
            assignedLate();
            return new PathDecision.Assigned(commander.liveCommand().orElseThrow(), List.of());
        }
    }

    private final class Arbiter implements CommandArbiter, CallCommands {

        @Override
        public Optional<Command> closeCall(CallId callId) {
            interruption.point();
            requireUp();
            Optional<Command> live = commander.liveCommand();
            if (live.isEmpty()) {
                commander = commander.closedNow();
            }
            interruption.point();
            return live;
        }

        @Override
        public boolean cancel(CallId callId, CancellationReason reason) {
            interruption.point();
            requireUp();
            if (commander.live(CommandEvent.PickedUp.class)) {
                throw new Refusal(
                        ErrorReason.ERROR_REASON_CALL_PICKED_UP, callId.value(), "earlier");
            }
            boolean engaged = commander.live().isPresent();
            if (engaged) {
                commander = commander.live(new CommandEvent.Cancelled(reason), SampleCalls.NOW);
            }
            interruption.point();
            return engaged;
        }

        @Override
        public List<CommandEvent> of(Collection<CallId> callIds) {
            interruption.point();
            requireUp();
            List<CommandEvent> newest = commander.newest();
            interruption.point();
            return newest;
        }

        private void requireUp() {
            if (!commanderUp) {
                throw unavailable();
            }
        }
    }

    private final class General implements GeneralDispatcher {

        @Override
        public void handOver(Call call) {
            interruption.point();
            legacy = legacy.handedOver();
            interruption.point();
        }

        @Override
        public Optional<GeneralStatus> status(CallId callId) {
            return legacy.status();
        }

        @Override
        public List<CallOrder> unregistered(Instant since) {
            throw new UnsupportedOperationException("not asked: calls are taken in elsewhere");
        }

        @Override
        public boolean knows(CallId callId) {
            return legacy.known();
        }

        @Override
        public CancelOutcome cancel(CallId callId, String customerId) {
            interruption.point();
            CancelOutcome outcome = legacy.cancelOutcome();
            legacy = legacy.cancelled();
            interruption.point();
            return outcome;
        }
    }
}
