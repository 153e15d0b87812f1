package dev.supporters.dispatch.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.supporters.contract.AbusePolicy;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.PolicyDefaults;
import dev.supporters.dispatch.abuse.AbuseSignal.NightStatistics;
import dev.supporters.dispatch.abuse.NightSummary.KindCount;
import dev.supporters.dispatch.abuse.SeveralNights.SummarizedNight;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A driver's nights that are a signal only together. */
class SeveralNightsTest {

    private static final LocalDate LAST = LocalDate.of(2026, 11, 27);
    private static final DriverId DRIVER = new DriverId("1004550");

    private final SeveralNights week = new SeveralNights(PolicyDefaults.abuse());

    @Test
    void twoOfTenEachNightAreASignalWithinAWeek() {
        // When
        List<AbuseSignal> after2 = week.detect(refusals(0, 2), before(1, 2));
        List<AbuseSignal> after6 = week.detect(refusals(0, 2), before(5, 2));

        // Then
        assertThat(after2).isEmpty();
        assertThat(after6)
                .singleElement()
                .satisfies(signal -> {
                    assertThat(signal.kind()).isEqualTo(AbuseKind.REFUSALS);
                    assertThat(signal.driverId()).isEqualTo(DRIVER);
                    assertThat(signal.statistics().occasions()).isEqualTo(60);
                    assertThat(signal.statistics().happened()).isEqualTo(12);
                    assertThat(signal.statistics().expected()).isCloseTo(1.8, within(1e-9));
                    assertThat(signal.statistics().threshold()).isCloseTo(1e-4 / 7, within(1e-12));
                    assertThat(signal.nights())
                            .extracting(NightStatistics::businessDate)
                            .containsExactlyElementsOf(
                                    LAST.minusDays(5).datesUntil(LAST.plusDays(1)).toList());
                    assertThat(signal.nights()).allMatch(night -> night.happened() == 2);
                    assertThat(signal.events())
                            .hasSize(12)
                            .isSortedAccordingTo(
                                    Comparator.comparing(AbuseSignal.AbuseEvent::time));
                    assertThat(signal.places()).isEmpty();
                });
    }

    @Test
    void nightsOfMoreThanAWeekAgoDoNotCount() {
        // Given
        List<SummarizedNight> longAgo =
                IntStream.rangeClosed(7, 12).mapToObj(back -> refusals(back, 2)).toList();

        // When and then
        assertThat(week.detect(refusals(0, 2), longAgo)).isEmpty();
    }

    @Test
    void whatAnHonestDriverDoesInAWeekIsNoSignal() {
        // Given: three refusals of forty commands, where one is usual
        List<SummarizedNight> before = List.of(refusals(6, 1), refusals(3, 0), refusals(2, 1));

        // When and then
        assertThat(week.detect(refusals(0, 1), before)).isEmpty();
    }

    @Test
    void nightsBeforeTheLastSignalAreNoSignalAgain() {
        // Given
        List<SummarizedNight> before =
                List.of(
                        refusals(5, 4),
                        refusals(4, 4),
                        signalled(3, 4, AbuseKind.REFUSALS),
                        refusals(1, 3));

        // When and then
        assertThat(week.detect(refusals(0, 1), before)).isEmpty();
        assertThat(week.detect(refusals(0, 4), before))
                .as("new ones are one again")
                .flatExtracting(AbuseSignal::nights)
                .extracting(NightStatistics::businessDate)
                .containsExactly(LAST.minusDays(1), LAST);
    }

    @Test
    void aSignalOfAnotherKindDoesNotHideThem() {
        // Given
        List<SummarizedNight> before =
                List.of(refusals(3, 3), refusals(2, 3), signalled(1, 3, AbuseKind.DARK_GPS));

        // When and then
        assertThat(week.detect(refusals(0, 3), before)).hasSize(1);
    }

