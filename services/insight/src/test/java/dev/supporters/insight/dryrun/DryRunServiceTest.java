package dev.supporters.insight.dryrun;

import static dev.supporters.proto.insight.v1.DryRunFigureKind.DRY_RUN_FIGURE_KIND_COMPLETED_PERCENT;
import static dev.supporters.proto.insight.v1.DryRunFigureKind.DRY_RUN_FIGURE_KIND_WAGES_PER_COMPLETED_CALL;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.supporters.contract.PolicyDefaults;
import dev.supporters.insight.InsightConfig;
import dev.supporters.insight.adapter.mongo.InsightStores;
import dev.supporters.insight.night.CountedNight;
import dev.supporters.insight.night.Histogram;
import dev.supporters.insight.night.NightCounts;
import dev.supporters.insight.night.NightCounts.CallTotals;
import dev.supporters.insight.night.NightCounts.CommandCounts;
import dev.supporters.insight.night.NightCounts.ShiftCounts;
import dev.supporters.insight.night.NightRepository;
import dev.supporters.insight.night.RegionNight;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.insight.v1.DryRunCalls;
import dev.supporters.proto.insight.v1.DryRunFigureKind;
import dev.supporters.proto.insight.v1.NightStates;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;

import io.smallrye.config.SmallRyeConfigBuilder;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

class DryRunServiceTest {

    private static final Policy PRESENT =
            Policy.newBuilder()
                    .setProduct(Product.PRODUCT_DRIVER)
                    .setRegion("seoul")
                    .setMaxPickup(Timestamps.of(Duration.ofMinutes(22)))
                    .setHourlyWage(Money.newBuilder().setAmount(14_000).setCurrency("KRW"))
                    .setAssignment(PolicyDefaults.assignment().toProto())
                    .build();
    private static final Policy NEAR_ONLY =
            PRESENT.toBuilder().setMaxPickup(Timestamps.of(Duration.ofMinutes(3))).build();

    private final TestClock clock = new TestClock();
    private final NightRepository nights = new SmallNight(() -> {});
    private final AggregateStore<NightStates> states =
            new InMemoryAggregateStore<>(InsightStores.STATES);
    private final DryRunService service = new DryRunService(nights, states, clock, config("50s"));

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void aPolicyThatChangesNothingDiffersInNothing() {
        // When
        DryRun run = service.run(PRESENT, PRESENT, asked(2, 1));

        // Then
        assertThat(run.figures())
                .hasSize(8)
                .allSatisfy(figure -> {
                    assertThat(figure.difference()).isZero();
                    assertThat(figure.halfWidth()).isZero();
                    assertThat(figure.proposed()).isEqualTo(figure.present());
                });
        assertThat(run.notSimulated()).isEmpty();
    }

    @Test
    void shorterPickupsCompleteFewerCallsAndEachCostsMore() {
        // When
        DryRun run = service.run(PRESENT, NEAR_ONLY, asked(2, 1));

        // Then
        DryRun.Figure completed = figure(run, DRY_RUN_FIGURE_KIND_COMPLETED_PERCENT);
        DryRun.Figure wages = figure(run, DRY_RUN_FIGURE_KIND_WAGES_PER_COMPLETED_CALL);
        assertThat(completed.proposed()).isLessThan(completed.present());
        assertThat(completed.difference())
                .isCloseTo(completed.proposed() - completed.present(), within(1e-9));
        assertThat(wages.difference()).isPositive();
    }

    @Test
    void theSameRequestHasTheSameAnswerAndAnotherSeedAnotherOne() {
        // Given
        DryRun first = service.run(PRESENT, NEAR_ONLY, asked(2, 1));

        // When and then
        assertThat(service.run(PRESENT, NEAR_ONLY, asked(2, 1))).isEqualTo(first);
        assertThat(service.run(PRESENT, NEAR_ONLY, asked(2, 7))).isNotEqualTo(first);
    }

    @Test
    void nightsOfTheModelAreAsLargeAsTheNewestOneOfTheRegion() {
        // When
        DryRun run = service.run(PRESENT, PRESENT, asked(2, 1));

        // Then
        assertThat(run.calls()).isEqualTo(DryRunCalls.DRY_RUN_CALLS_MODEL);
        assertThat(run.leftOut()).isEmpty();
        assertThat(run.size()).isEqualTo(new NightSize(Optional.of(SmallNight.DATE), 60, 15));
    }

