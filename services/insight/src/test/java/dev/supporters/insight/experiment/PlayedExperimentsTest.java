package dev.supporters.insight.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.Position;
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
import dev.supporters.simulation.engine.SimulatedCall;
import dev.supporters.simulation.engine.SimulatedOutcome;
import dev.supporters.simulation.engine.SupporterNight;
import dev.supporters.simulation.engine.SwitchedPolicy;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Experiments that the engine of the simulation has played: in each, 14 nights of 2,200 calls in two regions, in which the plan switches
 * the policy for each call. What the treatment does to calls, to the supporters who are missing for the next ones, and over a switch and
 * over the border between the regions, is what the engine makes of it.
 *
 * <p>Playing them takes minutes, so what was counted is a file. {@code ./mvnw -q -Dquick -Dmaven.test.skip=false test -pl services/insight
 * -Dtest=PlayedExperimentsTest -Dgolden.write=true} plays all nights and writes it; without that the test plays one of them and compares.
 */
class PlayedExperimentsTest {

    private static final int NIGHTS = 14;
    private static final int EXPERIMENTS = 4;
    private static final int SUPPORTERS = 500;
    private static final long SEED = 91_001;
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);
    private static final List<String> REGIONS = List.of("east", "west");
    private static final double BORDER = 127;

    /** A policy whose longest pickup is 18 minutes, and the same one with 22. */
    private static final DispatchSettings CONTROL = withLongestPickup(18);

    private static final DispatchSettings TREATMENT = withLongestPickup(22);

    private static final Path FILE =
            Path.of("src", "test", "resources", "golden", "switched-nights.txt");
    private static final WorkWindow WINDOW =
            WorkWindow.parse("Asia/Seoul", "21:00", Night.WINDOW_LENGTH);
    private static final int STEPS = (int) Night.WINDOW_LENGTH.dividedBy(CallTotals.STEP);

    /** A night of an experiment, as it was counted: steps by region. */
    private record PlayedLine(int experiment, int night, String region, List<StepCounts> steps) {

        static PlayedLine read(String text) {
            String[] parts = text.split(" ");
            return new PlayedLine(
                    Integer.parseInt(parts[0]),
                    Integer.parseInt(parts[1]),
                    parts[2],
                    Stream.of(parts)
                            .skip(3)
                            .map(counts -> counts.split("/"))
                            .map(counts ->
                                    new StepCounts(
                                            Long.parseLong(counts[0]), Long.parseLong(counts[1])))
                            .toList());
        }

        String write() {
            return experiment
                    + " "
                    + night
                    + " "
                    + region
                    + " "
                    + steps.stream()
                            .map(counts -> counts.requested() + "/" + counts.bySupporters())
                            .collect(Collectors.joining(" "));
        }
    }

    /** Those of the experiments, and, as number -1 and -2, the first one's nights under the control and the treatment alone. */
    private static List<PlayedLine> counted;

    @BeforeAll
    static void read() throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.write(FILE, play().map(PlayedLine::write).toList());
        }
        counted = Files.readAllLines(FILE).stream().map(PlayedLine::read).toList();
    }

    private static DispatchSettings withLongestPickup(int minutes) {
        return new DispatchSettings(
                Duration.ofMinutes(minutes),
                DispatchSettings.GREEDY.assignment(),
                DispatchSettings.GREEDY.pooled(),
                DispatchSettings.GREEDY.moves(),
                DispatchSettings.GREEDY.rests(),
                DispatchSettings.GREEDY.chainsWait(),
                DispatchSettings.GREEDY.zones());
    }

    private static Stream<PlayedLine> play() {
        return IntStream.range(-2, EXPERIMENTS)
                .boxed()
                .flatMap(experiment ->
                        IntStream.range(0, NIGHTS)
                                .boxed()
                                .flatMap(night -> play(experiment, night).stream()));
    }

    private static List<PlayedLine> play(int experiment, int number) {
        NightParameters parameters = NightParameters.defaults();
        long seed = SEED + 100L * Math.max(0, experiment) + number;
        Night night = SeoulNight.of(FIRST.plusDays(number), parameters, seed);
        NightModel model = new NightModel(night, parameters, seed, SUPPORTERS);
        PastNights past = PastNights.of(List.of(), night);
        SimulatedOutcome outcome =
                switch (experiment) {
                    case -1 -> SupporterNight.play(model, CONTROL, past);
                    case -2 -> SupporterNight.play(model, TREATMENT, past);
                    default ->
                            SupporterNight.play(
                                    model,
                                    new SwitchedPolicy(
                                            CONTROL,
                                            TREATMENT,
                                            plan(experiment),
                                            PlayedExperimentsTest::region),
                                    past);
                };
        return REGIONS.stream()
                .map(region ->
                        new PlayedLine(experiment, number, region, steps(outcome, number, region)))
                .toList();
    }

    private static List<StepCounts> steps(SimulatedOutcome outcome, int number, String region) {
        OpenWindow window = window(number);
        long[][] counts = new long[STEPS][2];
        for (SimulatedCall call : outcome.calls()) {
            Instant time = outcome.model().instant(call.requestedAt());
            if (window.contains(time) && region(call.origin()).equals(region)) {
                long[] step =
                        counts[
                                (int)
                                        Duration.between(window.begin(), time)
                                                .dividedBy(CallTotals.STEP)];
                step[0]++;
                step[1] += call.state() == SimulatedCall.State.COMPLETED ? 1 : 0;
            }
        }
        return Stream.of(counts).map(step -> new StepCounts(step[0], step[1])).toList();
    }

    @Test
    void anEffectOfThreePointsAndMoreIsFoundWithFourteenNights() {
        double worth = rate(-2) - rate(-1);

        List<SwitchbackReadout> readouts =
                IntStream.range(0, EXPERIMENTS)
                        .mapToObj(experiment -> read(experiment).readout().orElseThrow())
                        .toList();

        assertThat(worth).as("what the policy is worth all night").isGreaterThanOrEqualTo(.03);
        assertThat(readouts)
                .as("found")
                .allMatch(readout -> readout.differs() && readout.difference() > 0);
        assertThat(
                        readouts.stream()
                                .mapToDouble(SwitchbackReadout::difference)
                                .average()
                                .orElseThrow())
                .as("mean of what was found, of %.3f", worth)
                .isBetween(worth * .5, worth * 1.5);
    }

    @Test
    void aTreatmentThatWinsIsNotStopped() {
        assertThat(IntStream.range(0, EXPERIMENTS).mapToObj(PlayedExperimentsTest::read))
                .allMatch(result -> result.stopDate().isEmpty());
    }

    /** Of one night, since all of them take minutes. */
    @Test
    void theFileHasWhatTheEnginePlays() {
        assertThat(play(0, 0)).isEqualTo(lines(0).filter(line -> line.night() == 0).toList());
    }

    private static double rate(int experiment) {
        List<StepCounts> steps = lines(experiment).flatMap(line -> line.steps().stream()).toList();
        return (double) steps.stream().mapToLong(StepCounts::bySupporters).sum()
                / steps.stream().mapToLong(StepCounts::requested).sum();
    }

    private static Stream<PlayedLine> lines(int experiment) {
        return counted.stream().filter(line -> line.experiment() == experiment);
    }

    private static Result read(int experiment) {
        List<CountedNight> nights = lines(experiment).map(PlayedExperimentsTest::night).toList();
        return new SwitchbackService(
                        new NightRegions(new TestClock()),
                        new PlayedNights(nights),
                        new RunningExperiments())
                .read(plan(experiment), SampleNight.DRIVER, Set.copyOf(REGIONS), NIGHTS);
    }

    private static SwitchbackPlan plan(int experiment) {
        return new SwitchbackPlan(
                "played " + experiment, FIRST, Duration.ofMinutes(30), Duration.ofMinutes(10));
    }

    private static CountedNight night(PlayedLine line) {
        OpenWindow window = window(line.night());
        return new CountedNight(
                new RegionNight(SampleNight.DRIVER, line.region(), window.businessDate()),
                window.begin(),
                window.end(),
                window.end(),
                new NightCounts(
                        1,
                        new CallTotals(0, 0, 0, 0, 0, 0, line.steps()),
                        NightCounts.NONE.commands(),
                        NightCounts.NONE.shifts()));
    }

    private static OpenWindow window(int night) {
        return WINDOW.of(FIRST.plusDays(night));
    }

    private static String region(Position place) {
        return place.lng() < BORDER ? "west" : "east";
    }

    private record PlayedNights(List<CountedNight> nights) implements NightRepository {

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
