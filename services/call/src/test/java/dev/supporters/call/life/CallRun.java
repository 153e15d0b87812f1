package dev.supporters.call.life;

import static dev.supporters.call.SampleCalls.COMMISSION_DRIVER;
import static dev.supporters.call.SampleCalls.ID;

import dev.supporters.call.CallDefaults;
import dev.supporters.call.SampleCalls;
import dev.supporters.call.activity.CallProjection;
import dev.supporters.call.activity.CommandEvent;
import dev.supporters.call.adapter.mongo.CallStores;
import dev.supporters.call.adapter.mongo.MongoCallRepository;
import dev.supporters.call.cancel.CancellationService;
import dev.supporters.call.followup.FollowUpSender;
import dev.supporters.call.followup.FollowUpService;
import dev.supporters.call.general.GeneralReport;
import dev.supporters.call.general.GeneralReportService;
import dev.supporters.call.life.CallNeighbours.Routing;
import dev.supporters.call.path.CallPolicies;
import dev.supporters.call.path.CallRequestService;
import dev.supporters.call.path.DispatchService;
import dev.supporters.call.path.RequestAdmission;
import dev.supporters.call.recovery.CallReconciliation;
import dev.supporters.call.recovery.GeneralReconciliation;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.testkit.DirectExecutor;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;
import dev.supporters.testkit.states.Interruption;
import dev.supporters.testkit.states.Operations;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The product's services, started from a state, with commander and the legacy system as their neighbours. */
final class CallRun implements Operations.Run<CallModelState> {

    static final String LEGACY = "legacy";
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
    private final CallDefaults config = new CallDefaults();
    private final TestClock clock = new TestClock();
    private final Map<String, Integer> heard;
    private final CallNeighbours neighbours;

    CallRun(CallModelState before) {
        this.before = before;
        neighbours = new CallNeighbours(before.commander(), before.legacy(), interruption);
        heard = before.heard();
        documents = before.stored().copy(interruption::point);
        calls =
                new MongoCallRepository(
                        documents, new InMemoryAggregateStore<>(CallStores.ERASURES), METERS);
        var arbiter = neighbours.arbiter();
        FollowUpSender sender = new FollowUpSender(neighbours.general(), arbiter);
        followUps = new FollowUpService(calls, sender, clock, config, new DirectExecutor(), METERS);
        // what a change begins is an operation of its own here: it may come at any time, and again
        FollowUpService later =
                new FollowUpService(
                        calls, sender, clock, config, new DirectExecutor(task -> {}), METERS);
        dispatch = new DispatchService(calls, neighbours.router(), arbiter, later, clock);
        requests =
                new CallRequestService(
                        calls,
                        new RequestAdmission(
                                new CallPolicies(clock),
                                new InMemoryAggregateStore<>(CallStores.CUSTOMER_CALLS),
                                calls,
                                clock),
                        dispatch,
                        clock);
        projection = new CallProjection(calls, dispatch, arbiter, arbiter, later);
        cancellations =
                new CancellationService(
                        calls, arbiter, neighbours.general(), projection, dispatch, later, clock);
        reports = new GeneralReportService(calls, arbiter, projection, later);
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
                        && neighbours.commander().equals(before.commander())
                        && neighbours.legacy().equals(before.legacy())
                        && heard.equals(before.heard());
        return same
                ? before
                : before.then(documents, neighbours.commander(), neighbours.legacy(), heard);
    }

    String request(Routing decides) {
        neighbours.routingDecides(decides);
        return answer(() -> requests.request(SampleCalls.order()));
    }

    /** Routing decides about calls that are held. */
    String held(Routing decides) {
        neighbours.routingDecides(decides);
        return answer(() ->
                calls.held(1)
                        .forEach(call -> dispatch.decided(call, neighbours.router().route(call))));
    }

    String holdEnds(boolean commanderAnswers) {
        neighbours.commanderAnswers(commanderAnswers);
        return answer(() -> calls.held(1).forEach(dispatch::endHold));
    }

    String recover(boolean commanderAnswers) {
        neighbours.commanderAnswers(commanderAnswers);
        return answer(() ->
                calls.requested(1)
                        .forEach(call -> dispatch.recover(call, neighbours.legacy().known())));
    }

    String cancel(String customerId, boolean commanderAnswers) {
        neighbours.commanderAnswers(commanderAnswers);
        return answer(() -> cancellations.cancel(ID, customerId));
    }

    /** An assignment that was under way for long comes to commander now. */
    String assignedLate() {
        neighbours.assignedLate();
        return "assigned";
    }

    /** The driver accepts, or silence does; commander asks the call first. */
    String accept() {
        if (!neighbours.commander().live(CommandEvent.Commanded.class)) {
            return "decided";
        }
        CommandEvent open = neighbours.commander().live().orElseThrow();
        boolean confirmed = requests.confirm(ID, CommanderModel.command(open.commandId()));
        interruption.point();
        if (neighbours.commander().live().filter(open::equals).isPresent()) {
            neighbours.commander(
                    neighbours
                            .commander()
                            .live(
                                    confirmed
                                            ? new CommandEvent.Accepted()
                                            : new CommandEvent.Cancelled(
                                                    CancellationReason
                                                            .CANCELLATION_REASON_WITHDRAWN),
                                    SampleCalls.NOW));
        }
        return "decided";
    }

    /** What the driver does, or silence without asking the call. */
    String driver(Class<? extends CommandEvent.Kind> expected, CommandEvent.Kind kind) {
        if (neighbours.commander().live(expected)) {
            neighbours.commander(neighbours.commander().live(kind, SampleCalls.NOW));
        }
        return "done";
    }

    /**
     * An event of a command arrives.
     *
     * @param place in the order of the command's events; the next one is heard now, others come again or too early
     */
    String hear(String commandId, int place, Routing decides) {
        neighbours.routingDecides(decides);
        CommandEvent event = neighbours.commander().of(commandId).get(place);
        return answer(() -> {
            projection.apply(commandId + "/" + place, event);
            if (place == before.heard(commandId)) {
                heard.put(commandId, place + 1);
            }
        });
    }

    /** Something happens to the call in the legacy system. */
    String legacy(GeneralReport.Step step) {
        if (neighbours.legacy().next().contains(step)) {
            neighbours.legacy(neighbours.legacy().and(step));
        }
        return "done";
    }

    /** The gateway hands the call over, as it does when nobody here answers. */
    String handedOverByGateway() {
        neighbours.legacy(neighbours.legacy().handedOver());
        return "done";
    }

    /** The legacy system reports, and repeats it until it has an answer. It gives up a call that has ended here, or is a supporter's. */
    String report(int place, boolean commanderAnswers) {
        neighbours.commanderAnswers(commanderAnswers);
        GeneralReport.Step step = neighbours.legacy().steps().get(place);
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
                        neighbours.legacy(neighbours.legacy().cancelled()); // a supporter has it
                    }
                });
        if (answer.equals("CALL_ENDED")) {
            neighbours.legacy(neighbours.legacy().cancelled());
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
                        neighbours.arbiter(),
                        new GeneralReconciliation(
                                calls, neighbours.general(), reports, followUps, clock),
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
}
