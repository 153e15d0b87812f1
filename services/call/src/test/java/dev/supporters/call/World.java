package dev.supporters.call;

import dev.supporters.call.activity.Projector;
import dev.supporters.call.adapter.mongo.CallMapper;
import dev.supporters.call.adapter.mongo.MongoCalls;
import dev.supporters.call.cancel.Cancellations;
import dev.supporters.call.general.GeneralReports;
import dev.supporters.call.general.Handover;
import dev.supporters.call.general.LegacySystem;
import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.Calls;
import dev.supporters.call.path.Commander;
import dev.supporters.call.path.Confirmations;
import dev.supporters.call.path.Decided;
import dev.supporters.call.path.PathFinder;
import dev.supporters.call.path.Requests;
import dev.supporters.call.path.Routing;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The service with everything around it faked: what each neighbour answers is set, what it is asked is kept. */
public final class World {

    public final TestClock clock = new TestClock();
    public final InMemoryAggregateStore<Call> documents =
            new InMemoryAggregateStore<>(new CallMapper());
    public final Calls calls = new MongoCalls(documents, new SimpleMeterRegistry());
    public final FakeRouting routing = new FakeRouting();
    public final FakeCommander commander = new FakeCommander();
    public final FakeLegacy legacy = new FakeLegacy();

    public final PathFinder paths = new PathFinder(calls, routing, commander, clock);
    public final Requests requests = new Requests(calls, paths);
    public final Confirmations confirmations = new Confirmations(calls, clock);
    public final Cancellations cancellations = new Cancellations(calls, commander, legacy, clock);
    public final GeneralReports reports = new GeneralReports(calls, commander);
    public final Projector projector = new Projector(calls, paths, commander);
    public final Handover handover = new Handover(calls, legacy);

    /** Stores a call as it is given. */
    public void have(Call call) {
        documents.change(call.id(), "", (current, version) -> Optional.of(Change.to(call)));
    }

    public Call call() {
        return calls.find(SampleCalls.ID).orElseThrow().value();
    }

    public List<CallEvent> told() {
        return documents.published().stream().map(event -> (CallEvent) event.payload()).toList();
    }

    public static Refusal unavailable() {
        return new Refusal(ErrorReason.ERROR_REASON_UNAVAILABLE, "down", "an answer");
    }

    /** Routing. */
    public static final class FakeRouting implements Routing {

        public final List<Versioned<Call>> asked = new ArrayList<>();
        private final List<Decided> decisions = new ArrayList<>();
        public Runnable meanwhile = () -> {};

        /** What it decides next; after that it fails. */
        public void decides(Decided decided) {
            decisions.add(decided);
        }

        @Override
        public synchronized Decided route(Versioned<Call> call) {
            asked.add(call);
            meanwhile.run();
            if (decisions.isEmpty()) {
                throw unavailable();
            }
            return decisions.removeFirst();
        }
    }

    /** Commander. */
    public static final class FakeCommander implements Commander {

        public final Map<String, Command> engaged = new HashMap<>();
        public final List<String> closed = new ArrayList<>();
        public final List<CancellationReason> cancelled = new ArrayList<>();
        public boolean down;
        public boolean pickedUp;
        public Runnable meanwhile = () -> {};

        @Override
        public synchronized Optional<Command> closeCall(String callId) {
            requireUp();
            if (!engaged.containsKey(callId)) {
                closed.add(callId);
            }
            return Optional.ofNullable(engaged.get(callId));
        }

        @Override
        public synchronized void cancel(String callId, CancellationReason reason) {
            requireUp();
            if (pickedUp) {
                throw new Refusal(ErrorReason.ERROR_REASON_CALL_PICKED_UP, callId, "earlier");
            }
            cancelled.add(reason);
            engaged.remove(callId);
            meanwhile.run();
        }

        private void requireUp() {
            if (down) {
                throw unavailable();
            }
        }
    }

    /** The legacy system. */
    public static final class FakeLegacy implements LegacySystem {

        public final List<Call> handedOver = new ArrayList<>();
        public final List<String> cancelled = new ArrayList<>();
        public boolean down;
        public boolean knows;
        public Cancelling answer = Cancelling.CANCELLED;

        @Override
        public void handOver(Call call) {
            requireUp();
            handedOver.add(call);
        }

        @Override
        public boolean knows(String callId) {
            requireUp();
            return knows;
        }

        @Override
        public Cancelling cancel(String callId, String customerId) {
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
