package dev.supporters.load.decisions;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.contract.TravelWithoutCar;
import dev.supporters.dispatch.assignment.KeepEstimate;
import dev.supporters.dispatch.assignment.solver.WaitingPool;
import dev.supporters.dispatch.assignment.solver.WaitingPool.Candidate;
import dev.supporters.dispatch.assignment.solver.WaitingPool.HeldCall;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.dispatch.forecast.DemandHistory;
import dev.supporters.dispatch.forecast.DemandPlaces;
import dev.supporters.dispatch.move.MovePlanner;
import dev.supporters.dispatch.move.MoveSettings;
import dev.supporters.dispatch.move.MoveTick;
import dev.supporters.dispatch.move.RestAdvisor;
import dev.supporters.load.figures.Latencies;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The decision classes alone, in this process and on one thread: a plan of moves, and the assignment of held calls. */
public final class DecisionBenchmark {

    private static final int SUPPORTERS = 5_000;
    private static final int IDLE = 500;
    private static final int CALLS = 200;
    private static final double CALLS_A_NIGHT = 22_000;
    private static final int PLACES = 2_000;
    private static final int BINS = 24;
    private static final double WINDOW_SECONDS = Duration.ofHours(4).toSeconds();
    private static final Position CENTRE = new Position(37.53, 126.99);
    private static final double LARGEST_DEGREES = .12;

    private final RandomGenerator random;
    private final Duration length;

    /**
     * Draws people and calls of greater Seoul by a seed.
     *
     * @param length how long each decision is measured; half of that time it runs before without measuring
     */
    public DecisionBenchmark(long seed, Duration length) {
        random = new SplittableRandom(seed);
        this.length = length;
    }

    /** Measures and prints. */
    public void run(Consumer<String> console) {
        console.accept(
                String.format(
                        Locale.ROOT,
                        "%-48s %8s %8s %8s %8s %8s",
                        "decisions in this process, one thread",
                        "runs",
                        "mean ms",
                        "p50",
                        "p95",
                        "p99"));
        MovePlanner planner =
                new MovePlanner(
                        new DemandPlaces(history()),
                        TravelWithoutCar.STANDARD,
                        MoveSettings.STANDARD,
                        RestAdvisor.STANDARD);
        List<MoveTick> ticks = IntStream.range(0, 20).mapToObj(this::tick).toList();
        measure(
                "a plan of moves, %,d idle of %,d supporters".formatted(IDLE, SUPPORTERS),
                ticks.stream().<Runnable>map(tick -> () -> planner.plan(tick)).toList(),
                console);
        List<List<HeldCall>> pools = IntStream.range(0, 20).mapToObj(i -> pool()).toList();
        measure(
                "held calls assigned, %d calls to %d supporters".formatted(CALLS, CALLS),
                pools.stream().<Runnable>map(pool -> () -> WaitingPool.assign(pool)).toList(),
                console);
    }

    private void measure(String name, List<Runnable> decisions, Consumer<String> console) {
        drive(decisions, length.dividedBy(2));
        Latencies latencies = Latencies.ofNanos(drive(decisions, length));
        console.accept(
                String.format(
                        Locale.ROOT,
                        "%-48s %8d %8.2f %8.2f %8.2f %8.2f",
                        name,
                        latencies.count(),
                        latencies.mean(),
                        latencies.p50(),
                        latencies.p95(),
                        latencies.p99()));
    }

    private static List<Long> drive(List<Runnable> decisions, Duration length) {
        List<Long> nanos = new ArrayList<>();
        long end = System.nanoTime() + length.toNanos();
        for (int i = 0; System.nanoTime() < end; i++) {
            long begin = System.nanoTime();
            decisions.get(i % decisions.size()).run();
            nanos.add(System.nanoTime() - begin);
        }
        return nanos;
    }

    /** A night's calls at random places, most of them at few: like a city's. */
    private DemandHistory history() {
        DemandCells cells = new DemandCells();
        Map<Long, DemandHistory.Cell> learned = new HashMap<>();
        double[] shares =
                DoubleStream.generate(() -> Math.pow(random.nextDouble(), -.8))
                        .limit(PLACES)
                        .toArray();
        double total = DoubleStream.of(shares).sum();
        for (double share : shares) {
            Position place = position();
            long number = cells.cell(place);
            double calls = CALLS_A_NIGHT * share / total / BINS;
            learned.putIfAbsent(
                    number,
                    new DemandHistory.Cell(number, place, Collections.nCopies(BINS, calls)));
        }
        return new DemandHistory(
                "seoul",
                "DRIVER",
                ZoneId.of("Asia/Seoul"),
                LocalTime.of(21, 0),
                LocalDate.of(2026, 9, 1),
                LocalDate.of(2026, 10, 31),
                60,
                BINS,
                learned.values().stream()
                        .sorted(Comparator.comparingLong(DemandHistory.Cell::number))
                        .toList());
    }

    private MoveTick tick(int number) {
        List<MoveTick.SupporterAtWork> supporters = new ArrayList<>();
        for (int i = 0; i < SUPPORTERS; i++) {
            boolean idle = i < IDLE;
            supporters.add(
                    new MoveTick.SupporterAtWork(
                            new DriverId(Integer.toString(1_000_000 + i)),
                            idle ? MoveTick.State.IDLE : MoveTick.State.DRIVING,
                            position(),
                            idle ? 0 : random.nextDouble(3_600),
                            false,
                            MoveTick.NEVER,
                            MoveTick.NEVER,
                            true));
        }
        return new MoveTick(
                1_800 + number * 600.0, WINDOW_SECONDS, false, number, Map.of(), supporters);
    }

    /** Each call has as many candidates as it may have. */
    private List<HeldCall> pool() {
        List<HeldCall> calls = new ArrayList<>();
        for (int call = 0; call < CALLS; call++) {
            List<Candidate> candidates = new ArrayList<>();
            for (int i = 0; i < WaitingPool.MAX_CANDIDATES; i++) {
                int seconds = random.nextInt(60, 1_320);
                candidates.add(
                        new Candidate(
                                new DriverId(Integer.toString(random.nextInt(CALLS))),
                                seconds,
                                KeepEstimate.probability(seconds),
                                false));
            }
            calls.add(
                    new HeldCall(
                            new CallId(Integer.toString(call)),
                            Duration.ofSeconds(random.nextInt(360)),
                            candidates));
        }
        return calls;
    }

    private Position position() {
        return new Position(
                CENTRE.lat() + random.nextDouble(-LARGEST_DEGREES, LARGEST_DEGREES),
                CENTRE.lng() + random.nextDouble(-LARGEST_DEGREES, LARGEST_DEGREES));
    }
}
