package dev.supporters.dispatch.abuse;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import dev.supporters.contract.AbusePolicy;
import dev.supporters.dispatch.abuse.AbuseSignal.NightStatistics;
import dev.supporters.dispatch.abuse.AbuseSignal.Statistics;
import dev.supporters.dispatch.abuse.NightSummary.KindCount;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the nights of a driver together: who does little each night gives no signal in any, but in their sum. Nights that were a signal before
 * are none again. A night is a part of as many sums as nights are taken together, so each sum may give so many times fewer false alarms: all of
 * them together hardly more than one night alone.
 */
public final class SeveralNights {

    private static final int LEAST_NIGHTS = 2;

    private final AbusePolicy policy;

    public SeveralNights(AbusePolicy policy) {
        this.policy = policy;
    }

    /**
     * A night of the driver.
     *
     * @param signalled the kinds of which it was a signal, alone or with nights before it
     */
    public record SummarizedNight(
            LocalDate businessDate, NightSummary summary, Set<AbuseKind> signalled) {

        public SummarizedNight {
            requireNonNull(businessDate);
            requireNonNull(summary);
            signalled = Set.copyOf(signalled);
        }
    }

    /** The first business date of the nights that are taken together with one. */
    public LocalDate first(LocalDate last) {
        return last.minusDays(Math.max(0, policy.nights() - 1L));
    }

    /**
     * The signals of which the last night is a part, by kind.
     *
     * @param before the driver's nights before it, in any order
     */
    public List<AbuseSignal> detect(SummarizedNight last, List<SummarizedNight> before) {
        if (!policy.enabled() || policy.nights() < LEAST_NIGHTS) {
            return List.of();
        }
        return Arrays.stream(AbuseKind.values())
                .filter(kind -> !last.signalled().contains(kind))
                .flatMap(kind -> detect(kind, together(kind, last, before)).stream())
                .toList();
    }

    /** The nights after the last signal, oldest first. */
    private List<SummarizedNight> together(
            AbuseKind kind, SummarizedNight last, List<SummarizedNight> before) {
        List<SummarizedNight> together = new ArrayList<>();
        before.stream()
                .filter(night -> night.businessDate().isBefore(last.businessDate()))
                .filter(night -> !night.businessDate().isBefore(first(last.businessDate())))
                .sorted(comparing(SummarizedNight::businessDate))
                .forEach(night -> {
                    if (night.signalled().contains(kind)) {
                        together.clear();
                    } else {
                        together.add(night);
                    }
                });
        together.add(last);
        return together;
    }

    private Optional<AbuseSignal> detect(AbuseKind kind, List<SummarizedNight> nights) {
        List<KindCount> counts = nights.stream().map(night -> night.summary().count(kind)).toList();
        boolean again =
                counts.stream().filter(count -> count.happened() > 0).count() >= LEAST_NIGHTS
                        && counts.getLast().happened() > 0;
        Statistics sum = sum(kind, counts);
        if (!again || sum.chance() > sum.threshold() || sum.happened() < policy.leastEvents()) {
            return Optional.empty();
        }
        Duration waited =
                kind == AbuseKind.COLD_WAITING
                        ? nights.stream()
                                .map(night -> night.summary().coldWaiting())
                                .reduce(Duration.ZERO, Duration::plus)
                        : Duration.ZERO;
        if (kind == AbuseKind.COLD_WAITING && waited.compareTo(policy.leastColdWaiting()) < 0) {
            return Optional.empty();
        }
        return Optional.of(
                new AbuseSignal(
                        nights.getLast().summary().driverId(),
                        kind,
                        sum,
                        counts.stream()
                                .flatMap(count -> count.events().stream())
                                .sorted(comparing(AbuseSignal.AbuseEvent::time))
                                .limit(AbuseDetector.MOST_EVENTS)
                                .toList(),
                        List.of(),
                        waited,
                        nights.stream().map(night -> statistics(night, kind)).toList()));
    }

    private static NightStatistics statistics(SummarizedNight night, AbuseKind kind) {
        KindCount count = night.summary().count(kind);
        return new NightStatistics(
                night.businessDate(), count.occasions(), count.happened(), count.expected());
    }

    /** Of the trials only their mean probability is kept; the chance by it is no less than by each one's own. */
    private Statistics sum(AbuseKind kind, List<KindCount> counts) {
        double occasions = counts.stream().mapToDouble(KindCount::occasions).sum();
        int happened = counts.stream().mapToInt(KindCount::happened).sum();
        double expected = counts.stream().mapToDouble(KindCount::expected).sum();
        double chance =
                switch (kind.tail()) {
                    case MANY_OF_TRIALS -> {
                        double[] trials = new double[Math.toIntExact(Math.round(occasions))];
                        Arrays.fill(trials, expected / Math.max(1, trials.length));
                        yield TailChance.atLeastOf(trials, happened);
                    }
                    case MANY_IN_TIME -> TailChance.atLeast(expected, happened);
                };
        return new Statistics(
                occasions,
                happened,
                expected,
                chance,
                AbuseDetector.threshold(policy) / policy.nights());
    }
}
