package dev.supporters.call;

import dev.supporters.call.activity.CallCommands;
import dev.supporters.call.activity.CallProjection;
import dev.supporters.call.activity.CommandEvent;
import dev.supporters.call.adapter.mongo.CallStores;
import dev.supporters.call.adapter.mongo.MongoCallRepository;
import dev.supporters.call.cancel.CancellationService;
import dev.supporters.call.erasure.Erasure;
import dev.supporters.call.erasure.ErasureService;
import dev.supporters.call.followup.FollowUpSender;
import dev.supporters.call.followup.FollowUpService;
import dev.supporters.call.general.GeneralDispatcher;
import dev.supporters.call.general.GeneralReportService;
import dev.supporters.call.general.GeneralStatus;
import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.Call.DispatchPath;
import dev.supporters.call.life.CallOrder;
import dev.supporters.call.life.CallRepository;
import dev.supporters.call.path.CallPolicies;
import dev.supporters.call.path.CallRequestService;
import dev.supporters.call.path.CommandArbiter;
import dev.supporters.call.path.CustomerCalls;
import dev.supporters.call.path.DispatchService;
import dev.supporters.call.path.PathDecision;
import dev.supporters.call.path.PathRouter;
import dev.supporters.call.path.RequestAdmission;
import dev.supporters.contract.CallId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.UnexpectedAnswer;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.testkit.DirectExecutor;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** The service with everything around it faked: what each neighbour answers is set, what it is asked is kept. */
public final class ServiceFixture {

    public final TestClock clock = new TestClock();
    public final InMemoryAggregateStore<Call> documents =
            new InMemoryAggregateStore<>(CallStores.CALLS);
    public final InMemoryAggregateStore<Erasure> erasures =
            new InMemoryAggregateStore<>(CallStores.ERASURES);
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final CallRepository calls = new MongoCallRepository(documents, erasures, meters);
    public final FakeRouter router = new FakeRouter();
    public final FakeCommander commander = new FakeCommander();
    public final FakeLegacy legacy = new FakeLegacy();

    /** Runs at once, so that what a change begins is done when the change is. */
    public final ExecutorService threads = new DirectExecutor();

    public final CallDefaults config = new CallDefaults();
    public final FollowUpService followUps =
            new FollowUpService(
                    calls, new FollowUpSender(legacy, commander), clock, config, threads, meters);
    public final DispatchService dispatch =
            new DispatchService(calls, router, commander, followUps, clock);
    public final CallPolicies policies = new CallPolicies(clock);
    public final InMemoryAggregateStore<CustomerCalls> customers =
            new InMemoryAggregateStore<>(CallStores.CUSTOMER_CALLS);
    public final CallRequestService requests =
            new CallRequestService(
                    calls,
                    new RequestAdmission(policies, customers, calls, clock),
                    dispatch,
                    clock);
    public final ErasureService erasing = new ErasureService(calls, erasures, clock);
    public final CallProjection projection =
            new CallProjection(calls, dispatch, commander, commander, followUps);
    public final CancellationService cancellations =
            new CancellationService(
                    calls, commander, legacy, projection, dispatch, followUps, clock);
    public final GeneralReportService reports =
            new GeneralReportService(calls, commander, projection, followUps);

    /** Stores a call as it is given. */
    public void have(Call call) {
        documents.change(call.id().value(), "", (current, version) -> Optional.of(Change.to(call)));
    }

    public Call call() {
        return calls.find(SampleCalls.ID).orElseThrow().value();
    }

    /** How long calls that got this path were without one, all together. */
    public Duration pathWait(DispatchPath path) {
        Timer timer =
                meters.get("supporters_call_path_wait_seconds").tag("path", path.name()).timer();
        return Duration.ofMillis((long) timer.totalTime(TimeUnit.MILLISECONDS));
    }

    public List<CallEvent> told() {
        return documents.published().stream().map(event -> (CallEvent) event.payload()).toList();
    }

    public static Refusal unavailable() {
        return new Refusal(ErrorReason.ERROR_REASON_UNAVAILABLE, "down", "an answer");
    }

    /** Routing. */
    public static final class FakeRouter implements PathRouter {

        public final List<Versioned<Call>> asked = new ArrayList<>();
        public final List<Versioned<Call>> askedHeld = new ArrayList<>();
        private final List<PathDecision> decisions = new ArrayList<>();
        private final Map<CallId, PathDecision> held = new HashMap<>();
        public boolean downForHeld;
        public Runnable meanwhile = () -> {};

