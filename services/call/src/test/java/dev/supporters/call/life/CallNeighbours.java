package dev.supporters.call.life;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.activity.CallCommands;
import dev.supporters.call.activity.CommandEvent;
import dev.supporters.call.general.GeneralDispatcher;
import dev.supporters.call.general.GeneralStatus;
import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.path.CommandArbiter;
import dev.supporters.call.path.PathDecision;
import dev.supporters.call.path.PathRouter;
import dev.supporters.contract.CallId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.testkit.states.Interruption;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Routing, commander and the legacy system as a call's neighbours. */
final class CallNeighbours {

    private static final Instant HOLD_ENDS = SampleCalls.NOW.plusSeconds(60);

    private final Interruption interruption;
    private final Router router = new Router();
    private final Arbiter arbiter = new Arbiter();
    private final General general = new General();
    private CommanderModel commander;
    private LegacyModel legacy;
    private Routing routing = Routing.FAILS;
    private boolean commanderUp = true;

    CallNeighbours(CommanderModel commander, LegacyModel legacy, Interruption interruption) {
        this.commander = commander;
        this.legacy = legacy;
        this.interruption = interruption;
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

    CommanderModel commander() {
        return commander;
    }

    void commander(CommanderModel next) {
        commander = next;
    }

    LegacyModel legacy() {
        return legacy;
    }

    void legacy(LegacyModel next) {
        legacy = next;
    }

    void routingDecides(Routing decides) {
        routing = decides;
    }

    void commanderAnswers(boolean answers) {
        commanderUp = answers;
    }

    PathRouter router() {
        return router;
    }

    Arbiter arbiter() {
        return arbiter;
    }

    GeneralDispatcher general() {
        return general;
    }

    /** An assignment that was under way for long comes to commander now. */
    void assignedLate() {
        if (!commander.closed() && commander.live().isEmpty()) {
            commander = commander.commanded(SampleCalls.NOW);
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

    final class Arbiter implements CommandArbiter, CallCommands {

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
