package dev.supporters.move.proposal;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.WorkStep;
import dev.supporters.move.MoveConfig;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.platform.store.Versioned;
import dev.supporters.platform.time.Scheduler;
import dev.supporters.proto.common.v1.Product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Proposes moves to drivers, takes their answers, and ends what is over. */
@ApplicationScoped
public class ProposalService {

    private static final Logger LOG = Logger.getLogger(ProposalService.class);
    private static final int SWEPT_AT_ONCE = 500;

    /** So far may a pipeline's clock be ahead of ours. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final AggregateStore<DriverMoves> documents;
    private final DueMovesRepository dueMoves;
    private final SignalMetrics metrics;
    private final Clock clock;
    private final Scheduler scheduler;
    private final WaitLimit waitLimit;
    private final RegionBoundsProjection regions;
    private final Duration longest;

    @Inject
    ProposalService(
            AggregateStore<DriverMoves> documents,
            DueMovesRepository dueMoves,
            SignalMetrics metrics,
            Clock clock,
            Scheduler scheduler,
            WaitLimit waitLimit,
            RegionBoundsProjection regions,
            MoveConfig config) {
        this(documents, dueMoves, metrics, clock, scheduler, waitLimit, regions, config.longest());
    }

    ProposalService(
            AggregateStore<DriverMoves> documents,
            DueMovesRepository dueMoves,
            SignalMetrics metrics,
            Clock clock,
            Scheduler scheduler,
            WaitLimit waitLimit,
            RegionBoundsProjection regions,
            Duration longest) {
        this.documents = documents;
        this.dueMoves = dueMoves;
        this.metrics = metrics;
        this.clock = clock;
        this.scheduler = scheduler;
        this.waitLimit = waitLimit;
        this.regions = regions;
        this.longest = longest;
    }

    /**
     * A driver's active move, if there is one.
     *
     * @param version of the driver's moves; grows with every change of any of them
     */
    public record ActiveMove(Optional<Move> move, long version) {}

    /** The driver's active move. */
    public ActiveMove active(DriverId driverId, Product product) {
        Instant now = clock.instant();
        Optional<Versioned<DriverMoves>> found = documents.find(driverId.value());
        Optional<Move> move =
                found.flatMap(moves -> moves.value().active())
                        .filter(active -> active.signal().product() == product)
                        .filter(active -> !active.signal().expiredAt(now))
                        .map(Move.class::cast);
        return new ActiveMove(move, found.map(Versioned::version).orElse(0L));
    }

    /** The driver's active move and those that ended, as far as they are kept; the newest first. */
    public List<Move> all(DriverId driverId, Product product) {
        return documents.find(driverId.value()).stream()
                .flatMap(moves -> moves.value().newestFirst())
                .filter(move -> move.signal().product() == product)
                .toList();
    }

    /** The driver accepts or declines. */
    public Move answer(String requestId, DriverId driverId, String moveId, boolean accept) {
        DriverMoves after =
                update(
                        driverId,
                        RequestCause.of("respond", requestId, moveId, accept),
                        (moves, version) ->
                                moves.answered(moveId, accept, clock.instant(), version));
        return after.move(moveId).orElseThrow(() -> DriverMoves.notFound(moveId));
    }

    /** A pipeline wants a move. After an outage there are many old signals, so the store is not asked for them. */
    public void signal(String eventId, DriverId driverId, MoveSignal signal) {
        if (signal.expiredAt(clock.instant())) {
            metrics.count(SignalResult.EXPIRED);
            return;
        }
        update(driverId, eventId, (moves, version) -> moves.signalled(signal, context(version)));
    }

    public void apply(WorkStep step) {
        update(step.driverId(), "", (moves, version) -> moves.after(step, context(version)));
    }

    public void apply(EngagementStep step) {
        update(step.driverId(), "", (moves, version) -> moves.after(step, context(version)));
    }

    /** The driver was seen where an accepted move leads. A phone's clock may be ahead of ours. */
    public void arrived(DriverId driverId, String moveId, Instant seen) {
        Instant now = clock.instant();
        Instant at = seen.isAfter(now) ? now : seen;
        update(driverId, "", (moves, version) -> moves.arrived(moveId, at, version));
    }

    /** Ends what is over. The scheduler does it on time; this does it after a restart. */
    public void sweep() {
        List<DriverId> due = dueMoves.due(clock.instant(), SWEPT_AT_ONCE);
        metrics.overdue(due.stream().filter(driverId -> !timePassed(driverId)).count());
    }

    /** Whether the driver's moves are as they must be at this time; one whose are not keeps no other's open. */
    private boolean timePassed(DriverId driverId) {
        try {
            update(driverId, "", (moves, version) -> moves.at(clock.instant(), version));
            return true;
        } catch (RuntimeException e) {
            LOG.debugf("moves stay open driverId=%s cause=%s", driverId, e.getMessage());
            return false;
        }
    }

    private MoveSignalContext context(long version) {
        Instant now = clock.instant();
        return new MoveSignalContext(
                now,
                waitLimit.after(now),
                now.plus(longest),
                now.plus(CLOCK_SKEW),
                regions,
                version);
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
        transition.map(MoveTransition::changed).orElse(List.of()).stream()
                .map(MoveTransition.Changed::move)
                .forEach(metrics::count);
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
