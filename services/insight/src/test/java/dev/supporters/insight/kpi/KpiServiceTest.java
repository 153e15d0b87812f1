package dev.supporters.insight.kpi;

import static dev.supporters.insight.SampleNight.DRIVER;
import static dev.supporters.insight.SampleNight.FRIDAY;
import static dev.supporters.insight.SampleNight.at;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.supporters.contract.Position;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.insight.InsightDefaults;
import dev.supporters.insight.SampleCounts;
import dev.supporters.insight.SampleLegacy;
import dev.supporters.insight.adapter.mongo.InsightStores;
import dev.supporters.insight.legacy.LegacyNight;
import dev.supporters.insight.legacy.LegacyNight.InProgress;
import dev.supporters.insight.legacy.LegacyNight.NotPlayed;
import dev.supporters.insight.legacy.LegacyNight.Played;
import dev.supporters.insight.night.CellCounts;
import dev.supporters.insight.night.NightCounts;
import dev.supporters.insight.night.NightRepository;
import dev.supporters.insight.night.RegionNight;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.Change;
import dev.supporters.proto.insight.v1.CellKpis;
import dev.supporters.proto.insight.v1.ComparedKpis;
import dev.supporters.proto.insight.v1.KpisResponse;
import dev.supporters.proto.insight.v1.MissingLegacyReason;
import dev.supporters.proto.insight.v1.NightKpis;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

class KpiServiceTest {

    private final NightRepository nights =
            InsightStores.repository(new InMemoryAggregateStore<>(InsightStores.NIGHTS));
    private final InMemoryAggregateStore<LegacyNight> legacyNights =
            new InMemoryAggregateStore<>(InsightStores.LEGACY_NIGHTS);
    private final TestClock clock = new TestClock(at(60));
    private final KpiService service =
            new KpiService(nights, legacyNights, clock, new InsightDefaults());

    @Test
    void aNightIsBesideTheNightBeforeAndTheSameWeekdayAWeekBefore() {
        // Given
        put("seoul", FRIDAY);
        put("seoul", FRIDAY.minusDays(1));
        put("seoul", FRIDAY.minusDays(2));
        put("seoul", FRIDAY.minusDays(7));

        // When
        ComparedKpis total = kpis(Optional.empty()).getTotal();

        // Then
        assertThat(total.getNight().getBusinessDate()).isEqualTo("2026-11-20");
        assertThat(total.getNightBefore().getBusinessDate()).isEqualTo("2026-11-19");
        assertThat(total.getWeekBefore().getBusinessDate()).isEqualTo("2026-11-13");
    }

    @Test
    void regionsAreShownOneByOneAndTogether() {
        // Given
        put("seoul", FRIDAY);
        put("busan", FRIDAY);

        // When
        KpisResponse all = kpis(Optional.empty());

        // Then
        assertThat(all.getTotal().getNight().getCalls()).isEqualTo(200);
        assertThat(all.getRegionsList())
                .extracting(ComparedKpis::getRegion)
                .containsExactly("busan", "seoul");
        assertThat(all.getRegionsList())
                .allSatisfy(region -> {
                    assertThat(region.getNight().getCalls()).isEqualTo(100);
                    assertThat(region.hasNightBefore()).isFalse();
                    assertThat(region.hasWeekBefore()).isFalse();
                });
        assertThat(kpis(Optional.of("busan")).getTotal().getNight().getCalls()).isEqualTo(100);
        assertThat(kpis(Optional.of("busan")).getRegionsCount()).isOne();
    }

