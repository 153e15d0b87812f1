package dev.supporters.policy.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.AbusePolicy;
import dev.supporters.contract.AppRule;
import dev.supporters.contract.AppVersion;
import dev.supporters.contract.CallPolicy;
import dev.supporters.contract.JoinPolicy;
import dev.supporters.contract.Money;
import dev.supporters.contract.MovePolicy;
import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.WorkWindow;
import dev.supporters.contract.ZonePolicy;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.policy.adapter.mongo.PolicyStores;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.events.policy.v1.PolicyEvent;
import dev.supporters.proto.events.policy.v1.PolicyPut;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.Race;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

class PolicyServiceTest {

    private static final PolicyKey SEOUL = new PolicyKey(Product.PRODUCT_DRIVER, "seoul");

    private final TestClock clock = new TestClock();
    private final InMemoryAggregateStore<PolicyRevision> documents =
            new InMemoryAggregateStore<>(PolicyStores.POLICIES);
    private final PolicyService service =
            new PolicyService(
                    PolicyStores.policies(documents),
                    PolicyStores.history(new InMemoryAggregateStore<>(PolicyStores.HISTORY)),
                    clock);

    @Test
    void theFirstVersionIsOne() {
        // When
        PolicyRevision put = put("r1", 10, 0);

        // Then
        assertThat(put.version()).isEqualTo(1);
        assertThat(put.updateTime()).isEqualTo(clock.instant());
        assertThat(put.updatedBy()).isEqualTo("operator-1");
        assertThat(service.get(SEOUL)).isEqualTo(put);
    }

    @Test
    void aVersionReplacesTheOneThatItNames() {
        // Given
        put("r1", 10, 0);

        // When
        PolicyRevision put = put("r2", 20, 1);

        // Then
        assertThat(put.version()).isEqualTo(2);
        assertThat(service.get(SEOUL).terms().rolloutPercent()).isEqualTo(20);
    }

