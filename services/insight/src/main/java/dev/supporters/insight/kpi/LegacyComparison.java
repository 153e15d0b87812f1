package dev.supporters.insight.kpi;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import dev.supporters.insight.legacy.LegacyNight;
import dev.supporters.insight.legacy.LegacyNight.InProgress;
import dev.supporters.insight.legacy.LegacyNight.NotPlayed;
import dev.supporters.insight.legacy.LegacyNight.Played;
import dev.supporters.insight.night.CountedNight;
import dev.supporters.insight.night.NightCounts;
import dev.supporters.insight.night.RegionNight;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.insight.v1.ComparedKpis;
import dev.supporters.proto.insight.v1.MissingLegacyReason;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the simulation says of a night with general dispatch alone.
 *
 * @param kept by night; of others nothing is kept
 * @param oldest nights that began before are not simulated any more
 */
record LegacyComparison(Map<RegionNight, LegacyNight> kept, Instant oldest) {

    static LegacyComparison of(
            AggregateStore<LegacyNight> store, List<CountedNight> nights, Instant oldest) {
        return new LegacyComparison(
                store.findAll(nights.stream().map(night -> night.key().id()).toList()).stream()
                        .map(Versioned::value)
                        .collect(toMap(LegacyNight::key, night -> night)),
                oldest);
    }

    /** Sets the figures of some regions' nights together, or why there are none: all of them must have been simulated. */
    void put(ComparedKpis.Builder compared, List<CountedNight> nights) {
        if (nights.isEmpty()) {
            return;
        }
        Optional<MissingLegacyReason> missing =
                nights.stream()
                        .sorted(comparing(night -> night.key().region()))
                        .flatMap(night -> missing(night).stream())
                        .findFirst();
        if (missing.isPresent()) {
            compared.setMissingLegacyReason(missing.get());
            return;
        }
        List<Played> played =
                nights.stream()
                        .map(night -> kept.get(night.key()).outcome())
                        .map(Played.class::cast)
                        .toList();
        compared.setLegacy(
                KpiMessages.legacyKpis(
                        nights.getFirst().key().businessDate(),
                        played.stream()
                                .map(Played::time)
                                .max(Comparator.naturalOrder())
                                .orElseThrow(),
                        played.stream()
                                .map(Played::counts)
                                .reduce(NightCounts.NONE, NightCounts::plus)));
    }

    private Optional<MissingLegacyReason> missing(CountedNight night) {
        LegacyNight known = kept.get(night.key());
        if (known == null) {
            return Optional.of(open(night));
        }
        return switch (known.outcome()) {
            case Played _ -> Optional.empty();
            case NotPlayed notPlayed -> Optional.of(notPlayed.reason());
            case InProgress _ -> Optional.of(open(night));
        };
    }

    private MissingLegacyReason open(CountedNight night) {
        return night.beginTime().isBefore(oldest)
                ? MissingLegacyReason.MISSING_LEGACY_REASON_NOT_KEPT
                : MissingLegacyReason.MISSING_LEGACY_REASON_NOT_YET;
    }
}
