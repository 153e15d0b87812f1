package dev.supporters.dispatch.assignment;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import dev.supporters.dispatch.assignment.Ranking.RankedSupporter;

import java.util.Comparator;
import java.util.List;

/** Ranks those who could take a call by when they would be there, with what is left of a drive that is still under way. */
public final class CandidateChoice {

    public static final String MODEL = "soonest@1";

    private static final Comparator<RankedSupporter> SOONEST_FIRST =
            comparingInt(RankedSupporter::etaSeconds)
                    .thenComparing(comparing(RankedSupporter::driverId));

    private CandidateChoice() {}

    public static Ranking soonestFirst(List<RankedSupporter> candidates) {
        return new Ranking(candidates.stream().sorted(SOONEST_FIRST).toList(), MODEL);
    }
}
