package dev.supporters.insight.experiment;

import static dev.supporters.insight.SampleNight.DRIVER;
import static dev.supporters.insight.SampleNight.FRIDAY;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.Arm;
import dev.supporters.contract.SwitchbackPlan;
import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.insight.SampleCounts;
import dev.supporters.insight.SampleNight;
import dev.supporters.insight.adapter.mongo.InsightStores;
import dev.supporters.insight.night.CountedNight;
import dev.supporters.insight.night.NightCounts;
import dev.supporters.insight.night.NightCounts.CallTotals;
import dev.supporters.insight.night.NightCounts.StepCounts;
import dev.supporters.insight.night.NightRepository;
import dev.supporters.insight.region.NightRegions;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.policy.v1.ExperimentChanged;
import dev.supporters.proto.policy.v1.Experiment;
import dev.supporters.proto.policy.v1.ExperimentStop;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

class ExperimentGuardTest {

    private static final int NIGHTS = 14;
    private static final int STEPS = 48;

    private final TestClock clock = new TestClock();
    private final NightRegions regions = new NightRegions(clock);
    private final NightRepository nights =
            InsightStores.repository(new InMemoryAggregateStore<>(InsightStores.NIGHTS));
    private final RunningExperiments running = new RunningExperiments();
    private final List<String> stopped = new ArrayList<>();
    private boolean away;
    private final ExperimentGuard guard =
            new ExperimentGuard(
                    running,
                    new SwitchbackService(regions, nights, running),
                    regions,
                    (experiment, reason) -> stop(experiment.plan().seed() + ": " + reason),
                    clock);
    private final SwitchbackPlan plan =
            new SwitchbackPlan("far", FRIDAY, Duration.ofMinutes(30), Duration.ofMinutes(10));

    @Test
    void aTreatmentThatLosesIsStoppedWithTheFiguresBehindIt() {
        // Given
        begin();
        nights(6, 4);

        // When
        guard.look();

        // Then
        assertThat(stopped)
                .singleElement()
                .asString()
                .startsWith("far: The treatment had lost after the night of 2026-11-")
                .contains("-40.0 points", "blocks.");
    }

    @Test
    void aTreatmentAsGoodAsTheControlGoesOn() {
        begin();
        nights(6, 8);

        guard.look();

        assertThat(stopped).isEmpty();
    }

    @Test
    void whatIsStoppedAlreadyIsLeftAlone() {
        begin();
        nights(6, 4);
        running.put(
                ExperimentChanged.newBuilder()
                        .setExperiment(experiment().setStop(ExperimentStop.getDefaultInstance()))
                        .build());

        guard.look();

        assertThat(stopped).isEmpty();
    }

    @Test
    void afterItsLastNightAnExperimentIsLeftAlone() {
        begin();
        nights(6, 4);
        clock.advance(Duration.ofDays(NIGHTS + 1));

        guard.look();

        assertThat(stopped).isEmpty();
    }

    @Test
    void whileAnotherVersionThanTheControlIsInForceAnExperimentIsLeftAlone() {
        // Given
        begin();
        nights(6, 4);
        regions.put(SampleNight.version(2));
        guard.look();
        assertThat(stopped).isEmpty();

        // When the version in force is the control's
        running.put(
                ExperimentChanged.newBuilder()
                        .setExperiment(experiment().setControlVersion(2))
                        .build());
        guard.look();

        // Then
        assertThat(stopped).hasSize(1);
    }

    @Test
    void whatCouldNotBeStoppedIsStoppedAtTheNextLook() {
        begin();
        nights(6, 4);
        away = true;
        guard.look();
        assertThat(stopped).isEmpty();
        away = false;

        guard.look();

        assertThat(stopped).hasSize(1);
    }

    private void stop(String what) {
        if (away) {
            throw new Refusal(ErrorReason.ERROR_REASON_UNAVAILABLE, "policy", "an answer");
        }
        stopped.add(what);
    }

    private void begin() {
        regions.put(SampleNight.seoul());
        running.put(ExperimentChanged.newBuilder().setExperiment(experiment()).build());
    }

    private static Experiment.Builder experiment() {
        return Experiment.newBuilder()
                .setProduct(DRIVER)
                .setRegion("seoul")
                .setName("far")
                .setControlVersion(1)
                .setFirstDate(FRIDAY.toString())
                .setIntervalMinutes(30)
                .setWashOutMinutes(10)
                .setNights(NIGHTS);
    }

    /** So many nights, in which of ten calls of a step the control completes eight. */
    private void nights(int howMany, int ofTreatment) {
        for (LocalDate date : FRIDAY.datesUntil(FRIDAY.plusDays(howMany)).toList()) {
            CountedNight empty = SampleCounts.night("seoul", date, Instant.MIN, NightCounts.NONE);
            OpenWindow window = new OpenWindow(date, empty.beginTime(), empty.endTime());
            List<StepCounts> steps =
                    IntStream.range(0, STEPS)
                            .mapToObj(step -> new StepCounts(10, of(window, step, ofTreatment)))
                            .toList();
            nights.put(
                    SampleCounts.night(
                            "seoul",
                            date,
                            empty.endTime(),
                            new NightCounts(
                                    1,
                                    new CallTotals(0, 0, 0, 0, 0, 0, steps),
                                    NightCounts.NONE.commands(),
                                    NightCounts.NONE.shifts())));
        }
    }

    private int of(OpenWindow window, int step, int ofTreatment) {
        Instant time = window.begin().plus(SwitchbackPlan.STEP.multipliedBy(step));
        return plan.at("seoul", window, time).arm() == Arm.TREATMENT ? ofTreatment : 8;
    }
}
