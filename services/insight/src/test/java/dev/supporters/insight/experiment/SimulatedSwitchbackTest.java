package dev.supporters.insight.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.Arm;
import dev.supporters.contract.SwitchbackPlan;
import dev.supporters.contract.WorkWindow;
import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.insight.SampleNight;
import dev.supporters.insight.experiment.SwitchbackService.Result;
import dev.supporters.insight.night.CountedNight;
import dev.supporters.insight.night.NightCounts;
import dev.supporters.insight.night.NightCounts.CallTotals;
import dev.supporters.insight.night.NightCounts.StepCounts;
import dev.supporters.insight.night.NightRepository;
import dev.supporters.insight.night.RegionNight;
import dev.supporters.insight.region.NightRegions;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.simulation.Night;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.SeoulNight;
import dev.supporters.simulation.engine.DispatchSettings;
import dev.supporters.simulation.engine.NightModel;
import dev.supporters.simulation.engine.PastNights;
import dev.supporters.simulation.engine.SimulatedCall.State;
import dev.supporters.simulation.engine.SupporterNight;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Experiments on 14 simulated nights with 2,200 calls each. In each of 200 experiments, each with a plan of its own, the treatment changes
 * what becomes of calls. What it does still works for ten minutes after a switch. With an effect of 0 both arms are one policy: switching
 * between a policy and itself changes nothing in the engine (SwitchedNightTest of simulation), so these are true experiments without an
 * effect. Those with one that the engine has made are in {@link PlayedExperimentsTest}.
 *
 * <p>The nights are a file, since playing them takes longer than all other tests here: the calls of each step, and those of them that were
 * completed. {@code -Dgolden.write=true} plays them and writes it.
 */
class SimulatedSwitchbackTest {

