package dev.supporters.insight.dryrun;

import static dev.supporters.insight.SampleNight.DRIVER;
import static dev.supporters.insight.SampleNight.FRIDAY;
import static dev.supporters.insight.SampleNight.at;
import static dev.supporters.proto.insight.v1.DryRunCalls.DRY_RUN_CALLS_MODEL;
import static dev.supporters.proto.insight.v1.DryRunCalls.DRY_RUN_CALLS_NIGHT;
import static dev.supporters.proto.insight.v1.LeftOutReason.LEFT_OUT_REASON_NOT_KEPT;
import static dev.supporters.proto.insight.v1.LeftOutReason.LEFT_OUT_REASON_TOO_MANY;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.Position;
import dev.supporters.insight.InsightDefaults;
import dev.supporters.insight.SampleKeptNight;
import dev.supporters.insight.adapter.mongo.InsightStores;
import dev.supporters.insight.night.NightRepository;
import dev.supporters.insight.night.RegionNight;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.Change;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.insight.v1.DryRunFigureKind;
import dev.supporters.proto.insight.v1.NightStates;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.policy.v1.ZonePolicy;
import dev.supporters.simulation.CityGeometry;
import dev.supporters.simulation.Night;
import dev.supporters.simulation.NightCall;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a policy would have done to a night that was counted. */
class DryRunOfNightTest {

    private static final RegionNight NIGHT = night(FRIDAY);
    private static final RegionNight NIGHT_BEFORE = night(FRIDAY.minusDays(1));
    private static final Duration WINDOW = Duration.ofHours(4);
    private static final int OVER = 240;
    private static final int COMPLETE = OVER + 30;

    private static final Policy PRESENT =
            Policy.newBuilder()
                    .setProduct(DRIVER)
                    .setRegion("seoul")
                    .setMaxPickup(Timestamps.of(Duration.ofMinutes(22)))
                    .setHourlyWage(Money.newBuilder().setAmount(14_000).setCurrency("KRW"))
                    .setAssignment(PolicyDefaults.assignment().toProto())
                    .build();
    private static final Policy NEAR_ONLY =
            PRESENT.toBuilder().setMaxPickup(Timestamps.of(Duration.ofMinutes(2))).build();

    private final TestClock clock = new TestClock(at(COMPLETE));
    private final NightRepository nights =
            InsightStores.repository(new InMemoryAggregateStore<>(InsightStores.NIGHTS));
    private final InMemoryAggregateStore<NightStates> states =
            new InMemoryAggregateStore<>(InsightStores.STATES);
    private final DryRunService service =
            new DryRunService(nights, states, clock, new InsightDefaults());
    private final PlayableNights playable =
            new PlayableNights(nights, states, clock, Duration.ofMinutes(30));

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void theCallsOfTheNewestNightThatHasEndedArePlayed() {
        // Given
        counted(NIGHT_BEFORE, 50, 10);
        kept(NIGHT_BEFORE, 50);
        counted(NIGHT, 120, 40);
        kept(NIGHT, 120);

        // When
        DryRun run = service.run(PRESENT, NEAR_ONLY, newest(2));

        // Then
        assertThat(run.calls()).isEqualTo(DRY_RUN_CALLS_NIGHT);
        assertThat(run.size()).isEqualTo(new NightSize(Optional.of(FRIDAY), 120, 40));
        assertThat(run.leftOut()).isEmpty();
        DryRun.Figure completed =
                figure(run, DryRunFigureKind.DRY_RUN_FIGURE_KIND_COMPLETED_PERCENT);
        assertThat(completed.present()).isPositive();
        assertThat(completed.proposed()).isLessThan(completed.present());
    }

    @Test
    void whoOpensZonesDrivesFewerCallsHomeAsThoseOutsideGoToGeneralDispatch() {
        // Given
        counted(NIGHT, 120, 40);
        kept(NIGHT, 120);
        Policy zoned =
                PRESENT.toBuilder()
                        .setZones(
                                ZonePolicy.newBuilder()
                                        .setEnabled(true)
                                        .setOpenDemand(.4)
                                        .setCloseDemand(.3)
                                        .setMinCells(1))
                        .build();

        // When
        DryRun run = service.run(PRESENT, zoned, newest(2));

        // Then
        DryRun.Figure completed =
                figure(run, DryRunFigureKind.DRY_RUN_FIGURE_KIND_COMPLETED_PERCENT);
        assertThat(completed.proposed()).isLessThan(completed.present());
        assertThat(run.notSimulated()).isEmpty();
    }

    @Test
    void aPolicyThatChangesNothingDiffersInNothing() {
        // Given
        counted(NIGHT, 120, 40);
        kept(NIGHT, 120);

        // When
        DryRun run = service.run(PRESENT, PRESENT, newest(3));

        // Then
        assertThat(run.figures())
                .hasSize(8)
                .allSatisfy(figure -> {
                    assertThat(figure.difference()).isZero();
                    assertThat(figure.halfWidth()).isZero();
                });
    }

