package dev.supporters.move.proposal;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.WorkStep;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Versioned;
import dev.supporters.platform.time.Scheduler;
import dev.supporters.proto.common.v1.Product;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Proposes moves to drivers, takes their answers, and ends what is over. */
@ApplicationScoped
public class ProposalService {

    private static final int SWEPT_AT_ONCE = 500;

    private final AggregateStore<DriverMoves> documents;
    private final DueMovesRepository dueMoves;
    private final SignalMetrics metrics;
    private final Clock clock;
    private final Scheduler scheduler;
    private final WaitLimit waitLimit;

    ProposalService(
            AggregateStore<DriverMoves> documents,
            DueMovesRepository dueMoves,
            SignalMetrics metrics,
            Clock clock,
            Scheduler scheduler,
            WaitLimit waitLimit) {
        this.documents = documents;
        this.dueMoves = dueMoves;
        this.metrics = metrics;
        this.clock = clock;
        this.scheduler = scheduler;
        this.waitLimit = waitLimit;
    }

    /** The driver's active move. */
    public Optional<Move> active(DriverId driverId, Product product) {
        Instant now = clock.instant();
        return documents
                .find(driverId.value())
                .flatMap(found -> found.value().active())
                .filter(move -> move.signal().product() == product && !move.signal().expiredAt(now))
                .map(Move.class::cast);
    }

    /** The driver accepts or declines. */
    public Move answer(String requestId, DriverId driverId, String moveId, boolean accept) {
        DriverMoves after =
                update(
                        driverId,
                        requestId,
                        (moves, version) ->
                                moves.answered(moveId, accept, clock.instant(), version));
        return after.move(moveId).orElseThrow(() -> DriverMoves.notFound(moveId));
    }

    /** A pipeline wants a move. */
    public void signal(String eventId, DriverId driverId, MoveSignal signal) {
        update(
                driverId,
                eventId,
                (moves, version) -> {
                    Instant now = clock.instant();
                    return moves.signalled(signal, now, waitLimit.after(now), version);
                });
    }

    public void apply(WorkStep step) {
        update(
                step.driverId(),
                "",
                (moves, version) -> moves.after(step, clock.instant(), version));
    }

    public void apply(EngagementStep step) {
        update(
                step.driverId(),
                "",
                (moves, version) -> moves.after(step, clock.instant(), version));
    }

    /** Ends what is over. The scheduler does it on time; this does it after a restart. */
    public void sweep() {
        dueMoves.due(clock.instant(), SWEPT_AT_ONCE).forEach(this::timePassed);
    }

    private void timePassed(DriverId driverId) {
        update(driverId, "", (moves, version) -> moves.at(clock.instant(), version));
    }

    private DriverMoves update(DriverId driverId, String cause, Rule rule) {
        AtomicReference<MoveTransition> last = new AtomicReference<>();
        Optional<Versioned<DriverMoves>> stored =
                documents.react(
                        driverId.value(),
                        cause,
                        (current, version) -> {
                            DriverMoves before = current.orElse(DriverMoves.NOTHING);
                            MoveTransition transition = rule.decide(before, version);
                            last.set(transition);
                            return transition.change(driverId, before);
                        });
        DriverMoves after = stored.map(Versioned::value).orElse(DriverMoves.NOTHING);
        Optional<MoveTransition> transition = Optional.ofNullable(last.get());
        transition.map(MoveTransition::signals).orElse(List.of()).forEach(metrics::count);
        if (transition
                .filter(t -> !t.changed().isEmpty() || t.next().waiting().isPresent())
                .isPresent()) {
            after.due().ifPresent(due -> scheduler.at(due, () -> timePassed(driverId)));
        }
        return after;
    }

    private interface Rule {
        MoveTransition decide(DriverMoves before, long version);
    }
}