    @Test
    void aNightThatIsASignalByItselfOrAddsNothingGivesNone() {
        assertThat(week.detect(signalled(0, 4, AbuseKind.REFUSALS), before(3, 4))).isEmpty();
        assertThat(week.detect(refusals(0, 0), before(3, 4))).isEmpty();
    }

    @Test
    void oneNightAloneIsNotSeveral() {
        // Given: more than the threshold of one night would allow for several
        SummarizedNight unusual = refusals(0, 6);

        // When and then
        assertThat(week.detect(unusual, List.of())).isEmpty();
        assertThat(week.detect(unusual, List.of(refusals(1, 0), refusals(2, 0)))).isEmpty();
    }

    @Test
    void waitingInTheColdCountsOnlyIfItWasLongEnough() {
        // Given
        IntStream nights = IntStream.rangeClosed(1, 4);
        List<SummarizedNight> shortly =
                nights.mapToObj(back -> waiting(back, Duration.ofMinutes(5))).toList();
        List<SummarizedNight> longer =
                IntStream.rangeClosed(1, 4)
                        .mapToObj(back -> waiting(back, Duration.ofMinutes(20)))
                        .toList();

        // When and then
        assertThat(week.detect(waiting(0, Duration.ofMinutes(5)), shortly)).isEmpty();
        assertThat(week.detect(waiting(0, Duration.ofMinutes(20)), longer))
                .singleElement()
                .extracting(AbuseSignal::waited)
                .isEqualTo(Duration.ofMinutes(100));
    }

    @Test
    void aPolicyOfSingleNightsAndOneThatLooksForNothingFindNone() {
        for (AbusePolicy policy : List.of(nights(0), nights(1), AbusePolicy.OFF)) {
            assertThat(new SeveralNights(policy).detect(refusals(0, 4), before(6, 4))).isEmpty();
        }
        assertThat(new SeveralNights(nights(2)).detect(refusals(0, 4), before(6, 4)))
                .flatExtracting(AbuseSignal::nights)
                .hasSize(2);
    }

    private static AbusePolicy nights(int nights) {
        AbusePolicy abuse = PolicyDefaults.abuse();
        return new AbusePolicy(
                true,
                abuse.falseAlarmsPerMillion(),
                abuse.leastEvents(),
                abuse.cancelledWithin(),
                abuse.coldCallsPerHour(),
                abuse.leastColdWaiting(),
                abuse.darkAfter(),
                abuse.drivesBeyond(),
                abuse.contradictedMeters(),
                nights);
    }

    private static List<SummarizedNight> before(int nights, int refused) {
        return IntStream.rangeClosed(1, nights).mapToObj(back -> refusals(back, refused)).toList();
    }

    /** Some of ten commands refused, where 3 % are usual. */
    private static SummarizedNight refusals(int daysBack, int refused) {
        return night(daysBack, AbuseKind.REFUSALS, refused, Duration.ZERO, Set.of());
    }

    private static SummarizedNight signalled(int daysBack, int refused, AbuseKind kind) {
        return night(daysBack, AbuseKind.REFUSALS, refused, Duration.ZERO, Set.of(kind));
    }

    private static SummarizedNight waiting(int daysBack, Duration waited) {
        return night(daysBack, AbuseKind.COLD_WAITING, 3, waited, Set.of());
    }

    private static SummarizedNight night(
            int daysBack, AbuseKind kind, int happened, Duration waited, Set<AbuseKind> signalled) {
        LocalDate date = LAST.minusDays(daysBack);
        Instant begin = date.atTime(12, 0).toInstant(ZoneOffset.UTC);
        List<AbuseSignal.AbuseEvent> events =
                IntStream.range(0, happened)
                        .mapToObj(number ->
                                new AbuseSignal.AbuseEvent(
                                        begin.plusSeconds(number), Optional.empty(), 1, 0))
                        .toList();
        return new SummarizedNight(
                date,
                new NightSummary(
                        DRIVER, Map.of(kind, new KindCount(10, happened, .3, events)), waited),
                signalled);
    }
}
