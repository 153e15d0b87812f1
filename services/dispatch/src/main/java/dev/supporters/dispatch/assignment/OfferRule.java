package dev.supporters.dispatch.assignment;

import dev.supporters.dispatch.assignment.Ranking.RankedSupporter;
import dev.supporters.proto.events.routing.v1.CandidateFilter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** To whom of the ranked a call is offered, and in which order. */
public final class OfferRule {

    private OfferRule() {}

    /**
     * Offers the call to those who are there in time. Those whose drive would end too long after their window come after all
     * others.
     */
    public static Offer choose(PathPolicy policy, CallToAssign call, Instant now, Ranking ranking) {
        long cap = policy.pickupCap(call.requestTime(), now).toSeconds();
        int drive = DriveEstimate.seconds(call.distanceMeters());
        int count = ranking.ranked().size();
        List<CandidateFilter> filters = new ArrayList<>(count);
        List<RankedSupporter> offered = new ArrayList<>(count);
        List<RankedSupporter> last = List.of();
        for (RankedSupporter candidate : ranking.ranked()) {
            CandidateFilter filter = filter(policy, candidate, now, cap, drive);
            filters.add(filter);
            if (filter == CandidateFilter.CANDIDATE_FILTER_UNSPECIFIED) {
                offered.add(candidate);
            } else if (filter == CandidateFilter.CANDIDATE_FILTER_SHIFT_END) {
                last = last.isEmpty() ? new ArrayList<>() : last;
                last.add(candidate);
            }
        }
        offered.addAll(last);
        return new Offer(ranking, filters, offered);
    }

    private static CandidateFilter filter(
            PathPolicy policy, RankedSupporter candidate, Instant now, long cap, int drive) {
        if (candidate.etaSeconds() > cap) {
            return CandidateFilter.CANDIDATE_FILTER_TOO_FAR;
        }
        return endsTooLate(policy.assignment().shiftEndTolerance(), candidate, now, drive)
                ? CandidateFilter.CANDIDATE_FILTER_SHIFT_END
                : CandidateFilter.CANDIDATE_FILTER_UNSPECIFIED;
    }

    /** Whoever has no known end is at work to the end of the night, as far as is known here. */
    private static boolean endsTooLate(
            Optional<Duration> tolerance, RankedSupporter candidate, Instant now, int drive) {
        Instant until = candidate.supporter().until();
        return tolerance.isPresent()
                && !until.equals(Instant.MAX)
                && new ShiftEnd(tolerance)
                        .isExceeded(
                                Duration.ofSeconds((long) candidate.etaSeconds() + drive),
                                Duration.between(now, until));
    }

    /**
     * An offer.
     *
     * @param ranking the candidates in the order of their model
     * @param filters what happened to each of them, in the same order; UNSPECIFIED if nothing did
     * @param offered who gets the offer, best first
     */
    public record Offer(
            Ranking ranking, List<CandidateFilter> filters, List<RankedSupporter> offered) {

        /** To nobody. */
        public static final Offer NONE = new Offer(Ranking.NONE, List.of(), List.of());

        public Offer {
            filters = List.copyOf(filters);
            offered = List.copyOf(offered);
        }
    }
}
