package dev.supporters.routing.supporter;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.dispatch.assignment.FreeSupporter;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.routing.v1.CandidateFilter;

import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who is looked for.
 *
 * @param region whose policy applies: only those who work in it
 * @param reachMeters not farther away, on the straight line
 * @param most the nearest so many
 * @param excluded drivers who are no candidates
 * @param admitted whether a driver with these tags may be one
 */
public record SupporterSearch(
        Product product,
        String region,
        Position origin,
        Instant now,
        double reachMeters,
        int most,
        Set<DriverId> excluded,
        Predicate<Set<String>> admitted) {

    public SupporterSearch {
        excluded = Set.copyOf(excluded);
    }

    /** Whether the supporter works where and for what is looked for. */
    boolean concerns(FreeSupporter supporter) {
        return supporter.product() == product && supporter.region().equals(region);
    }

    /** Why the supporter is no candidate; UNSPECIFIED: is one. */
    CandidateFilter filter(FreeSupporter supporter, boolean takesPart, Set<String> tags) {
        if (!supporter.until().isAfter(now)) {
            return CandidateFilter.CANDIDATE_FILTER_WINDOW_OVER;
        }
        if (!takesPart) {
            return CandidateFilter.CANDIDATE_FILTER_NOT_A_MEMBER;
        }
        if (excluded.contains(supporter.driverId())) {
            return CandidateFilter.CANDIDATE_FILTER_EXCLUDED;
        }
        return admitted.test(tags)
                ? CandidateFilter.CANDIDATE_FILTER_UNSPECIFIED
                : CandidateFilter.CANDIDATE_FILTER_TAGS;
    }
}
