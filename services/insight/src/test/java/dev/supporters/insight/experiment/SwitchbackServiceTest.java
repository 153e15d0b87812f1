package dev.supporters.insight.experiment;

import static dev.supporters.insight.SampleNight.BEGIN;
import static dev.supporters.insight.SampleNight.DRIVER;
import static dev.supporters.insight.SampleNight.FRIDAY;
import static dev.supporters.insight.SampleNight.at;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.SwitchbackPlan;
import dev.supporters.insight.SampleCounts;
import dev.supporters.insight.SampleNight;
import dev.supporters.insight.adapter.mongo.InsightStores;
import dev.supporters.insight.experiment.SwitchbackService.ArmInterval;
import dev.supporters.insight.night.CountedNight;
import dev.supporters.insight.night.NightCounts;
import dev.supporters.insight.night.NightCounts.CallTotals;
import dev.supporters.insight.night.NightCounts.StepCounts;
import dev.supporters.insight.night.NightRepository;
import dev.supporters.insight.region.NightRegions;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.policy.v1.ExperimentChanged;
import dev.supporters.proto.policy.v1.Experiment;
import dev.supporters.proto.policy.v1.ExperimentStop;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;

class SwitchbackServiceTest {

    private final NightRegions regions = new NightRegions(new TestClock());
    private final NightRepository nights =
            InsightStores.repository(new InMemoryAggregateStore<>(InsightStores.NIGHTS));
    private final RunningExperiments experiments = new RunningExperiments();
    private final SwitchbackService service = new SwitchbackService(regions, nights, experiments);
    private final SwitchbackPlan plan =
            new SwitchbackPlan(
                    "pickup limit", FRIDAY, Duration.ofMinutes(45), Duration.ofMinutes(10));

    @Test
    void theIntervalsOfANightFollowEachOtherToTheWindowsEnd() {
        // Given
        regions.put(SampleNight.seoul());

        // When
        List<ArmInterval> intervals = service.plan(plan, DRIVER, "seoul", FRIDAY);

        // Then
        assertThat(intervals)
                .extracting(ArmInterval::begin)
                .containsExactly(BEGIN, at(45), at(90), at(135), at(180), at(225));
        assertThat(intervals)
                .extracting(ArmInterval::end)
                .containsExactly(at(45), at(90), at(135), at(180), at(225), at(240));
        assertThat(intervals.get(0).arm()).isNotEqualTo(intervals.get(1).arm());
    }

    @Test
    void refusesARegionWithoutAPolicy() {
        assertThatThrownBy(() -> service.plan(plan, DRIVER, "atlantis", FRIDAY))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("atlantis");
    }

    @Test
    void readsOnlyNightsWhoseWindowIsOverAndRegionsThatTakePart() {
        // Given
        put("seoul", FRIDAY, Duration.ofHours(4));
        put("busan", FRIDAY, Duration.ofHours(4));
        put("seoul", FRIDAY.plusDays(1), Duration.ofHours(4).minusMillis(1));

        // When
        SwitchbackReadout readout =
                service.read(plan, DRIVER, Set.of("seoul"), 14).readout().orElseThrow();

        // Then
        assertThat(readout.blocks()).isEqualTo(3);
        assertThat(readout.difference()).isZero();
        assertThat(readout.differs()).isFalse();
    }

    @Test
    void ofAStoppedExperimentOnlyWhatWasCountedBeforeItsStopIsRead() {
        // Given
        put("seoul", FRIDAY, Duration.ofHours(4));
        put("seoul", FRIDAY.plusDays(1), Duration.ofHours(4));
        put("seoul", FRIDAY.plusDays(2), Duration.ofHours(4));
        put("seoul", FRIDAY.plusDays(3), Duration.ofHours(4));
        assertThat(blocks()).isEqualTo(6);

        // When
        stopped(plan, at(91).plus(Duration.ofDays(2)));

        // Then
        assertThat(blocks()).isEqualTo(4);
    }

    @Test
    void anotherPlanOfTheSameNameIsReadToItsEnd() {
        put("seoul", FRIDAY, Duration.ofHours(4));

        stopped(
                new SwitchbackPlan(
                        plan.seed(), FRIDAY, Duration.ofMinutes(30), Duration.ofMinutes(10)),
                BEGIN);

        assertThat(blocks()).isEqualTo(3);
    }

    @Test
    void anExperimentWithoutNightsSaysNothing() {
        // When
        SwitchbackService.Result result = service.read(plan, DRIVER, Set.of("seoul"), 14);

        // Then
        assertThat(result.readout()).isEmpty();
        assertThat(result.stopDate()).isEmpty();
    }

    private int blocks() {
        return service.read(plan, DRIVER, Set.of("seoul"), 14)
                .readout()
                .map(SwitchbackReadout::blocks)
                .orElse(0);
    }

    private void stopped(SwitchbackPlan stopped, Instant time) {
        experiments.put(
                ExperimentChanged.newBuilder()
                        .setExperiment(
                                Experiment.newBuilder()
                                        .setProduct(DRIVER)
                                        .setRegion("seoul")
                                        .setName(stopped.seed())
                                        .setFirstDate(stopped.firstDate().toString())
                                        .setIntervalMinutes((int) stopped.interval().toMinutes())
                                        .setWashOutMinutes((int) stopped.washOut().toMinutes())
                                        .setNights(14)
                                        .setStop(
                                                ExperimentStop.newBuilder()
                                                        .setTime(Timestamps.of(time))))
                        .build());
    }

    private void put(String region, LocalDate businessDate, Duration afterBegin) {
        CountedNight empty =
                SampleCounts.night(region, businessDate, Instant.MIN, NightCounts.NONE);
        nights.put(
                SampleCounts.night(
                        region,
                        businessDate,
                        empty.beginTime().plus(afterBegin),
                        new NightCounts(
                                1,
                                new CallTotals(
                                        0,
                                        0,
                                        0,
                                        0,
                                        0,
                                        0,
                                        Collections.nCopies(48, new StepCounts(10, 5))),
                                NightCounts.NONE.commands(),
                                NightCounts.NONE.shifts())));
    }
}
