package dev.supporters.insight.kpi;

import static dev.supporters.insight.SampleNight.DRIVER;
import static dev.supporters.insight.SampleNight.FRIDAY;
import static dev.supporters.insight.SampleNight.at;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.insight.InsightDefaults;
import dev.supporters.insight.SampleCounts;
import dev.supporters.insight.adapter.mongo.InsightStores;
import dev.supporters.insight.legacy.LegacyNight;
import dev.supporters.insight.night.CountedNight;
import dev.supporters.insight.night.NightCounts;
import dev.supporters.insight.night.NightRepository;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.insight.v1.KpiEvent;
import dev.supporters.proto.insight.v1.KpisResponse;
import dev.supporters.proto.insight.v1.NightKpis;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What others are told of the figures of a night. */
class KpiEventsTest {

    private static final Instant END = at(240);

    private final InMemoryAggregateStore<CountedNight> documents =
            new InMemoryAggregateStore<>(InsightStores.NIGHTS);
    private final NightRepository nights = InsightStores.repository(documents);

    @Test
    void aCountedNightIsToldWithTheFiguresThatOperatorsSee() {
        // When
        count(400, at(60));

        // Then
        assertThat(documents.published())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.topic()).isEqualTo(Topics.KPIS);
                    assertThat(event.key()).isEqualTo("DRIVER/seoul/2026-11-20");
                    assertThat(event.type()).isEqualTo("supporters.kpi.counted.v1");
                });
        KpiEvent event = told().getFirst();
        assertThat(event.getProduct()).isEqualTo(DRIVER);
        assertThat(event.getRegion()).isEqualTo("seoul");
        assertThat(event.getBusinessDate()).isEqualTo("2026-11-20");
        assertThat(event.getEventTime()).isEqualTo(Timestamps.of(at(60)));
        assertThat(event.getCounted().getWindowEnded()).isFalse();
        assertThat(event.getCounted().getKpis()).isEqualTo(shown());
        assertThat(event.getCounted().getKpis().getCompletedCalls()).isEqualTo(60);
    }

    @Test
    void theFiguresByZoneAreToldAsOperatorsSeeThem() {
        // When
        nights.put(SampleCounts.night("seoul", FRIDAY, at(60), SampleCounts.BY_ZONE));

        // Then
        assertThat(told().getFirst().getCounted().getZonesList())
                .hasSize(4)
                .isEqualTo(response().getRegions(0).getZonesList());
    }

    @Test
    void whileTheWindowIsOpenANightIsToldOnceAMinute() {
        // When: it changes with each count
        for (int i = 0; i < 10; i++) {
            count(400 + i, at(60).plusSeconds(30L * i));
        }

        // Then
        assertThat(told())
                .extracting(event -> Timestamps.instant(event.getEventTime()))
                .containsExactly(at(60), at(61), at(62), at(63), at(64));
    }

    @Test
    void whatHasNotChangedIsToldOnceMoreWhenTheWindowHasEndedAndNotAgain() {
        // Given
        count(400, END.minusSeconds(30));

        // When
        count(400, END);
        count(400, END.plusSeconds(30));
        count(400, END.plus(Duration.ofMinutes(5)));

        // Then
        assertThat(told())
                .extracting(event -> event.getCounted().getWindowEnded())
                .containsExactly(false, true);
    }

    @Test
    void afterTheWindowEachCountThatChangesSomethingIsTold() {
        // Given
        count(400, END);

        // When
        count(401, END.plusSeconds(10));
        count(402, END.plusSeconds(20));

        // Then
        assertThat(told())
                .extracting(event -> Timestamps.instant(event.getEventTime()))
                .containsExactly(END, END.plusSeconds(10), END.plusSeconds(20));
    }

    @Test
    void aCountOfAProcessThatHasReadLessIsNotTold() {
        // Given
        count(400, END);

        // When
        count(399, END.plusSeconds(30));

        // Then
        assertThat(told()).hasSize(1);
    }

    private void count(long facts, Instant time) {
        NightCounts full = SampleCounts.FULL;
        nights.put(
                SampleCounts.night(
                        "seoul",
                        FRIDAY,
                        time,
                        new NightCounts(facts, full.calls(), full.commands(), full.shifts())));
    }

    private List<KpiEvent> told() {
        return documents.published().stream()
                .map(Event::payload)
                .map(KpiEvent.class::cast)
                .toList();
    }

    private NightKpis shown() {
        return response().getTotal().getNight();
    }

    private KpisResponse response() {
        return new KpiService(
                        nights,
                        new InMemoryAggregateStore<LegacyNight>(InsightStores.LEGACY_NIGHTS),
                        new TestClock(at(60)),
                        new InsightDefaults())
                .kpis(DRIVER, FRIDAY, Optional.of("seoul"));
    }
}
