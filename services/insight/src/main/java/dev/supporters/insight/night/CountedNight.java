package dev.supporters.insight.night;

import static java.util.Objects.requireNonNull;

import dev.supporters.insight.night.NightCounts.MemberCounts;

import java.time.Instant;
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
     * Members are counted while the window is open: who joins or leaves later changes nothing.
     */
    public Optional<CountedNight> replacing(Optional<CountedNight> before) {
        boolean over = !updateTime.isBefore(endTime);
        Optional<MemberCounts> members =
                over
                        ? before.flatMap(known -> known.counts.shifts().members())
                        : counts.shifts().members();
        CountedNight next =
                new CountedNight(key, beginTime, endTime, updateTime, counts.with(members));
        if (before.isEmpty()) {
            return Optional.of(next);
        }
        NightCounts known = before.get().counts;
        return known.facts() > counts.facts() || known.equals(next.counts)
                ? Optional.empty()
                : Optional.of(next);
    }
}