    @Test
    void figuresAreToldAsTheyWereCounted() {
        // Given
        put("seoul", FRIDAY);

        // When
        NightKpis kpis = kpis(Optional.empty()).getTotal().getNight();

        // Then
        assertThat(kpis.getUpdateTime()).isEqualTo(Timestamps.of(at(60)));
        assertThat(kpis.getEndedCalls()).isEqualTo(80);
        assertThat(kpis.getAttendanceRate()).isEqualTo(.8);
        assertThat(kpis.getCompletionRate()).isEqualTo(.75);
        assertThat(kpis.getSupporterCompletionRate()).isEqualTo(.5);
        assertThat(kpis.getCancellationAfterAssignmentRate()).isEqualTo(.1);
        assertThat(kpis.getAutoAcceptShare()).isEqualTo(.9);
        assertThat(kpis.getPickupMinutesMean()).isEqualTo(6.1);
        assertThat(kpis.getPickupMinutesP95()).isEqualTo(8);
        assertThat(kpis.getTripsPerPaidHour()).isEqualTo(1);
        assertThat(kpis.getDemandCoverage()).isEqualTo(.9);
        assertThat(kpis.getGini()).isCloseTo(.25, within(1e-9));
        assertThat(kpis.getCostPerCompletedCall().getAmount()).isEqualTo(14_000);
        assertThat(kpis.getGeneralShare()).isEqualTo(.3);
    }

    @Test
    void theNightIsToldByCellWithTheMostCallsFirst() {
        // Given
        nights.put(SampleCounts.night("seoul", FRIDAY, at(60), SampleCounts.BY_CELL));
        nights.put(SampleCounts.night("seoul", FRIDAY.minusDays(1), at(60), SampleCounts.BY_CELL));

        // When
        ComparedKpis total = kpis(Optional.empty()).getTotal();

        // Then
        assertThat(total.getCellsList())
                .extracting(CellKpis::getCell, CellKpis::getCalls, CellKpis::getShifts)
                .containsExactly(
                        tuple("8830e1d8c7fffff", 70L, 12L), tuple("8830e1d8c3fffff", 30L, 8L));
        CellKpis second = total.getCells(1);
        assertThat(second.getCompletionRate()).isEqualTo(.5);
        assertThat(second.getSupporterCompletionRate()).isEqualTo(.25);
        assertThat(second.getDemandCoverage()).isCloseTo(.833, within(.001));
        assertThat(second.getGeneralShare()).isCloseTo(.333, within(.001));
        assertThat(new DemandCells().cell(Position.of(second.getCenter())))
                .isEqualTo(0x8830e1d8c3fffffL);
        assertThat(second.getBoundaryList())
                .map(Position::of)
                .isEqualTo(new DemandCells().boundary(0x8830e1d8c3fffffL));
    }

    @Test
    void ofACellWithoutCallsNoShareIsTold() {
        // Given
        nights.put(
                SampleCounts.night(
                        "seoul",
                        FRIDAY,
                        at(60),
                        new NightCounts(
                                1,
                                NightCounts.NONE.calls(),
                                NightCounts.NONE.commands(),
                                NightCounts.NONE.shifts(),
                                Map.of(0x8830e1d8c3fffffL, new CellCounts(0, 0, 0, 0, 0, 0, 1)))));

        // When
        CellKpis cell = kpis(Optional.empty()).getTotal().getCells(0);

        // Then
        assertThat(cell.getShifts()).isOne();
        assertThat(cell.hasCompletionRate()).isFalse();
        assertThat(cell.hasGeneralShare()).isFalse();
    }

    @Test
    void aFigureWithoutDataIsUnset() {
        // Given
        nights.put(SampleCounts.night("seoul", FRIDAY, at(60), NightCounts.NONE));

        // When
        NightKpis kpis = kpis(Optional.empty()).getTotal().getNight();

        // Then
        assertThat(kpis.getAllFields().keySet())
                .extracting(field -> field.getName())
                .containsExactlyInAnyOrder("business_date", "update_time");
    }

