package dev.supporters.player;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What insight says of a night, through the gateway. */
public sealed interface InsightFigures {

    /**
     * The night was counted.
     *
     * @param night as it was last told
     * @param legacy the same night as it would have been without supporters, by insight's simulation
     * @param missingLegacy why there is no such night, as the gateway names it; empty if there is one
     * @param zones the night by zone, as the gateway orders them
     */
    record Counted(
            CountedFigures night,
            Optional<CountedFigures> legacy,
            String missingLegacy,
            List<ZoneRowFigures> zones)
            implements InsightFigures {

        public Counted {
            requireNonNull(night);
            requireNonNull(legacy);
            requireNonNull(missingLegacy);
            zones = List.copyOf(zones);
        }
    }

    /**
     * A part of the night.
     *
     * @param area what it is, as the gateway names it
     * @param zoneId the zone; empty if it is none
     */
    record ZoneRowFigures(String area, String zoneId, CountedFigures figures) {}

    /**
     * The night was not counted, or nobody said so.
     *
     * @param why in words
     */
    record NotCounted(String why) implements InsightFigures {

        public NotCounted {
            requireNonNull(why);
        }
    }

    /**
     * Counts and figures of a night.
     *
     * @param calls requested in the window
     * @param ended those of them that have ended
     * @param completed those of them that a driver of either path completed
     * @param kpis those that there are; shares are parts of 1
     */
    record CountedFigures(long calls, long ended, long completed, Map<NightKpi, Double> kpis) {

        public CountedFigures {
            kpis = Map.copyOf(kpis);
        }
    }
}
