package dev.supporters.insight.legacy;

import static java.util.Objects.requireNonNull;

import dev.supporters.insight.night.CountedNight;
import dev.supporters.insight.night.NightCounts;
import dev.supporters.insight.night.RegionNight;
import dev.supporters.proto.insight.v1.MissingLegacyReason;

import java.time.Instant;
import java.util.Optional;

/**
 * A night as it would have been with general dispatch alone, or what became of the attempt to simulate it.
 *
 * @param endTime when its window ended
 * @param size of the night that is simulated
 */
public record LegacyNight(RegionNight key, Instant endTime, Size size, Outcome outcome) {

    public LegacyNight {
        requireNonNull(key);
        requireNonNull(endTime);
        requireNonNull(size);
        requireNonNull(outcome);
    }

    /** How many calls were requested, and how many shifts begun. */
    public record Size(long calls, long supporters) {

        static Size of(CountedNight night) {
            return new Size(night.counts().calls().requested(), night.counts().shifts().begun());
        }
    }

    /** What became of it. */
    public sealed interface Outcome {}

    /** A process simulates it; if it has not come to an end by then, another one does. */
    public record InProgress(Instant until) implements Outcome {

        public InProgress {
            requireNonNull(until);
        }
    }

    /** It was simulated. */
    public record Played(Instant time, NightCounts counts) implements Outcome {

        public Played {
            requireNonNull(time);
            requireNonNull(counts);
        }
    }

    /** It cannot be simulated. */
    public record NotPlayed(MissingLegacyReason reason) implements Outcome {

        public NotPlayed {
            requireNonNull(reason);
        }
    }

    static LegacyNight of(CountedNight night, Outcome outcome) {
        return new LegacyNight(night.key(), night.endTime(), Size.of(night), outcome);
    }

    /** Whether nothing has to be done for a night any more, or another process does it. */
    boolean settles(CountedNight night, Instant now) {
        return size.equals(Size.of(night))
                && switch (outcome) {
                    case InProgress taken -> now.isBefore(taken.until());
                    case Played _, NotPlayed _ -> true;
                };
    }

    /** Its counts; empty where there are none, or not yet. */
    public Optional<NightCounts> counts() {
        return switch (outcome) {
            case Played played -> Optional.of(played.counts());
            case InProgress _, NotPlayed _ -> Optional.empty();
        };
    }
}
