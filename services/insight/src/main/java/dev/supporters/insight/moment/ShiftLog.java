package dev.supporters.insight.moment;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import dev.supporters.contract.Position;
import dev.supporters.contract.WorkStep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps of a shift, and where it began. Its events may come in any order and more than once: what they come to is the same.
 *
 * @param begin empty until it is known
 * @param steps the oldest first; at least one
 */
record ShiftLog(Optional<Position> begin, List<WorkStep> steps) {

    static final ShiftLog NOTHING = new ShiftLog(Optional.empty(), List.of());

    ShiftLog {
        requireNonNull(begin);
        steps = List.copyOf(steps);
    }

    ShiftLog begunAt(Position place) {
        return new ShiftLog(Optional.of(place), steps);
    }

    ShiftLog with(WorkStep step) {
        List<WorkStep> all = new ArrayList<>(steps);
        all.removeIf(known -> known.version() == step.version());
        all.add(step);
        all.sort(comparing(WorkStep::version));
        return new ShiftLog(begin, all);
    }

    WorkStep first() {
        return steps.getFirst();
    }

    Instant newest() {
        return steps.getLast().time();
    }
}