    @Test
    void refusesAVersionThatNamesAnotherThanThereIs() {
        // Given
        put("r1", 10, 0);

        // When and then
        assertThatThrownBy(() -> put("r2", 20, 0))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.reason())
                                    .isEqualTo(ErrorReason.ERROR_REASON_VERSION_CONFLICT);
                            assertThat(refusal.offending()).isEqualTo("expected_version: 0");
                            assertThat(refusal.expected()).isEqualTo("1");
                        });
    }

    @Test
    void refusesToReplaceWhatIsNotThere() {
        assertThatThrownBy(() -> put("r1", 20, 3))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_VERSION_CONFLICT));
    }

    @Test
    void aRequestThatComesAgainIsAnsweredWithItsVersionAndRefusedWithOtherContents() {
        // Given
        PolicyRevision first = put("r1", 10, 0);
        put("r2", 20, 1);

        // When and then
        assertThat(put("r1", 10, 0)).isEqualTo(first);
        assertThatThrownBy(() -> put("r1", 30, 0))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_REQUEST_ID_REUSED));
        assertThat(service.get(SEOUL).terms().rolloutPercent()).isEqualTo(20);
    }

    @Test
    void aVersionThatIsOnlyCheckedIsRefusedAsItWouldBeAndChangesNothing() {
        // Given
        PolicyRevision first = put("r1", 10, 0);
        int events = documents.published().size();

        // When
        PolicyRevision possible = service.check(update("r2", 20, 1));

        // Then
        assertThat(possible.version()).isEqualTo(2);
        assertThat(possible.terms().rolloutPercent()).isEqualTo(20);
        assertThat(service.get(SEOUL)).isEqualTo(first);
        assertThat(service.history(SEOUL, Long.MAX_VALUE, 10).revisions()).containsExactly(first);
        assertThat(documents.published()).hasSize(events);
        assertThatThrownBy(() -> service.check(update("r2", 20, 3)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_VERSION_CONFLICT));
    }

    @Test
    void replacesWhicheverThereIsWhenAsked() {
        // When
        put("r1", 10, PolicyUpdate.ANY_VERSION);
        put("r2", 20, PolicyUpdate.ANY_VERSION);

        // Then
        assertThat(service.get(SEOUL).version()).isEqualTo(2);
    }

    @Test
    void theSameRequestAgainGetsTheVersionThatItMade() {
        // Given
        PolicyRevision first = put("r1", 10, 0);
        put("r2", 20, 1);

        // When
        PolicyRevision again = put("r1", 10, 0);

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(service.get(SEOUL).version()).isEqualTo(2);
        assertThat(documents.published()).hasSize(2);
    }

    @Test
    void theSameRequestIdForTwoPoliciesOfARegionGetsEachItsOwn() {
        // Given
        PolicyKey other = new PolicyKey(Product.PRODUCT_UNSPECIFIED, "seoul");
        PolicyRevision ofOther = put(other, "r1", 50);
        PolicyRevision ofSeoul = put(SEOUL, "r1", 60);
        put(other, "r2", 51);
        put(SEOUL, "r2", 61);

        // When
        PolicyRevision againOfOther = put(other, "r1", 50);
        PolicyRevision againOfSeoul = put(SEOUL, "r1", 60);

        // Then
        assertThat(againOfOther).isEqualTo(ofOther);
        assertThat(againOfSeoul).isEqualTo(ofSeoul);
    }

    @Test
    void saysTheSameTimeBeforeAndAfterItIsStored() {
        // Given
        clock.advance(Duration.ofNanos(123_456_789));

        // When
        PolicyRevision put = put("r1", 10, 0);

        // Then
        assertThat(put.updateTime()).isEqualTo(TestClock.FRIDAY_NIGHT.plusMillis(123));
        assertThat(service.get(SEOUL)).isEqualTo(put);
    }

    @Test
    void theHistorySaysWhyEachVersionWasPutAndTheEventDoesNot() {
        // Given
        because("r1", "too few of them last night, says Kim");
        because("r2", "");
        because("r3", "the new year");

        // When
        List<PolicyRevision> history = service.history(SEOUL, Long.MAX_VALUE, 10).revisions();

        // Then
        assertThat(history)
                .extracting(revision -> PolicyMessages.policy(revision).getUpdateReason())
                .containsExactly("the new year", "", "too few of them last night, says Kim");
        assertThat(documents.published())
                .hasSize(3)
                .noneMatch(event -> event.payload().toString().contains("Kim"));
    }

    @Test
    void aRequestThatIsRepeatedForAnotherReasonIsRefused() {
        // Given
        PolicyRevision put = because("r1", "the new year");

        // When and then
        assertThat(because("r1", "the new year")).isEqualTo(put);
        assertThatThrownBy(() -> because("r1", "another"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_REQUEST_ID_REUSED));
    }

    private PolicyRevision because(String requestId, String reason) {
        return service.put(
                new PolicyUpdate(
                        requestId,
                        SEOUL,
                        terms(10),
                        Optional.empty(),
                        PolicyUpdate.ANY_VERSION,
                        "operator-1",
                        reason));
    }

    @Test
    void aWindowMayHaveAnOffsetOfZero() {
        // Given
        WorkWindow window = WorkWindow.parse("+00:00", "21:00", Duration.ofHours(4));

        // When
        PolicyRevision put =
                service.put(
                        new PolicyUpdate(
                                "r1",
                                SEOUL,
                                terms(10, window),
                                Optional.empty(),
                                0,
                                "operator-1",
                                ""));

        // Then
        assertThat(service.get(SEOUL)).isEqualTo(put);
        assertThat(WorkWindow.of(PolicyMessages.policy(put))).isEqualTo(window);
    }

    @Test
    void refusesToGetAPolicyThatWasNeverPut() {
        assertThatThrownBy(() -> service.get(SEOUL))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_POLICY_NOT_FOUND));
    }

    @Test
    void tellsTheWholePolicyUnderItsKey() {
        // When
        PolicyRevision put = put("r1", 35, 0);

        // Then
        Event event = documents.published().getFirst();
        Policy told = ((PolicyEvent) event.payload()).getPut().getPolicy();
        assertThat(event.topic()).isEqualTo(Topics.POLICIES);
        assertThat(event.key()).isEqualTo("DRIVER/seoul");
        assertThat(told).isEqualTo(PolicyMessages.policy(put));
        assertThat(told.getVersion()).isEqualTo(1);
        assertThat(told.getWindowBegin()).isEqualTo("21:00");
        assertThat(told.getRolloutPercent()).isEqualTo(35);
        assertThat(told.getBounds().getNorthEast().getLng()).isEqualTo(127.3);
        assertThat(told.getAppRules(0).getMinVersion()).isEqualTo("5.2.0");
    }

    @Test
    void theHistoryHasEveryVersionNewestFirst() {
        // Given
        put("r1", 10, 0);
        put("r2", 20, 1);
        put("r3", 30, 2);

        // When
        PolicyService.Page first = service.history(SEOUL, Long.MAX_VALUE, 2);
        PolicyService.Page second = service.history(SEOUL, Long.parseLong(first.nextToken()), 2);

        // Then
        assertThat(first.revisions()).extracting(PolicyRevision::version).containsExactly(3L, 2L);
        assertThat(second.revisions()).extracting(PolicyRevision::version).containsExactly(1L);
        assertThat(second.revisions().getFirst().terms().rolloutPercent()).isEqualTo(10);
        assertThat(second.nextToken()).isEmpty();
    }

    @Test
    void theHistoryIsInOrderBeyondNineVersions() {
        // Given
        for (int version = 1; version <= 12; version++) {
            put("r" + version, version, version - 1);
        }

        // When
        PolicyService.Page page = service.history(SEOUL, 11, 3);

        // Then
        assertThat(page.revisions())
                .extracting(PolicyRevision::version)
                .containsExactly(10L, 9L, 8L);
        assertThat(page.nextToken()).isEqualTo("8");
    }

    @Test
    void aPolicyThatWasNeverPutHasNoHistory() {
        assertThat(service.history(SEOUL, Long.MAX_VALUE, 50).revisions()).isEmpty();
    }

    @Test
    void ofTwoWhoReplaceTheSameVersionOneIsRefused() {
        // Given
        put("r1", 10, 0);
        List<Callable<Boolean>> operators =
                IntStream.of(20, 30)
                        .mapToObj(percent -> (Callable<Boolean>) () -> succeeds(percent))
                        .toList();

        // When
        List<Boolean> succeeded = Race.run(operators);

        // Then
        assertThat(succeeded).containsExactlyInAnyOrder(true, false);
        assertThat(service.history(SEOUL, Long.MAX_VALUE, 50).revisions())
                .extracting(PolicyRevision::version)
                .containsExactly(2L, 1L);
    }

    @Test
    void tellsWhatIsInForceUntilAVersionThatIsForLater() {
        // Given
        put("r1", 10, 0);
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));

        // When
        PolicyRevision planned = put("r2", 20, Optional.of(tomorrow));

        // Then
        assertThat(planned.effectiveTime()).contains(tomorrow);
        PolicyPut told = told(1);
        assertThat(told.getPolicy().getEffectiveTime()).isEqualTo(Timestamps.of(tomorrow));
        assertThat(told.getEarlierList())
                .singleElement()
                .satisfies(earlier -> {
                    assertThat(earlier.getPolicy()).isEqualTo(told(0).getPolicy());
                    assertThat(earlier.getEndTime()).isEqualTo(Timestamps.of(tomorrow));
                });
    }

    @Test
    void tellsTheVersionWithWhichARunningBusinessDateBeganHoweverManyCameSince() {
        // Given: before the window opens
        clock.set(TestClock.FRIDAY_NIGHT.minus(Duration.ofHours(2)));
        put("r0", 10, PolicyUpdate.ANY_VERSION);
        clock.set(TestClock.FRIDAY_NIGHT);

        // When
        for (int i = 1; i <= 60; i++) {
            clock.advance(Duration.ofSeconds(30));
            put("r" + i, i, PolicyUpdate.ANY_VERSION);
        }

        // Then
        assertThat(told(60).getEarlierList())
                .extracting(earlier -> earlier.getPolicy().getVersion())
                .containsExactly(1L);
    }

    @Test
    void tellsNothingOfVersionsThatAreOverSinceDays() {
        // Given
        put("r1", 10, 0);
        clock.advance(Duration.ofDays(1));
        put("r2", 20, 1);
        clock.advance(Duration.ofDays(5));

        // When
        put("r3", 30, 2);

        // Then: of the second, which a running business date may have begun with
        assertThat(told(2).getEarlierList())
                .extracting(earlier -> earlier.getPolicy().getVersion())
                .containsExactly(2L);
    }

    @Test
    void refusesAVersionThatWouldBeInForceBeforeItIsPutOrYearsLater() {
        assertThatThrownBy(() -> put("r1", 10, Optional.of(clock.instant().minusMillis(1))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("effective_time");
        assertThatThrownBy(() ->
                        put("r1", 10, Optional.of(clock.instant().plus(Duration.ofDays(367)))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("effective_time");
        assertThat(put("r1", 10, Optional.of(clock.instant())).version()).isEqualTo(1);
    }

    @Test
    void aRequestThatComesAgainAfterItsTimeIsAnsweredAndWithAnotherTimeRefused() {
        // Given
        Optional<Instant> soon = Optional.of(clock.instant().plusSeconds(60));
        PolicyRevision first = put("r1", 10, soon);
        clock.advance(Duration.ofHours(1));

        // When and then
        assertThat(put("r1", 10, soon)).isEqualTo(first);
        assertThatThrownBy(() -> put("r1", 10, Optional.empty()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_REQUEST_ID_REUSED));
    }

    @Test
    void refusesMoreThanTenVersionsThatWait() {
        // Given
        for (int i = 1; i <= 10; i++) {
            put("r" + i, i, Optional.of(clock.instant().plus(Duration.ofDays(i))));
        }

        // When and then
        assertThatThrownBy(() ->
                        put("r11", 11, Optional.of(clock.instant().plus(Duration.ofDays(11)))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("at most 10");
        assertThat(put("r12", 12, Optional.empty()).version()).isEqualTo(11);
    }

    private PolicyPut told(int index) {
        return ((PolicyEvent) documents.published().get(index).payload()).getPut();
    }

    private PolicyRevision put(
            String requestId, int rolloutPercent, Optional<Instant> effectiveTime) {
        return service.put(
                new PolicyUpdate(
                        requestId,
                        SEOUL,
                        terms(rolloutPercent),
                        effectiveTime,
                        PolicyUpdate.ANY_VERSION,
                        "operator-1",
                        ""));
    }

    private boolean succeeds(int percent) {
        try {
            put("race-" + percent, percent, 1);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private PolicyRevision put(String requestId, int rolloutPercent, long expectedVersion) {
        return service.put(update(requestId, rolloutPercent, expectedVersion));
    }

    private static PolicyUpdate update(String requestId, int rolloutPercent, long expectedVersion) {
        return new PolicyUpdate(
                requestId,
                SEOUL,
                terms(rolloutPercent),
                Optional.empty(),
                expectedVersion,
                "operator-1",
                "");
    }

    private PolicyRevision put(PolicyKey key, String requestId, int rolloutPercent) {
        return service.put(
                new PolicyUpdate(
                        requestId,
                        key,
                        terms(rolloutPercent),
                        Optional.empty(),
                        PolicyUpdate.ANY_VERSION,
                        "operator-1",
                        ""));
    }

    private static PolicyTerms terms(int rolloutPercent) {
        return terms(rolloutPercent, WorkWindow.parse("Asia/Seoul", "21:00", Duration.ofHours(4)));
    }

    private static PolicyTerms terms(int rolloutPercent, WorkWindow window) {
        return new PolicyTerms(
                new RegionBounds(37.2, 126.7, 37.7, 127.3),
                window,
                Duration.ofSeconds(5),
                RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL,
                new Money(14_000, "KRW"),
                false,
                rolloutPercent,
                Duration.ofMinutes(15),
                32,
                List.of(new AppRule(AppPlatform.APP_PLATFORM_ANDROID, new AppVersion("5.2.0"))),
                Duration.ofSeconds(120),
                Duration.ofHours(2),
                PolicyDefaults.assignment(),
                MovePolicy.OFF,
                ZonePolicy.OFF,
                JoinPolicy.OFF,
                AbusePolicy.OFF,
                CallPolicy.OFF);
    }
}
