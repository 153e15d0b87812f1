package dev.supporters.insight.night;

import static java.util.Objects.requireNonNull;

import dev.supporters.insight.night.NightCounts.MemberCounts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A night as it was counted at one moment.
 *
 * @param beginTime when its window began
 * @param endTime when its window ends
 */
public record CountedNight(
        RegionNight key,
        Instant beginTime,
        Instant endTime,
        Instant updateTime,
        NightCounts counts) {

    public CountedNight {
        requireNonNull(key);
        requireNonNull(beginTime);
        requireNonNull(endTime);
        requireNonNull(updateTime);
        requireNonNull(counts);
    }

    /**
     * What takes the place of an earlier count; empty if that stays: nothing has changed, or it was made by a process that had read more.
     * Members are counted while the window is open: who joins or leaves later changes nothing. The first count after the window's end stays also if nothing
     * has changed, so that it is known to be one.
     */
    public Optional<CountedNight> replacing(Optional<CountedNight> before) {
        Optional<MemberCounts> members =
                over()
                        ? before.flatMap(known -> known.counts.shifts().members())
                        : counts.shifts().members();
        CountedNight next =
                new CountedNight(key, beginTime, endTime, updateTime, counts.with(members));
        if (before.isEmpty()) {
            return Optional.of(next);
        }
        NightCounts known = before.get().counts;
        boolean firstAfterTheEnd = over() && !before.get().over();
        boolean unchanged = known.equals(next.counts) && !firstAfterTheEnd;
        boolean less =
                known.facts() > counts.facts()
                        || (known.facts() == counts.facts()
                                && known.placedCalls() > counts.placedCalls());
        return less || unchanged ? Optional.empty() : Optional.of(next);
    }

    /** Whether it was counted after its window had ended. */
    public boolean over() {
        return !updateTime.isBefore(endTime);
    }

    /** Whether others are told of it: once a minute while the window is open, each time from then on. */
    public boolean told(Optional<CountedNight> before) {
        return over() || before.map(CountedNight::minute).filter(minute()::equals).isEmpty();
    }

    private Instant minute() {
        return updateTime.truncatedTo(ChronoUnit.MINUTES);
    }
}
