package dev.supporters.mlgateway.ranking;

import dev.supporters.mlgateway.travel.Position;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Who is best for a customer who waits at the origin. */
public record Question(Position origin, Instant time, ZoneId zone, List<Candidate> candidates) {

    public Question {
        candidates = List.copyOf(candidates);
    }
}