    private static final int NIGHTS = 14;
    private static final int EXPERIMENTS = 200;
    private static final int SUPPORTERS = 500;
    private static final long SEED = 70_001;
    private static final String REGION = "seoul";
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);
    private static final Duration CARRIED_OVER = Duration.ofMinutes(10);

    private static final Path FILE =
            Path.of("src", "test", "resources", "golden", "simulated-nights.txt");
    private static final WorkWindow WINDOW =
            WorkWindow.parse("Asia/Seoul", "21:00", Night.WINDOW_LENGTH);
    private static final int STEPS = (int) Night.WINDOW_LENGTH.dividedBy(CallTotals.STEP);

    /** The steps of all nights, one night after the other. */
    private static List<StepCounts> played;

    @BeforeAll
    static void read() throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.write(FILE, play());
        }
        played =
                Files.readAllLines(FILE).stream()
                        .map(line -> line.split(" "))
                        .map(counts ->
                                new StepCounts(
                                        Long.parseLong(counts[0]), Long.parseLong(counts[1])))
                        .toList();
    }

    private static List<String> play() {
        NightParameters parameters = NightParameters.defaults();
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < NIGHTS; number++) {
            Night night = SeoulNight.of(FIRST.plusDays(number), parameters, SEED + number);
            NightModel model = new NightModel(night, parameters, SEED + number, SUPPORTERS);
            OpenWindow window = window(number);
            long[][] steps = new long[STEPS][2];
            SupporterNight.play(model, DispatchSettings.GREEDY, PastNights.of(List.of(), night))
                    .calls()
                    .forEach(call -> {
                        Instant time = model.instant(call.requestedAt());
                        if (window.contains(time)) {
                            long[] step = steps[step(window, time)];
                            step[0]++;
                            step[1] += call.state() == State.COMPLETED ? 1 : 0;
                        }
                    });
            for (long[] step : steps) {
                lines.add(step[0] + " " + step[1]);
            }
        }
        return lines;
    }

    @Test
    void anEffectOfThreePointsIsFoundWithFourteenNights() {
        // When
        List<Result> results = experiments(.03, Duration.ofMinutes(10));

        // Then
        assertThat(results)
                .filteredOn(result ->
                        result.readout().orElseThrow().differs()
                                && result.readout().orElseThrow().difference() > 0)
                .as("found")
                .hasSizeGreaterThanOrEqualTo(EXPERIMENTS * 85 / 100);
        assertThat(meanDifference(results)).isBetween(.025, .035);
        assertThat(results).as("stopped").allMatch(result -> result.stopDate().isEmpty());
    }

    @Test
    void noEffectIsNotClaimed() {
        // When
        List<Result> results = experiments(0, Duration.ofMinutes(10));

        // Then
        assertThat(results)
                .filteredOn(result -> result.readout().orElseThrow().differs())
                .as("claimed")
                .hasSizeLessThanOrEqualTo(EXPERIMENTS / 20);
        assertThat(results)
                .filteredOn(result -> result.stopDate().isPresent())
                .as("stopped")
                .hasSizeLessThanOrEqualTo(EXPERIMENTS / 20);
    }

    @Test
    void aTreatmentThatLosesSixPointsIsStoppedBeforeTheEnd() {
        // When
        List<Result> results = experiments(-.06, Duration.ofMinutes(10));

        // Then
        assertThat(results)
                .filteredOn(result ->
                        result.stopDate()
                                .filter(date -> date.isBefore(FIRST.plusDays(NIGHTS - 1)))
                                .isPresent())
                .as("stopped")
                .hasSizeGreaterThanOrEqualTo(EXPERIMENTS * 9 / 10);
    }

    @Test
    void withoutAWashOutTheEffectLooksSmallerThanItIs() {
        assertThat(meanDifference(experiments(.06, Duration.ZERO)))
                .isLessThan(meanDifference(experiments(.06, Duration.ofMinutes(10))) - .01);
    }

    private static double meanDifference(List<Result> results) {
        return results.stream()
                .mapToDouble(result -> result.readout().orElseThrow().difference())
                .average()
                .orElseThrow();
    }

    private static List<Result> experiments(double effect, Duration washOut) {
        return IntStream.range(0, EXPERIMENTS)
                .mapToObj(number -> experiment("experiment " + number, effect, washOut))
                .toList();
    }

    private static Result experiment(String name, double effect, Duration washOut) {
        SwitchbackPlan plan = new SwitchbackPlan(name, FIRST, Duration.ofMinutes(30), washOut);
        SplittableRandom random = new SplittableRandom(name.hashCode());
        double completed =
                (double) played.stream().mapToLong(StepCounts::bySupporters).sum()
                        / played.stream().mapToLong(StepCounts::requested).sum();
        List<CountedNight> nights = new ArrayList<>();
        for (int number = 0; number < NIGHTS; number++) {
            OpenWindow window = window(number);
            List<StepCounts> steps = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                StepCounts counts = played.get(number * STEPS + step);
                long won =
                        treated(plan, window, step)
                                ? treated(counts, effect, completed, random)
                                : counts.bySupporters();
                steps.add(new StepCounts(counts.requested(), won));
            }
            nights.add(night(window, steps));
        }
        return new SwitchbackService(
                        new NightRegions(new TestClock()),
                        new FixedNights(nights),
                        new RunningExperiments())
                .read(plan, SampleNight.DRIVER, Set.of(REGION), NIGHTS);
    }

    /** Whether the treatment works in a step: also for a while after it has ended. */
    private static boolean treated(SwitchbackPlan plan, OpenWindow window, int step) {
        Instant time = window.begin().plus(CallTotals.STEP.multipliedBy(step));
        Instant felt = time.minus(CARRIED_OVER);
        return plan.at(REGION, window, felt.isBefore(window.begin()) ? time : felt).arm()
                == Arm.TREATMENT;
    }

    /** How many calls are completed under a treatment that changes the part of all calls that are by its effect. */
    private static long treated(
            StepCounts counts, double effect, double completed, SplittableRandom random) {
        long lost = counts.requested() - counts.bySupporters();
        return effect < 0
                ? counts.bySupporters() - draws(counts.bySupporters(), -effect / completed, random)
                : counts.bySupporters() + draws(lost, effect / (1 - completed), random);
    }

    private static long draws(long calls, double probability, SplittableRandom random) {
        return LongStream.range(0, calls).filter(call -> random.nextDouble() < probability).count();
    }

    private static OpenWindow window(int night) {
        return WINDOW.of(FIRST.plusDays(night));
    }

    private static int step(OpenWindow window, Instant time) {
        return (int) Duration.between(window.begin(), time).dividedBy(CallTotals.STEP);
    }

    private static CountedNight night(OpenWindow window, List<StepCounts> steps) {
        return new CountedNight(
                new RegionNight(SampleNight.DRIVER, REGION, window.businessDate()),
                window.begin(),
                window.end(),
                window.end(),
                new NightCounts(
                        1,
                        new CallTotals(0, 0, 0, 0, 0, 0, steps),
                        NightCounts.NONE.commands(),
                        NightCounts.NONE.shifts()));
    }

    private record FixedNights(List<CountedNight> nights) implements NightRepository {

        @Override
        public boolean put(CountedNight night) {
            return false;
        }

        @Override
        public List<CountedNight> find(Product product, Collection<LocalDate> businessDates) {
            return nights;
        }
    }
}