    @Test
    void aNightIsBesideWhatItWouldHaveBeenWithoutSupporters() {
        // Given
        put("seoul", FRIDAY);
        put("busan", FRIDAY);
        legacy("seoul", new Played(at(300), SampleLegacy.COUNTS));
        legacy("busan", new Played(at(310), SampleLegacy.COUNTS));

        // When
        KpisResponse response = kpis(Optional.empty());

        // Then
        NightKpis legacy = response.getTotal().getLegacy();
        assertThat(legacy.getBusinessDate()).isEqualTo("2026-11-20");
        assertThat(legacy.getUpdateTime()).isEqualTo(Timestamps.of(at(310)));
        assertThat(legacy.getCalls()).isEqualTo(200);
        assertThat(legacy.getCompletionRate()).isEqualTo(.45);
        assertThat(legacy.getCancellationAfterAssignmentRate()).isEqualTo(.1);
        assertThat(legacy.getTripsPerPaidHour()).isEqualTo(.75);
        assertThat(legacy.getGeneralShare()).isOne();
        assertThat(legacy.getShifts()).isEqualTo(40);
        assertThat(legacy.getAllFields().keySet())
                .extracting(field -> field.getName())
                .doesNotContain(
                        "attendance_rate",
                        "supporter_completion_rate",
                        "auto_accept_share",
                        "demand_coverage",
                        "cost_per_completed_call",
                        "accepted_commands",
                        "supporter_calls");
        assertThat(response.getTotal().getMissingLegacyReason())
                .isEqualTo(MissingLegacyReason.MISSING_LEGACY_REASON_UNSPECIFIED);
        assertThat(response.getRegions(0).getLegacy().getCalls()).isEqualTo(100);
    }

    @Test
    void theTotalIsComparedOnlyIfAllRegionsWereSimulated() {
        // Given
        put("seoul", FRIDAY);
        put("busan", FRIDAY);
        legacy("seoul", new Played(at(300), SampleLegacy.COUNTS));
        legacy("busan", new NotPlayed(MissingLegacyReason.MISSING_LEGACY_REASON_TOO_LARGE));

        // When
        KpisResponse response = kpis(Optional.empty());

        // Then
        assertThat(response.getTotal().hasLegacy()).isFalse();
        assertThat(response.getTotal().getMissingLegacyReason())
                .isEqualTo(MissingLegacyReason.MISSING_LEGACY_REASON_TOO_LARGE);
        assertThat(response.getRegions(1).hasLegacy()).isTrue();
    }

    @Test
    void saysWhetherTheSimulationIsStillToCome() {
        // Given
        put("seoul", FRIDAY);

        // When and then
        assertThat(kpis(Optional.empty()).getTotal().getMissingLegacyReason())
                .isEqualTo(MissingLegacyReason.MISSING_LEGACY_REASON_NOT_YET);
        legacy("seoul", new InProgress(at(305)));
        assertThat(kpis(Optional.empty()).getTotal().getMissingLegacyReason())
                .isEqualTo(MissingLegacyReason.MISSING_LEGACY_REASON_NOT_YET);
        clock.advance(Duration.ofHours(36));
        assertThat(kpis(Optional.empty()).getTotal().getMissingLegacyReason())
                .isEqualTo(MissingLegacyReason.MISSING_LEGACY_REASON_NOT_KEPT);
    }

    @Test
    void ofANightThatNothingIsKnownOfThereIsNothing() {
        // When
        KpisResponse response = kpis(Optional.empty());

        // Then
        assertThat(response.getTotal().hasNight()).isFalse();
        assertThat(response.getRegionsList()).isEmpty();
        assertThat(response.getTotal().getMissingLegacyReason())
                .isEqualTo(MissingLegacyReason.MISSING_LEGACY_REASON_UNSPECIFIED);
    }

    private void legacy(String region, LegacyNight.Outcome outcome) {
        RegionNight key = new RegionNight(DRIVER, region, FRIDAY);
        legacyNights.change(
                key.id(),
                "",
                (current, version) ->
                        Optional.of(
                                Change.to(
                                        new LegacyNight(
                                                key,
                                                at(240),
                                                new LegacyNight.Size(100, 20),
                                                outcome))));
    }

    private void put(String region, LocalDate businessDate) {
        nights.put(SampleCounts.night(region, businessDate, at(60), SampleCounts.FULL));
    }

    private KpisResponse kpis(Optional<String> region) {
        return service.kpis(DRIVER, FRIDAY, region);
    }
}