    @Test
    void theSameRequestHasTheSameAnswerAndAnotherSeedAnotherOne() {
        // Given
        counted(NIGHT, 120, 40);
        kept(NIGHT, 120);
        DryRun first = service.run(PRESENT, NEAR_ONLY, newest(2));

        // When and then
        assertThat(service.run(PRESENT, NEAR_ONLY, newest(2))).isEqualTo(first);
        assertThat(service.run(PRESENT, NEAR_ONLY, new AskedNights(2, 7, Optional.empty(), false)))
                .isNotEqualTo(first);
    }

    @Test
    void eachPlayHasTheCallsWhenAndWhereTheyWereAndDrawsWhereTheyWent() {
        // Given
        counted(NIGHT, 60, 10);
        NightStates kept = kept(NIGHT, 60);

        // When
        NightToPlay found = playable.find(PRESENT, newest(2));
        Night first = found.nights().apply(1);
        Night second = found.nights().apply(2);

        // Then
        assertThat(first.calls())
                .extracting(call -> call.requestedAt().toEpochMilli())
                .containsExactlyElementsOf(
                        kept.getCallsList().stream()
                                .map(call -> call.getSteps(0).getTimeMillis())
                                .sorted()
                                .toList())
                .containsExactlyElementsOf(
                        second.calls().stream()
                                .map(call -> call.requestedAt().toEpochMilli())
                                .toList());
        for (int call = 0; call < 60; call++) {
            assertThat(
                            CityGeometry.km(
                                    first.calls().get(call).origin(),
                                    second.calls().get(call).origin()))
                    .as("origins of call %s", call)
                    .isLessThan(3);
        }
        assertThat(destinations(first)).isNotEqualTo(destinations(second));
        assertThat(destinations(first)).isEqualTo(destinations(found.nights().apply(1)));
    }

    @Test
    void theNightsBeforeItTellWhereDemandIsExpected() {
        // Given
        counted(NIGHT, 60, 10);
        kept(NIGHT, 60);
        assertThat(playable.find(PRESENT, newest(2)).past().places().count()).isZero();

        // When
        kept(NIGHT_BEFORE, 200);

        // Then
        assertThat(playable.find(PRESENT, newest(2)).past().places().count()).isPositive();
    }

    @Test
    void callsOfWhichTimeAndPlaceAreNotKeptAreLeftOutAndTold() {
        // Given
        counted(NIGHT, 125, 40);
        kept(NIGHT, 120);

        // When
        DryRun run = service.run(PRESENT, PRESENT, newest(2));

        // Then
        assertThat(run.size().calls()).isEqualTo(120);
        assertThat(run.leftOut()).isEqualTo(Map.of(LEFT_OUT_REASON_NOT_KEPT, 5L));
    }

    @Test
    void ofANightThatIsTooLargeCallsOfAllHoursArePlayedWithSupportersInProportion() {
        // Given
        counted(NIGHT, 6_000, 500);
        kept(NIGHT, 6_000);

        // When
        NightToPlay found = playable.find(PRESENT, newest(2));

        // Then
        assertThat(found.size()).isEqualTo(new NightSize(Optional.of(FRIDAY), 3_000, 250, .5));
        assertThat(found.leftOut()).isEqualTo(Map.of(LEFT_OUT_REASON_TOO_MANY, 3_000L));
        List<NightCall> calls = found.nights().apply(1).calls();
        assertThat(calls).hasSize(3_000);
        assertThat(calls).filteredOn(call -> call.requestedAt().isBefore(at(120))).hasSize(1_506);
    }

    @Test
    void aNightThatIsNamedIsPlayedInPlaceOfTheNewest() {
        // Given
        counted(NIGHT_BEFORE, 50, 10);
        kept(NIGHT_BEFORE, 50);
        counted(NIGHT, 60, 20);
        kept(NIGHT, 60);

        // When
        NightToPlay found = playable.find(PRESENT, named(FRIDAY.minusDays(1)));

        // Then
        assertThat(found.size()).isEqualTo(new NightSize(Optional.of(FRIDAY.minusDays(1)), 50, 10));
    }

    @Test
    void theNewestNightThatCanBePlayedIsTakenWhereANewerOneCannot() {
        // Given
        counted(NIGHT_BEFORE, 50, 10);
        kept(NIGHT_BEFORE, 50);
        counted(NIGHT, 60, 20);

        // When and then
        assertThat(playable.find(PRESENT, newest(2)).size().businessDate())
                .contains(FRIDAY.minusDays(1));
    }

