package dev.supporters.dispatch.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.supporters.contract.AbusePolicy;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.PolicyDefaults;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Signals of abuse in a night of a hundred drivers, of whom one is unusual. */
class AbuseDetectorTest {

    private static final Instant BEGIN = Instant.parse("2026-11-27T12:00:00Z");
    private static final long BUSY = 1;
    private static final long COLD = 2;
    private static final long DIFFICULT = 3;
    private static final int OTHERS = 99;
    private static final String UNUSUAL = "unusual";

    private final CallCounts calls = new CallCounts(BEGIN, List::of);

    AbuseDetectorTest() {
        for (int minute = 0; minute < 240; minute++) {
            calls.add(BUSY, at(minute));
            calls.add(DIFFICULT, at(minute));
        }
    }

    private List<AbuseSignal> signals(IntFunction<DriverNight> night, DriverNight unusual) {
        return signals(PolicyDefaults.abuse(), night, unusual);
    }

    private List<AbuseSignal> signals(
            AbusePolicy policy, IntFunction<DriverNight> night, DriverNight unusual) {
        List<DriverNight> drivers =
                new ArrayList<>(IntStream.range(0, OTHERS).mapToObj(night).toList());
        drivers.add(unusual);
        return new AbuseDetector(policy, calls, BEGIN).detect(drivers);
    }

    @Test
    void refusingMostCommandsIsASignalWithItsNumbers() {
        // one in twenty of the others' commands is refused
        List<AbuseSignal> signals =
                signals(
                        driver -> answers("" + driver, BUSY, 10, n -> driver % 2 == 0 && n == 0),
                        answers(UNUSUAL, BUSY, 10, n -> n < 8));

        assertThat(signals).hasSize(1);
        AbuseSignal signal = signals.getFirst();
        assertThat(signal.driverId()).isEqualTo(new DriverId(UNUSUAL));
        assertThat(signal.kind()).isEqualTo(AbuseKind.REFUSALS);
        assertThat(signal.statistics().occasions()).isEqualTo(10);
        assertThat(signal.statistics().happened()).isEqualTo(8);
        assertThat(signal.statistics().expected()).isCloseTo(.5, within(.05));
        assertThat(signal.statistics().chance()).isLessThan(1e-8);
        assertThat(signal.statistics().threshold()).isCloseTo(1e-4, within(1e-12));
        assertThat(signal.events())
                .hasSize(8)
                .allMatch(event -> event.cell() == BUSY && event.callId().isPresent());
        assertThat(signal.places())
                .singleElement()
                .satisfies(place -> {
                    assertThat(place.where()).isEqualTo(new PlaceHour(BUSY, 0));
                    assertThat(place.happened()).isEqualTo(8);
                });
    }

    @Test
    void whereEverybodyRefusesItIsNoSignal() {
        List<AbuseSignal> signals =
                signals(
                        driver -> answers("" + driver, DIFFICULT, 10, n -> n < 7),
                        answers(UNUSUAL, DIFFICULT, 10, n -> n < 8));

        assertThat(signals).isEmpty();
    }

    @Test
    void customersWhoCancelSoonAfterTheDestinationIsShownAreASignal() {
        IntFunction<DriverNight> usual =
                driver -> reveals("" + driver, 6, n -> driver % 2 == 0 && n == 0, 60);

        assertThat(signals(usual, reveals(UNUSUAL, 6, n -> n < 5, 60)))
                .extracting(AbuseSignal::kind)
                .containsExactly(AbuseKind.CANCELLATIONS);
        assertThat(signals(usual, reveals(UNUSUAL, 6, n -> n < 5, 900)))
                .as("a quarter of an hour later is not soon")
                .isEmpty();
    }

    @Test
    void waitingInTheColdAndDecliningToMoveAwayIsASignal() {
        IntFunction<DriverNight> usual = driver -> waiting("" + driver, COLD, 30, 4, n -> n == 0);

        List<AbuseSignal> signals = signals(usual, waiting(UNUSUAL, COLD, 150, 12, n -> true));

        assertThat(signals)
                .singleElement()
                .satisfies(signal -> {
                    assertThat(signal.kind()).isEqualTo(AbuseKind.COLD_WAITING);
                    assertThat(signal.waited()).isEqualTo(Duration.ofMinutes(150));
                });
        assertThat(signals(usual, waiting(UNUSUAL, BUSY, 150, 12, n -> true)))
                .as("where calls come, waiting is work")
                .isEmpty();
        assertThat(signals(usual, waiting(UNUSUAL, COLD, 50, 12, n -> true)))
                .as("less than the policy's hour")
                .isEmpty();
    }

    @Test
    void manyOutagesAreASignalAndOneLongOneIsNot() {
        IntFunction<DriverNight> usual =
                driver -> outages("" + driver, driver % 10 == 0 ? 1 : 0, 6);

        assertThat(signals(usual, outages(UNUSUAL, 5, 10)))
                .extracting(AbuseSignal::kind)
                .containsExactly(AbuseKind.DARK_GPS);
        assertThat(signals(usual, outages(UNUSUAL, 1, 120))).as("a dead phone").isEmpty();
        assertThat(signals(usual, outages(UNUSUAL, 9, 4))).as("short ones").isEmpty();
    }

