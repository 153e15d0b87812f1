package dev.supporters.insight.kpi;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.supporters.insight.InsightConfig;
import dev.supporters.insight.legacy.LegacyNight;
import dev.supporters.insight.night.CountedNight;
import dev.supporters.insight.night.NightCounts;
import dev.supporters.insight.night.NightRepository;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.insight.v1.ComparedKpis;
import dev.supporters.proto.insight.v1.KpisResponse;
import dev.supporters.proto.insight.v1.NightKpis;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells how good a night was, beside the nights that it is compared with. */
@ApplicationScoped
public class KpiService {

    private final NightRepository nights;
    private final AggregateStore<LegacyNight> legacyNights;
    private final Clock clock;
    private final Duration past;

    KpiService(
            NightRepository nights,
            AggregateStore<LegacyNight> legacyNights,
            Clock clock,
            InsightConfig config) {
        this.nights = nights;
        this.legacyNights = legacyNights;
        this.clock = clock;
        past = config.counting().past();
    }

    /**
     * The figures of a night.
     *
     * @param region empty for all
     */
    public KpisResponse kpis(Product product, LocalDate businessDate, Optional<String> region) {
        ComparedNights dates =
                new ComparedNights(
                        businessDate, businessDate.minusDays(1), businessDate.minusWeeks(1));
        List<CountedNight> found =
                nights.find(product, dates.all()).stream()
                        .filter(night -> region.map(night.key().region()::equals).orElse(true))
                        .toList();
        LegacyComparison legacy =
                LegacyComparison.of(legacyNights, dates.asked(found), clock.instant().minus(past));
        KpisResponse.Builder response =
                KpisResponse.newBuilder().setTotal(dates.compare("", found, legacy));
        new TreeMap<>(found.stream().collect(groupingBy(night -> night.key().region())))
                .forEach((name, of) -> response.addRegions(dates.compare(name, of, legacy)));
        return response.build();
    }

    /** Which nights are compared. */
    private record ComparedNights(LocalDate night, LocalDate nightBefore, LocalDate weekBefore) {

        private List<LocalDate> all() {
            return List.of(night, nightBefore, weekBefore);
        }

        private List<CountedNight> asked(List<CountedNight> nights) {
            return nights.stream().filter(each -> each.key().businessDate().equals(night)).toList();
        }

        private ComparedKpis compare(
                String region, List<CountedNight> nights, LegacyComparison legacy) {
            Map<LocalDate, NightKpis> kpis =
                    nights.stream()
                            .collect(groupingBy(each -> each.key().businessDate()))
                            .entrySet()
                            .stream()
                            .collect(
                                    toMap(
                                            Map.Entry::getKey,
                                            each -> together(each.getKey(), each.getValue())));
            ComparedKpis.Builder compared = ComparedKpis.newBuilder().setRegion(region);
            Optional.ofNullable(kpis.get(night)).ifPresent(compared::setNight);
            Optional.ofNullable(kpis.get(nightBefore)).ifPresent(compared::setNightBefore);
            Optional.ofNullable(kpis.get(weekBefore)).ifPresent(compared::setWeekBefore);
            compared.addAllCells(
                    CellMessages.cells(
                            asked(nights).stream()
                                    .map(CountedNight::counts)
                                    .reduce(NightCounts.NONE, NightCounts::plus)));
            legacy.put(compared, asked(nights));
            return compared.build();
        }

        private static NightKpis together(LocalDate businessDate, List<CountedNight> regions) {
            NightCounts counts =
                    regions.stream()
                            .map(CountedNight::counts)
                            .reduce(NightCounts.NONE, NightCounts::plus);
            Instant updateTime =
                    regions.stream()
                            .map(CountedNight::updateTime)
                            .max(Instant::compareTo)
                            .orElseThrow();
            return KpiMessages.kpis(businessDate, updateTime, counts);
        }
    }
}