    @Test
    void justAfterTheWindowTheNightBeforeIsPlayedSinceDrivesStillGoOn() {
        // Given
        clock.set(at(COMPLETE - 1));
        counted(NIGHT_BEFORE, 50, 10);
        kept(NIGHT_BEFORE, 50);
        counted(NIGHT, 60, 20);
        kept(NIGHT, 60);

        // When and then
        assertThat(playable.find(PRESENT, newest(2)).size().businessDate())
                .contains(FRIDAY.minusDays(1));
        refuses(
                FRIDAY,
                ErrorReason.ERROR_REASON_NIGHT_NOT_PLAYABLE,
                "business_date: 2026-11-20",
                "a night whose drives have ended and are known; this one is complete at"
                        + " 2026-11-20T16:30:00Z");

        // When and then
        clock.set(at(COMPLETE));
        assertThat(playable.find(PRESENT, newest(2)).size().businessDate()).contains(FRIDAY);
    }

    @Test
    void nightsOfTheModelArePlayedWhereNoneCanBePlayedOrTheyAreWanted() {
        // Given
        assertThat(playable.find(PRESENT, newest(2)).size()).isEqualTo(NightSize.USUAL);

        // When
        counted(NIGHT, 60, 20);
        NightToPlay notKept = playable.find(PRESENT, newest(2));
        kept(NIGHT, 60);
        NightToPlay wanted = playable.find(PRESENT, new AskedNights(2, 1, Optional.empty(), true));

        // Then
        assertThat(List.of(notKept, wanted))
                .allSatisfy(night -> {
                    assertThat(night.calls()).isEqualTo(DRY_RUN_CALLS_MODEL);
                    assertThat(night.size()).isEqualTo(new NightSize(Optional.of(FRIDAY), 60, 20));
                });
    }

    @Test
    void refusesANightThatIsNotKnown() {
        refuses(
                FRIDAY,
                ErrorReason.ERROR_REASON_NIGHT_NOT_FOUND,
                "business_date: 2026-11-20",
                "a night of which something was counted");
    }

    @Test
    void refusesANightThatHasNotEnded() {
        // Given
        clock.set(at(OVER - 1));
        counted(NIGHT, 60, 20);
        kept(NIGHT, 60);

        // When and then
        refuses(
                FRIDAY,
                ErrorReason.ERROR_REASON_BUSINESS_DATE_NOT_OVER,
                "business_date: 2026-11-20",
                "a night that has ended; this one ends at 2026-11-20T16:00:00Z");
    }

    @Test
    void refusesANightOfWhichNoCallIsKept() {
        // Given
        counted(NIGHT, 60, 20);

        // When and then
        refuses(
                FRIDAY,
                ErrorReason.ERROR_REASON_NIGHT_NOT_PLAYABLE,
                "calls of 2026-11-20 of which time and place are kept: 0",
                "at least 1");
    }

    @Test
    void refusesANightInWhichNobodyWorked() {
        // Given
        counted(NIGHT, 60, 0);
        kept(NIGHT, 60);

        // When and then
        refuses(FRIDAY, ErrorReason.ERROR_REASON_NIGHT_NOT_PLAYABLE, "shifts: 0", "at least 1");
    }

    @Test
    void refusesANightWithAnotherWindowThanTheModels() {
        // Given
        nights.put(SampleKeptNight.counted(NIGHT, 60, 20, 1, Duration.ofMinutes(180)));
        kept(NIGHT, 60);

        // When and then
        refuses(
                FRIDAY,
                ErrorReason.ERROR_REASON_NIGHT_NOT_PLAYABLE,
                "window: 180 minutes",
                "240, as all nights of the model");
    }

    @Test
    void refusesADateTogetherWithNightsOfTheModel() {
        assertThatThrownBy(() -> new AskedNights(2, 1, Optional.of(FRIDAY), true))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.offending()).isEqualTo("business_date: 2026-11-20");
                            assertThat(refusal.expected()).isEqualTo("nothing, with model_nights");
                        });
    }

    private void refuses(LocalDate date, ErrorReason reason, String offending, String expected) {
        assertThatThrownBy(() -> service.run(PRESENT, NEAR_ONLY, named(date)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.reason()).isEqualTo(reason);
                            assertThat(refusal.offending()).isEqualTo(offending);
                            assertThat(refusal.expected()).isEqualTo(expected);
                        });
    }

    private void counted(RegionNight key, int calls, int supporters) {
        nights.put(SampleKeptNight.counted(key, calls, supporters, 1, WINDOW));
    }

    private NightStates kept(RegionNight key, int calls) {
        NightStates night = SampleKeptNight.kept(key, calls, WINDOW);
        states.change(key.id(), "", (current, version) -> Optional.of(Change.to(night)));
        return night;
    }

    private static List<Position> destinations(Night night) {
        return night.calls().stream().map(NightCall::destination).toList();
    }

    private static DryRun.Figure figure(DryRun run, DryRunFigureKind kind) {
        return run.figures().stream()
                .filter(figure -> figure.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static RegionNight night(LocalDate date) {
        return new RegionNight(DRIVER, "seoul", date);
    }

    private static AskedNights newest(int count) {
        return new AskedNights(count, 1, Optional.empty(), false);
    }

    private static AskedNights named(LocalDate date) {
        return new AskedNights(2, 1, Optional.of(date), false);
    }
}
