package dev.supporters.policy.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.AbusePolicy;
import dev.supporters.contract.AssignmentPolicy;
import dev.supporters.contract.CallPolicy;
import dev.supporters.contract.JoinPolicy;
import dev.supporters.contract.Money;
import dev.supporters.contract.MovePolicy;
import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.SwitchbackPlan;
import dev.supporters.contract.WorkWindow;
import dev.supporters.contract.ZonePolicy;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Change;
import dev.supporters.policy.adapter.mongo.PolicyStores;
import dev.supporters.policy.revision.PolicyHistoryRepository;
import dev.supporters.policy.revision.PolicyKey;
import dev.supporters.policy.revision.PolicyRepository;
import dev.supporters.policy.revision.PolicyRevision;
import dev.supporters.policy.revision.PolicyTerms;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.events.policy.v1.ExperimentChanged;
import dev.supporters.proto.events.policy.v1.PolicyEvent;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.Race;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

class ExperimentServiceTest {

    private static final PolicyKey SEOUL = new PolicyKey(Product.PRODUCT_DRIVER, "seoul");
    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 21);

    private final TestClock clock = new TestClock();
    private final InMemoryAggregateStore<RegionExperiments> documents =
            new InMemoryAggregateStore<>(PolicyStores.EXPERIMENTS);
    private final PolicyRepository policies =
            PolicyStores.policies(new InMemoryAggregateStore<>(PolicyStores.POLICIES));
    private final PolicyHistoryRepository history =
            PolicyStores.history(new InMemoryAggregateStore<>(PolicyStores.HISTORY));
    private final ExperimentService service =
            new ExperimentService(PolicyStores.experiments(documents), policies, history, clock);

    /** Version 1 reaches as far as version 3, version 2 farther. */
    @BeforeEach
    void putPolicies() {
        policy(SEOUL, 1, terms(15, 14_000));
        policy(SEOUL, 2, terms(25, 14_000));
        policy(SEOUL, 3, terms(15, 14_000));
    }

    @Test
    void anExperimentIsStoredWithWhoPutItAndWhy() {
        // When
        RegionExperiments put = service.put(update("r1", "far", SATURDAY, 14, 0));

        // Then
        assertThat(put.version()).isEqualTo(1);
        assertThat(put.experiments())
                .containsExactly(
                        new Experiment(
                                plan("far", SATURDAY),
                                3,
                                2,
                                14,
                                "farther pickups",
                                "kim",
                                clock.instant(),
                                Optional.empty()));
        assertThat(service.list("", 10).regions()).containsExactly(put);
    }

    @Test
    void tellsBothVersionsUnderAKeyOfTheExperiment() {
        // When
        service.put(update("r1", "far", SATURDAY, 14, 0));

        // Then
        Event event = documents.published().getFirst();
        assertThat(event.topic()).isEqualTo(Topics.POLICIES);
        assertThat(event.key()).isEqualTo("DRIVER/seoul/far");
        ExperimentChanged told = changed(0);
        assertThat(told.getExperiment().getName()).isEqualTo("far");
        assertThat(told.getExperiment().hasStop()).isFalse();
        assertThat(told.getControl().getVersion()).isEqualTo(3);
        assertThat(told.getTreatment().getVersion()).isEqualTo(2);
        assertThat(told.getTreatment().getMaxPickup().getSeconds()).isEqualTo(25 * 60);
    }

    @Test
    void aRequestThatComesAgainChangesNothingAndWithOtherContentsIsRefused() {
        // Given
        RegionExperiments first = service.put(update("r1", "far", SATURDAY, 14, 0));

        // When
        RegionExperiments again = service.put(update("r1", "far", SATURDAY, 14, 0));

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(documents.published()).hasSize(1);
        refused(
                update("r1", "farther", SATURDAY, 14, 0),
                ErrorReason.ERROR_REASON_REQUEST_ID_REUSED,
                "r1");
    }

    @Test
    void whoHasNotSeenTheLastChangeIsRefused() {
        service.put(update("r1", "far", SATURDAY, 14, 0));

        refused(
                update("r2", "later", SATURDAY.plusDays(20), 14, 0),
                ErrorReason.ERROR_REASON_VERSION_CONFLICT,
                "expected_version: 0");
    }

    @Test
    void aNameIsUsedOnceInARegion() {
        service.put(update("r1", "far", SATURDAY, 14, 0));

        refused(
                update("r2", "far", SATURDAY.plusDays(20), 14, 1),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                "name");
    }

    @ParameterizedTest
    @ValueSource(ints = {-13, 0, 13})
    void noTwoExperimentsHaveTheSameNight(int days) {
        service.put(update("r1", "far", SATURDAY.plusDays(20), 14, 0));

        refused(
                update("r2", "other", SATURDAY.plusDays(20L + days), 14, 1),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                "first_date");
    }

    @Test
    void anExperimentMayFollowAnotherAndTakeTheNightsOfOneThatWasStopped() {
        service.put(update("r1", "far", SATURDAY, 14, 0));
        service.put(update("r2", "next", SATURDAY.plusDays(14), 14, 1));
        service.stop(stop("r3", "far"));

        RegionExperiments put = service.put(update("r4", "instead", SATURDAY, 14, 3));

        assertThat(put.experiments())
                .extracting(Experiment::name)
                .containsExactly("instead", "next", "far");
    }

    @Test
    void ofTwoWhoPutAtTheSameTimeOneIsRefused() {
        List<Boolean> done =
                Race.run(
                        IntStream.range(0, 2)
                                .mapToObj(number ->
                                        (Callable<Boolean>) () -> succeeds("race-" + number))
                                .toList());

        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(service.list("", 10).regions().getFirst().experiments()).hasSize(1);
    }

    @Test
    void theControlIsTheNewestVersion() {
        refused(
                update("r1", 2, 1, SATURDAY),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                "control_version");
    }

    @Test
    void aControlThatComesIntoForceAfterTheFirstNightsBeginIsRefused() {
        Instant begin = Instant.parse("2026-11-21T12:00:00Z");
        policy(SEOUL, 4, terms(15, 14_000), Optional.of(begin.plusMillis(1)));

        refused(
                update("r1", 4, 2, SATURDAY),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                "control_version: 4, which is in force from 2026-11-21T12:00:00.001Z on");

        policy(SEOUL, 5, terms(15, 14_000), Optional.of(begin));
        assertThat(service.put(update("r2", 5, 2, SATURDAY)).experiments()).hasSize(1);
    }

    @Test
    void aControlThatLetsNoCallGoToSupportersIsRefused() {
        policy(SEOUL, 4, terms(15, 14_000, 0));

        refused(
                update("r1", 4, 2, SATURDAY),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                "control_version: 4, of which rollout_percent is 0");
    }

    @Test
    void beyondAHundredTheOldestThatIsStoppedOrOverIsForgotten() {
        // Given
        service.put(update("planned", "planned", SATURDAY.plusDays(100), 1, 0));
        service.put(update("over", "over", SATURDAY, 1, 1));
        for (int number = 0; number < 98; number++) {
            service.put(update("stopped-" + number, SATURDAY.plusDays(50), 1));
            service.stop(stop("stop-" + number, "stopped-" + number));
        }
        clock.advance(Duration.ofDays(2));

        // When
        service.put(update("new-1", SATURDAY.plusDays(50), 1));
        service.put(update("new-2", SATURDAY.plusDays(51), 1));

        // Then
        assertThat(service.list("", 10).regions().getFirst().experiments())
                .hasSize(100)
                .extracting(Experiment::name)
                .contains("planned", "stopped-1", "new-1", "new-2")
                .doesNotContain("over", "stopped-0");
    }

    @Test
    void aHundredThatAreNeitherStoppedNorOverAreNotForgotten() {
        for (int number = 0; number < 100; number++) {
            service.put(update("planned-" + number, SATURDAY.plusDays(number), 1));
        }

        refused(
                update("new", SATURDAY.plusDays(100), 1),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                "name: new");

        service.stop(stop("s", "planned-7"));
        assertThat(service.put(update("new", SATURDAY.plusDays(100), 1)).experiments())
                .hasSize(100)
                .extracting(Experiment::name)
                .contains("new", "planned-0")
                .doesNotContain("planned-7");
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void theTreatmentIsAnEarlierVersion(long treatment) {
        refused(
                update("r1", 3, treatment, SATURDAY),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                "treatment_version");
    }

    @Test
    void aTreatmentLikeTheControlIsRefused() {
        refused(
                update("r1", 3, 1, SATURDAY),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                "treatment_version");
    }

    @Test
    void whatOthersThanRoutingApplyMustBeTheSame() {
        policy(SEOUL, 4, terms(15, 15_000));

        refused(
                update("r1", 4, 2, SATURDAY),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                "treatment_version: 2, of which hourly_wage differs");
    }

    @Test
    void aNightThatHasBegunOrIsFarAwayIsNoFirstNight() {
        LocalDate tonight = SATURDAY.minusDays(1);
        refused(
                update("r1", "far", tonight, 14, 0),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                "first_date");
        refused(
                update("r1", "far", SATURDAY.plusDays(366), 14, 0),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                "first_date");
    }

    @Test
    void aRegionWithoutAPolicyHasNoExperiments() {
        PolicyKey busan = new PolicyKey(Product.PRODUCT_DRIVER, "busan");

        refused(
                new ExperimentUpdate("r1", busan, plan("far", SATURDAY), 3, 2, 14, "why", 0, "kim"),
                ErrorReason.ERROR_REASON_POLICY_NOT_FOUND,
                "DRIVER/busan");
    }

    @Test
    void aStopIsStoredWithItsReasonAndToldWithoutTheVersions() {
        // Given
        service.put(update("r1", "far", SATURDAY, 14, 0));
        clock.advance(Duration.ofDays(3));

        // When
        RegionExperiments left = service.stop(stop("r2", "far"));

        // Then
        Experiment.Stop stop = new Experiment.Stop(clock.instant(), "guard", "it has lost");
        assertThat(left.version()).isEqualTo(2);
        assertThat(left.find("far").orElseThrow().stop()).contains(stop);
        assertThat(changed(1).getExperiment().getStop().getReason()).isEqualTo("it has lost");
        assertThat(changed(1).getExperiment().getStop().getStoppedBy()).isEqualTo("guard");
        assertThat(changed(1).hasTreatment()).isFalse();
        assertThat(documents.published().get(1).key()).isEqualTo("DRIVER/seoul/far");
    }

    @Test
    void whoStopsAfterAnotherChangesNothing() {
        // Given
        service.put(update("r1", "far", SATURDAY, 14, 0));
        RegionExperiments stopped = service.stop(stop("r2", "far"));

        // When
        RegionExperiments again =
                service.stop(new ExperimentStopRequest("r3", SEOUL, "far", "rain", "kim"));

        // Then
        assertThat(again).isEqualTo(stopped);
        assertThat(documents.published()).hasSize(2);
        assertThatThrownBy(() ->
                        service.stop(new ExperimentStopRequest("r3", SEOUL, "far", "sun", "kim")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_REQUEST_ID_REUSED));
    }

    @Test
    void anExperimentThatThereIsNotCannotBeStopped() {
        assertThatThrownBy(() -> service.stop(stop("r1", "far")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_EXPERIMENT_NOT_FOUND));
        service.put(update("r2", "near", SATURDAY, 14, 0));
        assertThatThrownBy(() -> service.stop(stop("r3", "far")))
                .hasMessageContaining("DRIVER/seoul: far");
    }

    @Test
    void regionsAreListedByPages() {
        PolicyKey busan = new PolicyKey(Product.PRODUCT_DRIVER, "busan");
        policy(busan, 1, terms(25, 14_000));
        policy(busan, 2, terms(15, 14_000));
        service.put(update("r1", "far", SATURDAY, 14, 0));
        service.put(
                new ExperimentUpdate(
                        "r1", busan, plan("far", SATURDAY), 2, 1, 14, "why", 0, "kim"));

        ExperimentService.Page first = service.list("", 1);
        ExperimentService.Page second = service.list(first.nextToken(), 1);

        assertThat(first.regions()).extracting(RegionExperiments::key).containsExactly(busan);
        assertThat(second.regions()).extracting(RegionExperiments::key).containsExactly(SEOUL);
        assertThat(second.nextToken()).isEmpty();
    }

    private boolean succeeds(String name) {
        try {
            service.put(update(name, name, SATURDAY, 14, ExperimentUpdate.ANY_VERSION));
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private void refused(ExperimentUpdate update, ErrorReason reason, String offending) {
        assertThatThrownBy(() -> service.put(update))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.reason()).isEqualTo(reason);
                            assertThat(refusal.offending()).contains(offending);
                        });
    }

    private ExperimentChanged changed(int index) {
        return ((PolicyEvent) documents.published().get(index).payload()).getExperiment();
    }

    private static ExperimentUpdate update(
            String requestId, String name, LocalDate firstDate, int nights, long expected) {
        return new ExperimentUpdate(
                requestId,
                SEOUL,
                plan(name, firstDate),
                3,
                2,
                nights,
                "farther pickups",
                expected,
                "kim");
    }

    private static ExperimentUpdate update(String name, LocalDate firstDate, int nights) {
        return update(name, name, firstDate, nights, ExperimentUpdate.ANY_VERSION);
    }

    private static ExperimentUpdate update(
            String requestId, long control, long treatment, LocalDate firstDate) {
        return new ExperimentUpdate(
                requestId, SEOUL, plan("far", firstDate), control, treatment, 14, "why", 0, "kim");
    }

    private static ExperimentStopRequest stop(String requestId, String name) {
        return new ExperimentStopRequest(requestId, SEOUL, name, "it has lost", "guard");
    }

    private static SwitchbackPlan plan(String name, LocalDate firstDate) {
        return new SwitchbackPlan(name, firstDate, Duration.ofMinutes(30), Duration.ofMinutes(10));
    }

    private void policy(PolicyKey key, long version, PolicyTerms terms) {
        policy(key, version, terms, Optional.empty());
    }

    private void policy(
            PolicyKey key, long version, PolicyTerms terms, Optional<Instant> effectiveTime) {
        policies.find(key).ifPresent(history::add);
        policies.change(
                key,
                "",
                (current, next) ->
                        Optional.of(
                                Change.to(
                                        new PolicyRevision(
                                                key,
                                                version,
                                                terms,
                                                effectiveTime,
                                                clock.instant(),
                                                "kim",
                                                "",
                                                "p" + version))));
    }

    private static PolicyTerms terms(int pickupMinutes, long wage) {
        return terms(pickupMinutes, wage, 100);
    }

    private static PolicyTerms terms(int pickupMinutes, long wage, int rolloutPercent) {
        return new PolicyTerms(
                new RegionBounds(37.2, 126.7, 37.7, 127.3),
                WorkWindow.parse("Asia/Seoul", "21:00", Duration.ofHours(4)),
                Duration.ofSeconds(5),
                RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL,
                new Money(wage, "KRW"),
                false,
                rolloutPercent,
                Duration.ofMinutes(pickupMinutes),
                32,
                List.of(),
                Duration.ofSeconds(120),
                Duration.ofMinutes(90),
                AssignmentPolicy.OFF,
                MovePolicy.OFF,
                ZonePolicy.OFF,
                JoinPolicy.OFF,
                AbusePolicy.OFF,
                CallPolicy.OFF);
    }
}
