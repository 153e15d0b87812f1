package dev.supporters.activity.presence;

import dev.supporters.proto.activity.v1.PositionProblem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The positions that came at once, by our clock. A phone's clock may be wrong, but its newest position is where the driver is when the
 * report comes; the others keep their distance from it.
 */
public final class Report {

    /** How far a phone's clock may be ahead of ours. */
    static final Duration MOST_AHEAD = Duration.ofMinutes(1);

    private final List<ReportedPosition> positions;
    private final Instant received;
    private final Duration behind;

    Report(List<ReportedPosition> positions, Instant received) {
        this.positions = List.copyOf(positions);
        this.received = received;
        behind =
                positions.stream()
                        .filter(position -> problem(position).isEmpty())
                        .map(ReportedPosition::time)
                        .max(Instant::compareTo)
                        .map(newest -> Duration.between(newest, received))
                        .orElse(Duration.ZERO);
    }

    /** A position of the report that can be one. */
    record CandidatePosition(int index, KnownPlace.Fix fix) {}

    /** A position that was not taken, by its index, and why. */
    public record Rejected(int index, PositionProblem problem) {}

    List<CandidatePosition> candidates() {
        List<CandidatePosition> candidates = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            ReportedPosition given = positions.get(i);
            if (problem(given).isEmpty()) {
                Instant time = given.time().plus(behind);
                candidates.add(
                        new CandidatePosition(
                                i, new KnownPlace.Fix(given.position(), time, given.time())));
            }
        }
        return candidates;
    }

    /** Those that are wrong whatever came before. */
    List<Rejected> rejected() {
        List<Rejected> rejected = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            int index = i;
            problem(positions.get(i))
                    .ifPresent(problem -> rejected.add(new Rejected(index, problem)));
        }
        return rejected;
    }

    private Optional<PositionProblem> problem(ReportedPosition given) {
        if (given.time().isAfter(received.plus(MOST_AHEAD))) {
            return Optional.of(PositionProblem.POSITION_PROBLEM_AHEAD);
        }
        // what a receiver says that knows no position; in the Gulf of Guinea nobody drives
        boolean nowhere = given.position().lat() == 0 && given.position().lng() == 0;
        return nowhere ? Optional.of(PositionProblem.POSITION_PROBLEM_NO_FIX) : Optional.empty();
    }
}
