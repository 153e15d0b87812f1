package dev.supporters.insight.moment;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.Position;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.Product;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The states that a call had, and where its customer waited. Its events may come in any order and more than once: what they come to is the
 * same.
 *
 * @param request empty until it is known
 * @param driveEnds roughly where its drive ends; empty until a supporter has accepted
 * @param steps the oldest first
 */
record CallLog(
        String callId,
        Product product,
        Optional<Request> request,
        Optional<Position> driveEnds,
        List<Step> steps) {

    /** Where and when it was requested. */
    record Request(Position origin, Instant time) {}

    /**
     * A state from a moment on.
     *
     * @param driverId empty when there is no driver
     */
    record Step(Instant time, long version, CallState state, String driverId)
            implements Comparable<Step> {

        private static final Comparator<Step> ORDER =
                Comparator.comparing(Step::time)
                        .thenComparingLong(Step::version)
                        .thenComparing(Step::state)
                        .thenComparing(Step::driverId);

        @Override
        public int compareTo(Step other) {
            return ORDER.compare(this, other);
        }
    }

    CallLog {
        requireNonNull(callId);
        requireNonNull(product);
        requireNonNull(request);
        requireNonNull(driveEnds);
        steps = List.copyOf(steps);
    }

    static CallLog nothing(String callId, Product product) {
        return new CallLog(callId, product, Optional.empty(), Optional.empty(), List.of());
    }

    CallLog requested(Request given) {
        return new CallLog(callId, product, Optional.of(given), driveEnds, steps);
    }

    CallLog endsAt(Position area) {
        return new CallLog(callId, product, request, Optional.of(area), steps);
    }

    CallLog with(Step step) {
        TreeSet<Step> all = new TreeSet<>(steps);
        all.add(step);
        return new CallLog(callId, product, request, driveEnds, List.copyOf(all));
    }

    Instant newest() {
        return steps.getLast().time();
    }
}
