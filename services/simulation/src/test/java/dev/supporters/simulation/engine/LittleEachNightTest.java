package dev.supporters.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.PolicyDefaults;
import dev.supporters.dispatch.abuse.AbuseDetector.Judgement;
import dev.supporters.dispatch.abuse.AbuseKind;
import dev.supporters.dispatch.abuse.AbuseSignal;
import dev.supporters.dispatch.abuse.NightSummary;
import dev.supporters.dispatch.abuse.SeveralNights;
import dev.supporters.dispatch.abuse.SeveralNights.SummarizedNight;
import dev.supporters.simulation.Cheaters;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.SeoulNight;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A week in which cheaters do little each night. Nights of the model have other people each; so the first cheater of a kind is taken as the
 * same person each night, and the second one, and so on, and honest drivers likewise.
 */
class LittleEachNightTest {

    private static final LocalDate LAST = LocalDate.of(2026, 11, 27);
    private static final int SUPPORTERS = 500;
    private static final long FIRST_SEED = 71_001;
    private static final int NIGHTS = 7;

    private static final NightParameters LITTLE =
            NightParameters.overriddenBy(
                    "{\"cheaters.share\": 0.1, \"cheaters.effort\": 0.3,"
                            + " \"forgetsToComplete\": 0.005}");

    @Test
    void whoDoesLittleEachNightIsFoundOverAWeekAndHonestDriversAreNot() {
        Map<Optional<Cheaters.Kind>, List<List<SummarizedNight>>> people = people();
        Map<AbuseKind, Found> found = new EnumMap<>(AbuseKind.class);
        people.forEach((kind, persons) ->
                kind.map(known -> AbuseKind.valueOf(known.name()))
                        .ifPresent(known -> found.put(known, Found.of(known, persons))));
        List<List<SummarizedNight>> honest = people.get(Optional.<Cheaters.Kind>empty());
        long wronged = honest.stream().filter(nights -> !overAWeek(nights).isEmpty()).count();

        System.out.println(table(found, honest.size(), wronged));
        assertThat(found)
                .hasSize(AbuseKind.values().length)
                .allSatisfy((kind, numbers) -> {
                    assertThat(numbers.people()).as("%s: cheaters", kind).isPositive();
                    assertThat(numbers.together()).as("%s: found", kind).isPositive();
                });
        double cheaters = found.values().stream().mapToLong(Found::people).sum();
        long alone = found.values().stream().mapToLong(Found::alone).sum();
        long together = found.values().stream().mapToLong(Found::together).sum();
        assertThat(alone / cheaters).as("found in one night").isLessThan(.5);
        assertThat(together / cheaters).as("found over a week").isGreaterThanOrEqualTo(.8);
        assertThat(honest.size()).isGreaterThan(400);
        assertThat(wronged).as("honest drivers with a signal over a week").isZero();
    }

    /** Of people who cheat in one way: how many gave a signal of it in a night alone, and how many in one alone or in several. */
    private record Found(int people, long alone, long together) {

        static Found of(AbuseKind kind, List<List<SummarizedNight>> persons) {
            return new Found(
                    persons.size(),
                    persons.stream()
                            .filter(nights ->
                                    nights.stream()
                                            .anyMatch(night -> night.signalled().contains(kind)))
                            .count(),
                    persons.stream()
                            .filter(nights ->
                                    nights.stream()
                                                    .anyMatch(night ->
                                                            night.signalled().contains(kind))
                                            || overAWeek(nights).contains(kind))
                            .count());
        }
    }

    /** The kinds of which nights were a signal together. */
    private static Set<AbuseKind> overAWeek(List<SummarizedNight> nights) {
        SeveralNights week = new SeveralNights(PolicyDefaults.abuse());
        Set<AbuseKind> kinds = new HashSet<>();
        List<SummarizedNight> before = new ArrayList<>();
        for (SummarizedNight night : nights) {
            Set<AbuseKind> signalled = new HashSet<>(night.signalled());
            for (AbuseSignal signal : week.detect(night, before)) {
                signalled.add(signal.kind());
                kinds.add(signal.kind());
            }
            before.add(new SummarizedNight(night.businessDate(), night.summary(), signalled));
        }
        return kinds;
    }

    /** By how they cheat, each with all nights. */
    private static Map<Optional<Cheaters.Kind>, List<List<SummarizedNight>>> people() {
        PastNights past = PastNights.ofSeoul(LITTLE, LAST);
        List<SimulatedOutcome> outcomes =
                IntStream.range(0, NIGHTS)
                        .parallel()
                        .mapToObj(night -> play(FIRST_SEED + night, past))
                        .toList();
        Map<Optional<Cheaters.Kind>, List<List<SummarizedNight>>> people = new HashMap<>();
        for (int number = 0; number < NIGHTS; number++) {
            LocalDate date = LAST.minusDays(NIGHTS - 1L - number);
            Map<Optional<Cheaters.Kind>, Integer> next = new HashMap<>();
            SimulatedOutcome outcome = outcomes.get(number);
            Map<String, Optional<Cheaters.Kind>> truth = DetectedCheaters.truth(outcome.model());
            for (SummarizedNight night : nights(date, DetectedCheaters.judge(outcome))) {
                Optional<Cheaters.Kind> kind = truth.get(night.summary().driverId().value());
                int person = next.merge(kind, 1, Integer::sum) - 1;
                List<List<SummarizedNight>> persons =
                        people.computeIfAbsent(kind, k -> new ArrayList<>());
                if (persons.size() == person) {
                    persons.add(new ArrayList<>());
                }
                persons.get(person).add(night);
            }
        }
        people.values().forEach(persons -> persons.removeIf(nights -> nights.size() < NIGHTS));
        return people;
    }

    private static List<SummarizedNight> nights(LocalDate date, Judgement judgement) {
        List<SummarizedNight> nights = new ArrayList<>();
        for (NightSummary summary : judgement.summaries()) {
            Set<AbuseKind> alone = new HashSet<>();
            judgement.signals().stream()
                    .filter(signal -> signal.driverId().equals(summary.driverId()))
                    .forEach(signal -> alone.add(signal.kind()));
            nights.add(new SummarizedNight(date, summary, alone));
        }
        return nights;
    }

    private static SimulatedOutcome play(long seed, PastNights past) {
        NightModel model =
                new NightModel(SeoulNight.of(LAST, LITTLE, seed), LITTLE, seed, SUPPORTERS);
        return SupporterNight.play(model, DispatchSettings.FULL, past);
    }

    private static String table(Map<AbuseKind, Found> found, int honest, long wronged) {
        StringBuilder table =
                new StringBuilder(
                        String.format(
                                Locale.ROOT,
                                "%-20s %8s %12s %12s%n",
                                "signals of",
                                "cheaters",
                                "in one night",
                                "in a week"));
        new TreeMap<>(found)
                .forEach((kind, numbers) ->
                        table.append(
                                String.format(
                                        Locale.ROOT,
                                        "%-20s %8d %12d %12d%n",
                                        kind,
                                        numbers.people(),
                                        numbers.alone(),
                                        numbers.together())));
        return table.append(wronged + " of " + honest + " honest drivers gave one over the week")
                .toString();
    }
}
