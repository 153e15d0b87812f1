package dev.supporters.move.proposal;

import dev.supporters.platform.refusal.Require;
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

/** The drivers' moves. */
@ApplicationScoped
public class Moves {

    private static final int SWEPT_AT_ONCE = 500;

    private final AggregateStore<DriverMoves> documents;
    private final DueMoves dueMoves;
    private final SignalMeter meter;
    private final Clock clock;
    private final Scheduler scheduler;
    private final Patience patience;

    Moves(
            AggregateStore<DriverMoves> documents,
            DueMoves dueMoves,
            SignalMeter meter,
            Clock clock,
            Scheduler scheduler,
            Patience patience) {
        this.documents = documents;
        this.dueMoves = dueMoves;
        this.meter = meter;
        this.clock = clock;
        this.scheduler = scheduler;
        this.patience = patience;
    }

    /** The driver's live move. */
    public Optional<Move> active(DriverId driverId, Product product) {
        MoveOrder.requireProduct(product);
        Instant now = clock.instant();
        return documents
                .find(driverId.value())
                .flatMap(found -> found.value().live())
                .filter(move -> move.order().product() == product && !move.order().expiredAt(now))
                .map(Move.class::cast);
    }

    /** The driver accepts or declines. */
    public Move answer(String requestId, DriverId driverId, String moveId, boolean accept) {
        Require.requestId(requestId);
        MoveOrder.requireMoveId(moveId);
        DriverMoves after =
                apply(
                        driverId,
                        requestId,
                        (moves, version) ->
                                moves.answered(moveId, accept, clock.instant(), version));
        return after.move(moveId).orElseThrow(() -> DriverMoves.notFound(moveId));
    }

    /** A pipeline wants a move. */
    public void signal(String eventId, DriverId driverId, MoveOrder order) {
        apply(
                driverId,
                eventId,
                (moves, version) -> {
                    Instant now = clock.instant();
                    return moves.signalled(order, now, patience.from(now), version);
                });
    }

    public void note(DriverId driverId, WorkStep step) {
        apply(driverId, "", (moves, version) -> moves.after(step, clock.instant(), version));
    }

    public void note(DriverId driverId, EngagementStep step) {
        apply(driverId, "", (moves, version) -> moves.after(step, clock.instant(), version));
    }

    /** Ends what is over; scheduler do so on time, and this after a restart. */
    public void sweep() {
        dueMoves.due(clock.instant(), SWEPT_AT_ONCE).forEach(this::timePassed);
    }

    private void timePassed(DriverId driverId) {
        apply(driverId, "", (moves, version) -> moves.at(clock.instant(), version));
    }

    private DriverMoves apply(DriverId driverId, String cause, Rule rule) {
        AtomicReference<Step> last = new AtomicReference<>();
        Optional<Versioned<DriverMoves>> stored =
                documents.react(
                        driverId.value(),
                        cause,
                        (current, version) -> {
                            DriverMoves before = current.orElse(DriverMoves.NOTHING);
                            Step step = rule.decide(before, version);
                            last.set(step);
                            return step.change(driverId, before);
                        });
        DriverMoves after = stored.map(Versioned::value).orElse(DriverMoves.NOTHING);
        Optional<Step> step = Optional.ofNullable(last.get());
        step.map(Step::signals).orElse(List.of()).forEach(meter::count);
        if (step.filter(s -> !s.changed().isEmpty() || s.next().waiting().isPresent())
                .isPresent()) {
            after.due().ifPresent(due -> scheduler.at(due, () -> timePassed(driverId)));
        }
        return after;
    }

    private interface Rule {
        Step decide(DriverMoves before, long version);
    }
}
