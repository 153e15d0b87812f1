package dev.supporters.routing.ranking;

import dev.supporters.proto.common.v1.Product;
import dev.supporters.routing.geo.Position;
import dev.supporters.routing.supporter.FreeSupporter;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Who is best for a customer who waits at the origin. */
public record RankingQuestion(
        String callId,
        Product product,
        Position origin,
        Instant time,
        ZoneId zone,
        List<FreeSupporter> candidates) {

    public RankingQuestion {
        candidates = List.copyOf(candidates);
    }
}
