package dev.supporters.dispatch.abuse;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import dev.supporters.contract.AbusePolicy;
import dev.supporters.dispatch.abuse.AbuseSignal.PlaceStatistics;
import dev.supporters.dispatch.abuse.AbuseSignal.Statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Compares each driver's night with what is usual for the others, at the same places and hours. A signal is what an honest driver does
 * less often than the policy's threshold allows. A night is judged once, when it is over: to look again and again would find more by
 * chance than the threshold says.
 */
public final class AbuseDetector {

    /** The most events of a signal. */
    public static final int MOST_EVENTS = 50;

    /** The most places of a signal. */
    public static final int MOST_PLACES = 20;

    /** How often a night is looked at; after that hardly anything changes. */
    private static final int LOOKS = 4;

    private static final double MILLION = 1e6;

    private final AbusePolicy policy;
    private final Occasions occasions;

    /**
     * Looks at one night in one region.
     *
     * @param calls all calls of the night
     */
    public AbuseDetector(AbusePolicy policy, CallCounts calls, Instant windowBegin) {
        this.policy = policy;
        occasions = new Occasions(policy, calls, windowBegin);
    }

    /** The signals of the night, by kind, then by driver in the order given. */
    public List<AbuseSignal> detect(List<DriverNight> drivers) {
        if (!policy.enabled()) {
            return List.of();
        }
        return Stream.of(AbuseKind.values())
                .flatMap(kind -> detect(kind, drivers).stream())
                .toList();
    }

    /** Whoever gave a signal is no example of what is usual: so all are compared once more, with the others. */
    private List<AbuseSignal> detect(AbuseKind kind, List<DriverNight> drivers) {
        List<List<Occasion>> found =
                drivers.stream().map(driver -> occasions.of(kind, driver)).toList();
        Set<Integer> unusual = Set.of();
        Map<Integer, AbuseSignal> signals = Map.of();
        for (int look = 0; look < LOOKS; look++) {
            signals = detect(kind, drivers, found, unusual);
            unusual = signals.keySet();
        }
        return List.copyOf(signals.values());
    }

    private Map<Integer, AbuseSignal> detect(
            AbuseKind kind,
            List<DriverNight> drivers,
            List<List<Occasion>> found,
            Set<Integer> unusual) {
        BaseRates base = new BaseRates(kind.usualRate());
        for (int i = 0; i < found.size(); i++) {
            if (!unusual.contains(i)) {
                found.get(i).forEach(base::add);
            }
        }
        Map<Integer, AbuseSignal> signals = new TreeMap<>();
        for (int i = 0; i < found.size(); i++) {
            int driver = i;
            BaseRates.Others others = base.without(unusual.contains(i) ? List.of() : found.get(i));
            signal(drivers.get(i), kind, found.get(i), others)
                    .ifPresent(signal -> signals.put(driver, signal));
        }
        return signals;
    }

    private Optional<AbuseSignal> signal(
            DriverNight driver, AbuseKind kind, List<Occasion> own, BaseRates.Others others) {
        double[] expected =
                own.stream()
                        .mapToDouble(occasion -> others.rate(occasion.where()) * occasion.amount())
                        .toArray();
        Statistics statistics = statistics(kind, own, expected);
        if (statistics.chance() > statistics.threshold()
                || statistics.happened() < policy.leastEvents()) {
            return Optional.empty();
        }
        Duration waited = kind == AbuseKind.COLD_WAITING ? coldWaiting(driver) : Duration.ZERO;
        if (kind == AbuseKind.COLD_WAITING && waited.compareTo(policy.leastColdWaiting()) < 0) {
            return Optional.empty();
        }
        return Optional.of(
                new AbuseSignal(
                        driver.driverId(),
                        kind,
                        statistics,
                        own.stream()
                                .filter(Occasion::happened)
                                .sorted(comparing(Occasion::time))
                                .limit(MOST_EVENTS)
                                .map(AbuseDetector::event)
                                .toList(),
                        places(own, expected),
                        waited));
    }

    private Duration coldWaiting(DriverNight driver) {
        return occasions.coldStays(driver).stream()
                .map(DriverNight.Stay::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private Statistics statistics(AbuseKind kind, List<Occasion> own, double[] expected) {
        double amount = own.stream().mapToDouble(Occasion::amount).sum();
        int happened = (int) own.stream().filter(Occasion::happened).count();
        double sum = DoubleStream.of(expected).sum();
        double chance =
                switch (kind.tail()) {
                    case MANY_OF_TRIALS -> TailChance.atLeastOf(expected, happened);
                    case MANY_IN_TIME -> TailChance.atLeast(sum, happened);
                };
        return new Statistics(amount, happened, sum, chance, threshold());
    }

    /** The chance below which something is a signal: what may be by chance is shared by the kinds. */
    private double threshold() {
        return policy.falseAlarmsPerMillion() / MILLION / AbuseKind.values().length;
    }

    private static AbuseSignal.Event event(Occasion occasion) {
        return new AbuseSignal.Event(
                occasion.time(), occasion.callId(), occasion.where().cell(), occasion.value());
    }

    private static List<PlaceStatistics> places(List<Occasion> own, double[] expected) {
        Map<PlaceHour, PlaceStatistics> sums = new HashMap<>();
        for (int i = 0; i < expected.length; i++) {
            Occasion occasion = own.get(i);
            sums.merge(
                    occasion.where(),
                    new PlaceStatistics(
                            occasion.where(),
                            occasion.amount(),
                            occasion.happened() ? 1 : 0,
                            expected[i]),
                    AbuseDetector::sum);
        }
        return sums.values().stream()
                .sorted(
                        comparingDouble((PlaceStatistics place) ->
                                        -Math.abs(place.happened() - place.expected()))
                                .thenComparingInt(place -> place.where().hour())
                                .thenComparingLong(place -> place.where().cell()))
                .limit(MOST_PLACES)
                .toList();
    }

    private static PlaceStatistics sum(PlaceStatistics one, PlaceStatistics other) {
        return new PlaceStatistics(
                one.where(),
                one.occasions() + other.occasions(),
                one.happened() + other.happened(),
                one.expected() + other.expected());
    }
}