    @Test
    void tellsWhatTheNightsDoNotShow() {
        // Given
        Policy proposed =
                PRESENT.toBuilder()
                        .setVersion(7)
                        .setVeto(Timestamps.of(Duration.ofSeconds(9)))
                        .setRolloutPercent(40)
                        .setMaxPickup(Timestamps.of(Duration.ofMinutes(21)))
                        .build();

        // When and then
        assertThat(SimulatedTerms.notSimulated(PRESENT, proposed))
                .containsExactly("veto", "rollout_percent");
    }

    @Test
    void refusesPoliciesThatCannotBeCompared() {
        refuses(
                PRESENT.toBuilder().setRegion("busan").build(),
                "proposed.region: busan",
                "as in present: seoul");
        refuses(
                PRESENT.toBuilder()
                        .setHourlyWage(Money.newBuilder().setAmount(10).setCurrency("USD"))
                        .build(),
                "proposed.hourly_wage.currency: USD",
                "as in present: KRW");
    }

    @Test
    void refusesASecondOneWhileOneIsPlayed() throws ExecutionException, InterruptedException {
        // Given: the first one has the thread, and waits for the store
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        DryRunService busy =
                new DryRunService(
                        new SmallNight(() -> {
                            asked.countDown();
                            await(answered);
                        }),
                        states,
                        clock,
                        config("50s"));
        FutureTask<DryRun> first =
                new FutureTask<>(() -> busy.run(PRESENT, NEAR_ONLY, asked(2, 1)));
        Thread.ofPlatform().start(first);
        asked.await();

        // When and then
        assertThatThrownBy(() -> busy.run(PRESENT, NEAR_ONLY, asked(2, 1)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.reason())
                                    .isEqualTo(ErrorReason.ERROR_REASON_RESOURCE_EXHAUSTED);
                            assertThat(refusal.offending())
                                    .isEqualTo("another dry run is under way");
                        });
        answered.countDown();
        assertThat(first.get().figures()).hasSize(8);
        busy.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void isGivenUpWhenItTakesTooLong() {
        // Given
        DryRunService hasty = new DryRunService(nights, states, clock, config("1ms"));

        // When and then
        assertThatThrownBy(() -> hasty.run(PRESENT, NEAR_ONLY, asked(8, 1)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.reason())
                                    .isEqualTo(ErrorReason.ERROR_REASON_DEADLINE_EXCEEDED);
                            assertThat(refusal.expected()).isEqualTo("fewer nights");
                        });
        hasty.close();
    }

    private void refuses(Policy proposed, String offending, String expected) {
        assertThatThrownBy(() -> service.run(PRESENT, proposed, asked(2, 1)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.offending()).isEqualTo(offending);
                            assertThat(refusal.expected()).isEqualTo(expected);
                        });
    }

    private static DryRun.Figure figure(DryRun run, DryRunFigureKind kind) {
        return run.figures().stream()
                .filter(figure -> figure.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static AskedNights asked(int count, long seed) {
        return new AskedNights(count, seed, Optional.empty(), false);
    }

    private static InsightConfig config(String timeout) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(InsightConfig.class)
                .withDefaultValue("supporters.insight.dry-run.timeout", timeout)
                .build()
                .getConfigMapping(InsightConfig.class);
    }

    /** One night of 60 calls and 15 shifts. */
    private record SmallNight(Runnable whenAsked) implements NightRepository {

        private static final LocalDate DATE = LocalDate.of(2026, 11, 19);

        @Override
        public boolean put(CountedNight night) {
            throw new UnsupportedOperationException("counted before");
        }

        @Override
        public List<CountedNight> find(Product product, Collection<LocalDate> businessDates) {
            whenAsked.run();
            return businessDates.contains(DATE)
                    ? List.of(
                            new CountedNight(
                                    new RegionNight(product, "seoul", DATE),
                                    TestClock.FRIDAY_NIGHT.minus(Duration.ofHours(28)),
                                    TestClock.FRIDAY_NIGHT.minus(Duration.ofHours(24)),
                                    TestClock.FRIDAY_NIGHT.minus(Duration.ofHours(20)),
                                    counts()))
                    : List.of();
        }

        private static NightCounts counts() {
            return new NightCounts(
                    75,
                    new CallTotals(60, 60, 60, 60, 0, 60, List.of()),
                    CommandCounts.NONE,
                    new ShiftCounts(
                            15,
                            Optional.empty(),
                            0,
                            Map.of(),
                            Histogram.empty(ShiftCounts.RATE_STEP)));
        }
    }
}
