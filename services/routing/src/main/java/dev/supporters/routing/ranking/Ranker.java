package dev.supporters.routing.ranking;

import dev.supporters.contract.CallId;
import dev.supporters.contract.Position;
import dev.supporters.dispatch.assignment.FreeSupporter;
import dev.supporters.dispatch.assignment.Ranking;
import dev.supporters.proto.common.v1.Product;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The recommendation function. */
public interface Ranker {

    /**
     * Ranks the candidates.
     *
     * @throws dev.supporters.platform.refusal.Refusal when it fails or is late
     */
    Ranking rank(Question question);

    /**
     * Who is best for a customer who waits at the origin.
     *
     * @param callAge how long the customer has waited
     */
    record Question(
            CallId callId,
            Product product,
            String region,
            Duration callAge,
            Position origin,
            Instant time,
            ZoneId zone,
            List<FreeSupporter> candidates) {

        public Question {
            candidates = List.copyOf(candidates);
        }
    }
}
