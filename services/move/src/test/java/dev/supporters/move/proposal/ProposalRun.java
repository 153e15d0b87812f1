package dev.supporters.move.proposal;

import static dev.supporters.move.proposal.Night.DRIVER;
import static dev.supporters.move.proposal.Night.PANGYO;
import static dev.supporters.move.proposal.Night.START;

import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.Position;
import dev.supporters.contract.WorkStep;
import dev.supporters.move.adapter.mongo.StoredDueMoves;
import dev.supporters.move.arrival.ArrivalDetector;
import dev.supporters.move.arrival.ArrivalDetectors;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;
import dev.supporters.testkit.states.Interruption;
import dev.supporters.testkit.states.Operations;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The product's services, started from a state: timers and what was in memory are lost. */
final class ProposalRun implements Operations.Run<ProposalState> {

    private static final SignalMetrics METRICS = new SignalMetrics(new SimpleMeterRegistry());
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Position ELSEWHERE = new Position(37.39, 127.1);

    private final ProposalState before;
    private final Interruption interruption = new Interruption();
    private final InMemoryAggregateStore<DriverMoves> documents;
    private final ProposalService proposals;
    private Instant now;

    ProposalRun(ProposalState before) {
        this.before = before;
        now = before.now();
        documents = before.stored().copy(interruption::point);
        TestClock clock = new TestClock(now);
        proposals =
                new ProposalService(
                        documents,
                        StoredDueMoves.of(documents),
                        METRICS,
                        clock,
                        clock,
                        new WaitLimit(Duration.ofSeconds(30), 1),
                        new RegionBoundsProjection(1_000, clock),
                        LONGEST);
    }

    @Override
    public Interruption interruption() {
        return interruption;
    }

    @Override
    public ProposalState stored() {
        boolean same = interruption.passed() == 0 && now.equals(before.now());
        return same ? before : before.then(documents, now, interruption.happened());
    }

    String later(Duration step) {
        now = now.plus(step);
        return "later";
    }

    String signal(MoveSignal signal) {
        return answer(() -> {
            proposals.signal("event-" + signal.moveId(), DRIVER, signal);
            return "taken";
        });
    }

    String respond(String moveId, boolean accept) {
        return answer(() -> {
            Move move = proposals.answer(moveId + accept, DRIVER, moveId, accept);
            return move.getClass().getSimpleName();
        });
    }

    String apply(WorkStep step) {
        return answer(() -> {
            proposals.apply(step);
            return "applied";
        });
    }

    String apply(EngagementStep step) {
        return answer(() -> {
            proposals.apply(step);
            return "applied";
        });
    }

    /**
     * A position at the goal of moves is taken by a process that has just read the topic of moves.
     *
     * @param unread it has not read as many of the newest events yet
     */
    String seen(Instant time, int unread) {
        List<MoveEvent> told = before.told();
        ArrivalDetector detector = ArrivalDetectors.standard();
        told.subList(0, Math.max(0, told.size() - unread))
                .forEach(event ->
                        detector.changed(event.getChanged().getMove(), ProposalState.time(event)));
        var _ = detector.located(DRIVER, ELSEWHERE, START.minusSeconds(3_600));
        Optional<ArrivalDetector.Arrival> arrival =
                detector.located(DRIVER, PANGYO.position().orElseThrow(), time);
        return answer(() -> {
            arrival.ifPresent(found -> {
                interruption.point();
                proposals.arrived(found.driverId(), found.moveId(), found.time());
            });
            return "seen";
        });
    }

    String sweep() {
        return answer(() -> {
            proposals.sweep();
            return "swept";
        });
    }

    /** What the driver's app shows. */
    Optional<Move> shown() {
        return proposals.active(DRIVER, Product.PRODUCT_DRIVER).move();
    }

    /** A refusal is answered with its reason. */
    private static String answer(Supplier<String> operation) {
        try {
            return operation.get();
        } catch (Refusal refusal) {
            return refusal.reasonName();
        }
    }
}