    @Test
    void drivesThatAreCompletedLongAfterTheirEndAreASignal() {
        IntFunction<DriverNight> usual = driver -> drives("" + driver, 4, 2);

        assertThat(signals(usual, drives(UNUSUAL, 4, 30)))
                .extracting(AbuseSignal::kind)
                .containsExactly(AbuseKind.UNFINISHED_DRIVES);
        assertThat(signals(usual, drives(UNUSUAL, 4, 14))).isEmpty();
    }

    @Test
    void stepsFarFromTheCustomerAreASignal() {
        IntFunction<DriverNight> usual = driver -> steps("" + driver, 4, 40);

        assertThat(signals(usual, steps(UNUSUAL, 4, 900)))
                .singleElement()
                .satisfies(signal -> {
                    assertThat(signal.kind()).isEqualTo(AbuseKind.CONTRADICTED_STEPS);
                    assertThat(signal.events()).allMatch(event -> event.value() == 900);
                });
        assertThat(signals(usual, steps(UNUSUAL, 4, 150))).isEmpty();
    }

    @Test
    void aSingleEventIsNoSignalHoweverRare() {
        assertThat(signals(driver -> steps("" + driver, 4, 40), steps(UNUSUAL, 1, 5_000)))
                .isEmpty();
    }

    @Test
    void severalWhoPlayTogetherDoNotHideEachOther() {
        // a fifth of all: their own refusals would make refusals usual
        List<AbuseSignal> signals =
                signals(
                        driver -> answers("" + driver, BUSY, 12, n -> driver < 20 && n < 10),
                        answers(UNUSUAL, BUSY, 12, n -> n < 10));

        assertThat(signals).hasSize(21).allMatch(signal -> signal.kind() == AbuseKind.REFUSALS);
    }

    @Test
    void aPolicyThatLooksForNothingFindsNothing() {
        assertThat(
                        signals(
                                AbusePolicy.OFF,
                                driver -> steps("" + driver, 4, 40),
                                steps(UNUSUAL, 4, 9_000)))
                .isEmpty();
    }

    private static Instant at(int minute) {
        return BEGIN.plus(Duration.ofMinutes(minute));
    }

    private static CallId call(String driver, int number) {
        return new CallId(driver + "-" + number);
    }

    private static DriverNight answers(String driver, long cell, int count, IntPredicate refused) {
        return night(
                driver,
                facts -> facts.answers,
                n -> new DriverNight.Answer(call(driver, n), cell, at(n), refused.test(n)),
                count);
    }

    private static DriverNight reveals(
            String driver, int count, IntPredicate cancelled, long seconds) {
        return night(
                driver,
                facts -> facts.reveals,
                n ->
                        new DriverNight.Reveal(
                                call(driver, n),
                                BUSY,
                                at(n),
                                Optional.of(Duration.ofSeconds(seconds))
                                        .filter(after -> cancelled.test(n))),
                count);
    }

    private static DriverNight waiting(
            String driver, long cell, int minutes, int moves, IntPredicate declined) {
        Facts facts = new Facts();
        facts.stays.add(new DriverNight.Stay(cell, at(0), at(minutes)));
        IntStream.range(0, moves)
                .forEach(n ->
                        facts.moves.add(new DriverNight.MoveAnswer(cell, at(n), declined.test(n))));
        return facts.of(driver);
    }

    private static DriverNight outages(String driver, int count, int minutes) {
        Facts facts = new Facts();
        facts.atWork.add(new DriverNight.TimeAtWork(BUSY, at(0), Duration.ofHours(1)));
        IntStream.range(0, count)
                .forEach(n ->
                        facts.positionGaps.add(
                                new DriverNight.PositionGap(BUSY, at(n), at(n + minutes))));
        return facts.of(driver);
    }

    private static DriverNight drives(String driver, int count, int minutesBeyond) {
        return night(
                driver,
                facts -> facts.drives,
                n ->
                        new DriverNight.Drive(
                                call(driver, n),
                                BUSY,
                                at(n),
                                at(n + 20 + minutesBeyond),
                                Duration.ofMinutes(20)),
                count);
    }

    private static DriverNight steps(String driver, int count, double meters) {
        return night(
                driver,
                facts -> facts.steps,
                n -> new DriverNight.Step(call(driver, n), BUSY, at(n), meters),
                count);
    }

    private static <T> DriverNight night(
            String driver, Function<Facts, List<T>> which, IntFunction<T> fact, int count) {
        Facts facts = new Facts();
        IntStream.range(0, count).forEach(n -> which.apply(facts).add(fact.apply(n)));
        return facts.of(driver);
    }

    private static final class Facts {

        private final List<DriverNight.Answer> answers = new ArrayList<>();
        private final List<DriverNight.Reveal> reveals = new ArrayList<>();
        private final List<DriverNight.Stay> stays = new ArrayList<>();
        private final List<DriverNight.MoveAnswer> moves = new ArrayList<>();
        private final List<DriverNight.TimeAtWork> atWork = new ArrayList<>();
        private final List<DriverNight.PositionGap> positionGaps = new ArrayList<>();
        private final List<DriverNight.Drive> drives = new ArrayList<>();
        private final List<DriverNight.Step> steps = new ArrayList<>();

        private DriverNight of(String driver) {
            return new DriverNight(
                    new DriverId(driver),
                    answers,
                    reveals,
                    stays,
                    moves,
                    atWork,
                    positionGaps,
                    drives,
                    steps);
        }
    }
}
