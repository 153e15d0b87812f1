package dev.supporters.mlgateway.ranking;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A model in one version. It is pure: the same question has the same answer, today and when a decision is replayed. */
public interface RankingModel {

    /** Name and version, like "nearest@1". */
    String name();

    /** All candidates, best first. */
    List<CandidateEstimate> rank(Question question);

    /** The same, or nothing if the deadline has passed before it is ready. */
    default Optional<List<CandidateEstimate>> rank(Question question, RankDeadline deadline) {
        List<CandidateEstimate> ranked = rank(question);
        return deadline.isOver() ? Optional.empty() : Optional.of(ranked);
    }

    /** The model by which it corrects ETAs, like "eta@1"; empty if it does not. */
    default String etaModel() {
        return "";
    }

    /** The model of refusals that its scores contain, like "refusal@1"; empty if they contain none. */
    default String refusalModel() {
        return "";
    }

    /**
     * Who is best for a customer who waits at the origin.
     *
     * @param callAge since the customer asked
     * @param region the policy's region; empty if it is not known
     */
    record Question(
            Position origin,
            Instant time,
            ZoneId zone,
            List<Candidate> candidates,
            Duration callAge,
            String region) {

        public Question {
            candidates = List.copyOf(candidates);
        }

        /** For a customer who has just asked, in a region that is not known. */
        public Question(Position origin, Instant time, ZoneId zone, List<Candidate> candidates) {
            this(origin, time, zone, candidates, Duration.ZERO, "");
        }
    }

    /** A free supporter, and where. */
    record Candidate(DriverId driverId, Position position) {}

    /**
     * What a model says of a candidate.
     *
     * @param etaSeconds estimated seconds to the customer
     * @param score higher is better
     * @param keepProbability that the customer keeps a drive with this ETA, if the model says it
     */
    record CandidateEstimate(
            DriverId driverId, int etaSeconds, double score, OptionalDouble keepProbability) {

        /** Best first: the higher score, then the shorter way, then the id. */
        static final Comparator<CandidateEstimate> BEST_FIRST =
                comparingDouble(CandidateEstimate::score)
                        .reversed()
                        .thenComparingInt(CandidateEstimate::etaSeconds)
                        .thenComparing(comparing(CandidateEstimate::driverId));

        CandidateEstimate(DriverId driverId, int etaSeconds, double score) {
            this(driverId, etaSeconds, score, OptionalDouble.empty());
        }
    }
}