        /** What it decides next; after that it fails. */
        public void decides(PathDecision decision) {
            decisions.add(decision);
        }

        /** What it decides about a held call; about any other it says nothing. */
        public void decidesHeld(CallId callId, PathDecision decision) {
            held.put(callId, decision);
        }

        @Override
        public synchronized Map<CallId, PathDecision> routeHeld(List<Versioned<Call>> calls) {
            if (downForHeld) {
                throw unavailable();
            }
            askedHeld.addAll(calls);
            meanwhile.run();
            return Map.copyOf(held);
        }

        @Override
        public synchronized PathDecision route(Versioned<Call> call) {
            asked.add(call);
            meanwhile.run();
            if (decisions.isEmpty()) {
                throw unavailable();
            }
            return decisions.removeFirst();
        }
    }

    /** Commander. */
    public static final class FakeCommander implements CommandArbiter, CallCommands {

        public final Map<CallId, Command> engaged = new HashMap<>();

        /** The newest event of each command, as commander knows it. */
        public final List<CommandEvent> history = new ArrayList<>();

        public final List<CallId> askedOf = new ArrayList<>();

        /** The driver was freed before. */
        public boolean freesNobody;

        public final List<CallId> closed = new ArrayList<>();
        public final List<CancellationReason> cancelled = new ArrayList<>();
        public boolean down;
        public boolean pickedUp;
        public Runnable meanwhile = () -> {};

        @Override
        public synchronized Optional<Command> closeCall(CallId callId) {
            requireUp();
            if (!engaged.containsKey(callId)) {
                closed.add(callId);
            }
            return Optional.ofNullable(engaged.get(callId));
        }

        @Override
        public synchronized boolean cancel(CallId callId, CancellationReason reason) {
            requireUp();
            if (pickedUp) {
                throw new Refusal(
                        ErrorReason.ERROR_REASON_CALL_PICKED_UP, callId.value(), "earlier");
            }
            cancelled.add(reason);
            engaged.remove(callId);
            meanwhile.run();
            return !freesNobody;
        }

        @Override
        public synchronized List<CommandEvent> of(Collection<CallId> callIds) {
            requireUp();
            askedOf.addAll(callIds);
            return history.stream().filter(event -> callIds.contains(event.callId())).toList();
        }

        private void requireUp() {
            if (down) {
                throw unavailable();
            }
        }
    }

    /** The legacy system. */
    public static final class FakeLegacy implements GeneralDispatcher {

        public final List<CallOrder> unregistered = new ArrayList<>();
        public final List<Instant> askedSince = new ArrayList<>();
        public final List<CallId> asked = new ArrayList<>();
        public final List<Call> handedOver = new ArrayList<>();
        public final List<String> cancelled = new ArrayList<>();
        public final Map<CallId, Integer> answers = new HashMap<>();
        public final Map<CallId, GeneralStatus> statuses = new HashMap<>();
        public boolean down;
        public boolean knows;
        public CancelOutcome answer = CancelOutcome.CANCELLED;
        public Runnable meanwhile = () -> {};

        /** Answers with the status it has for this call, if any. */
        @Override
        public synchronized void handOver(Call call) {
            requireUp();
            asked.add(call.id());
            if (answers.containsKey(call.id())) {
                throw answer(call.id(), answers.get(call.id()));
            }
            handedOver.add(call);
            meanwhile.run();
        }

        /** As the client of the legacy system's API has it. */
        private static Refusal answer(CallId callId, int status) {
            return switch (status) {
                case 400, 422 ->
                        Refusal.invalid("call", callId + ", status " + status, "another call");
                default -> UnexpectedAnswer.of("legacy", status);
            };
        }

        @Override
        public List<CallOrder> unregistered(Instant since) {
            requireUp();
            askedSince.add(since);
            return unregistered.stream()
                    .filter(order -> !order.createTime().isBefore(since))
                    .toList();
        }

        @Override
        public boolean knows(CallId callId) {
            requireUp();
            return knows;
        }

        @Override
        public synchronized Optional<GeneralStatus> status(CallId callId) {
            requireUp();
            asked.add(callId);
            if (answers.containsKey(callId)) {
                throw answer(callId, answers.get(callId));
            }
            return Optional.ofNullable(statuses.get(callId));
        }

        @Override
        public CancelOutcome cancel(CallId callId, String customerId) {
            requireUp();
            cancelled.add(callId + "/" + customerId);
            return answer;
        }

        private void requireUp() {
            if (down) {
                throw unavailable();
            }
        }
    }
}
