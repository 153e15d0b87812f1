package dev.supporters.dispatch.abuse;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import dev.supporters.contract.AbusePolicy;
import dev.supporters.dispatch.abuse.AbuseSignal.PlaceStatistics;
import dev.supporters.dispatch.abuse.AbuseSignal.Statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

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

    /**
     * What comes of a night.
     *
     * @param signals by kind, then by driver in the order given
     * @param summaries of each driver, in the order given
     */
    public record Judgement(List<AbuseSignal> signals, List<NightSummary> summaries) {

        private static final Judgement NONE = new Judgement(List.of(), List.of());

        public Judgement {
            signals = List.copyOf(signals);
            summaries = List.copyOf(summaries);
        }
    }

    /** The signals of the night, and what remains of it; nothing where signals are not looked for. */
    public Judgement judge(List<DriverNight> drivers) {
        if (!policy.enabled()) {
            return Judgement.NONE;
        }
        List<AbuseSignal> signals = new ArrayList<>();
        List<Map<AbuseKind, NightSummary.KindCount>> counts = new ArrayList<>();
        drivers.forEach(driver -> counts.add(new EnumMap<>(AbuseKind.class)));
        for (AbuseKind kind : AbuseKind.values()) {
            DetectorFindings last = look(kind, drivers);
            signals.addAll(last.signals().values());
            for (int i = 0; i < counts.size(); i++) {
                NightSummary.KindCount count = last.counts().get(i);
                if (count.occasions() > 0 || count.happened() > 0) {
                    counts.get(i).put(kind, count);
                }
            }
        }
        List<NightSummary> summaries = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            DriverNight driver = drivers.get(i);
            summaries.add(new NightSummary(driver.driverId(), counts.get(i), coldWaiting(driver)));
        }
        return new Judgement(signals, summaries);
    }

    /** The signals of the night, by kind, then by driver in the order given. */
    public List<AbuseSignal> detect(List<DriverNight> drivers) {
        return judge(drivers).signals();
    }

    /** The signals of a kind by driver, and what was counted of each driver. */
    private record DetectorFindings(
            Map<Integer, AbuseSignal> signals, List<NightSummary.KindCount> counts) {}

    /** Whoever gave a signal is no example of what is usual: so all are compared once more, with the others. */
    private DetectorFindings look(AbuseKind kind, List<DriverNight> drivers) {
        List<List<Occasion>> found =
                drivers.stream().map(driver -> occasions.of(kind, driver)).toList();
        Set<Integer> unusual = Set.of();
        DetectorFindings last = new DetectorFindings(Map.of(), List.of());
        for (int look = 0; look < LOOKS; look++) {
            last = look(kind, drivers, found, unusual);
            unusual = last.signals().keySet();
        }
        return last;
    }

    private DetectorFindings look(
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
        List<NightSummary.KindCount> counts = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            int driver = i;
            List<Occasion> own = found.get(i);
            BaseRates.Others others = base.without(unusual.contains(i) ? List.of() : own);
            double[] expected =
                    own.stream()
                            .mapToDouble(
                                    occasion -> others.rate(occasion.where()) * occasion.amount())
                            .toArray();
            Statistics statistics = statistics(kind, own, expected);
            counts.add(
                    new NightSummary.KindCount(
                            statistics.occasions(),
                            statistics.happened(),
                            statistics.expected(),
                            events(own, NightSummary.MOST_EVENTS)));
            signal(drivers.get(i), kind, own, expected, statistics)
                    .ifPresent(signal -> signals.put(driver, signal));
        }
        return new DetectorFindings(signals, counts);
    }

    private Optional<AbuseSignal> signal(
            DriverNight driver,
            AbuseKind kind,
            List<Occasion> own,
            double[] expected,
            Statistics statistics) {
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
                        events(own, MOST_EVENTS),
                        places(own, expected),
                        waited,
                        List.of()));
    }

    private static List<AbuseSignal.AbuseEvent> events(List<Occasion> own, int most) {
        return own.stream()
                .filter(Occasion::happened)
                .sorted(comparing(Occasion::time))
                .limit(most)
                .map(AbuseDetector::event)
                .toList();
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
        return new Statistics(amount, happened, sum, chance, threshold(policy));
    }

    /** The chance below which something is a signal: what may be by chance is shared by the kinds. */
    static double threshold(AbusePolicy policy) {
        return policy.falseAlarmsPerMillion() / MILLION / AbuseKind.values().length;
    }

    private static AbuseSignal.AbuseEvent event(Occasion occasion) {
        return new AbuseSignal.AbuseEvent(
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
