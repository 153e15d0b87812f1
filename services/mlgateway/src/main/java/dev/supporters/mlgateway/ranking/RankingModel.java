package dev.supporters.mlgateway.ranking;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** A model in one version. It is pure: the same question has the same answer, today and when a decision is replayed. */
public interface RankingModel {

    /** Name and version, like "nearest@1". */
    String name();

    /** All candidates, best first. */
    List<Estimate> rank(Question question);

    /** Who is best for a customer who waits at the origin. */
    record Question(Position origin, Instant time, ZoneId zone, List<Candidate> candidates) {

        public Question {
            candidates = List.copyOf(candidates);
        }
    }

    /** A free supporter, and where. */
    record Candidate(DriverId driverId, Position position) {}

    /**
     * What a model says of a candidate.
     *
     * @param etaSeconds estimated seconds to the customer
     * @param score higher is better
     */
    record Estimate(DriverId driverId, int etaSeconds, double score) {}
}
