package dev.supporters.dispatch.assignment.solver;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The calls that wait for a supporter, and who may take them: the assignment in which the most customers are expected to keep their
 * drive, with short ways preferred. It is calculated anew every {@link #PERIOD} from all that wait then, so nothing is promised to a
 * call that finds nobody this time.
 */
public final class WaitingPool {

    /** From one calculation to the next. */
    public static final Duration PERIOD = Duration.ofSeconds(2);

    /** A call looks at so many candidates, the nearest in time. */
    public static final int MAX_CANDIDATES = 32;

    private static final double LEAST_WEIGHT = .01;
    private static final double WEIGHT_OF_A_MINUTE = .002;
    private static final Comparator<HeldCall> OLDEST_FIRST =
            comparing(HeldCall::age).reversed().thenComparing(HeldCall::callId);
    private static final Comparator<Candidate> NEAREST_FIRST =
            comparingDouble(Candidate::etaSeconds)
                    .thenComparing(Candidate::driverId)
                    .thenComparing(comparingDouble(Candidate::keepProbability).reversed());

    private WaitingPool() {}

    /**
     * A call that waits.
     *
     * @param age since the customer asked
     * @param candidates who may take it: those within the longest pickup for this age
     */
    public record HeldCall(CallId callId, Duration age, List<Candidate> candidates) {

        public HeldCall {
            if (age.isNegative()) {
                throw new IllegalArgumentException("age: " + age + " (expected: 0 or more)");
            }
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * A supporter who may take a call.
     *
     * @param etaSeconds expected seconds to the customer
     * @param keepProbability that the customer keeps a drive with this ETA, 0 to 1
     * @param stillDrives whether the supporter can take the call only at the end of a drive
     */
    public record Candidate(
            DriverId driverId, double etaSeconds, double keepProbability, boolean stillDrives) {

        public Candidate {
            if (!(etaSeconds >= 0 && etaSeconds < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "etaSeconds: " + etaSeconds + " (expected: 0 or more)");
            }
            if (!(keepProbability >= 0 && keepProbability <= 1)) {
                throw new IllegalArgumentException(
                        "keepProbability: " + keepProbability + " (expected: 0 to 1)");
            }
        }

        /** What this candidate is worth for the call: always more than nobody. */
        public double weight() {
            return Math.max(LEAST_WEIGHT, keepProbability - WEIGHT_OF_A_MINUTE * etaSeconds / 60);
        }
    }

    /** A call and the supporter who gets it. */
    public record Pair(CallId callId, Candidate candidate) {}

    /**
     * The pairs of this calculation, the longest waiting call first. The order of the calls and of their candidates does not matter.
     * Between equally good assignments, calls that wait longer come first.
     */
    public static List<Pair> assign(List<HeldCall> calls) {
        List<HeldCall> ordered = calls.stream().sorted(OLDEST_FIRST).toList();
        refuseDoubleCalls(ordered);
        List<List<Candidate>> candidates = ordered.stream().map(WaitingPool::nearest).toList();
        Map<DriverId, Integer> columns = columns(candidates);
        int[] chosen = SparseAssignment.solve(weights(candidates, columns));
        var pairs = new ArrayList<Pair>();
        for (int row = 0; row < chosen.length; row++) {
            if (chosen[row] != SparseAssignment.NONE) {
                Candidate candidate = inColumn(chosen[row], candidates.get(row), columns);
                pairs.add(new Pair(ordered.get(row).callId(), candidate));
            }
        }
        return List.copyOf(pairs);
    }

    private static void refuseDoubleCalls(List<HeldCall> calls) {
        var seen = new HashSet<CallId>();
        for (HeldCall call : calls) {
            if (!seen.add(call.callId())) {
                throw new IllegalArgumentException(
                        "call " + call.callId() + ": twice (expected: each call once)");
            }
        }
    }

    private static List<Candidate> nearest(HeldCall call) {
        var seen = new HashSet<DriverId>();
        return call.candidates().stream()
                .sorted(NEAREST_FIRST)
                .filter(candidate -> seen.add(candidate.driverId()))
                .limit(MAX_CANDIDATES)
                .toList();
    }

    private static Map<DriverId, Integer> columns(List<List<Candidate>> candidates) {
        var columns = new HashMap<DriverId, Integer>();
        for (List<Candidate> row : candidates) {
            for (Candidate candidate : row) {
                columns.putIfAbsent(candidate.driverId(), columns.size());
            }
        }
        return columns;
    }

    private static AssignmentWeights weights(
            List<List<Candidate>> candidates, Map<DriverId, Integer> columns) {
        AssignmentWeights.Builder weights = AssignmentWeights.withColumns(columns.size());
        for (List<Candidate> row : candidates) {
            weights.row();
            for (Candidate candidate : row) {
                weights.pair(columns.get(candidate.driverId()), candidate.weight());
            }
        }
        return weights.build();
    }

    private static Candidate inColumn(
            int column, List<Candidate> candidates, Map<DriverId, Integer> columns) {
        return candidates.stream()
                .filter(candidate -> columns.get(candidate.driverId()) == column)
                .findFirst()
                .orElseThrow();
    }
}
