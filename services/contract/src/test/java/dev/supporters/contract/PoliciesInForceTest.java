package dev.supporters.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.PolicyVersions.InForce;
import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.policy.v1.PolicyPut;
import dev.supporters.proto.policy.v1.Policy;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Times are local times in Seoul; the first window is from 21:00 to 01:00. */
class PoliciesInForceTest {

    private static final Product DRIVER = Product.PRODUCT_DRIVER;
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate SATURDAY = FRIDAY.plusDays(1);

    private final SettableClock clock = new SettableClock();
    private final List<Policy> newestFirst = new ArrayList<>();
    private final List<PolicyPut> told = new ArrayList<>();

    @Test
    void aFirstVersionIsInForceAtOnceAlsoInTheWindow() {
        // When
        put(FRIDAY, "22:00", first());

        // Then
        assertThat(at(FRIDAY, "22:00")).isEqualTo("v1 open 2026-11-20 14000");
        assertThat(at(FRIDAY, "20:59")).isEqualTo("v1 closed 14000");
    }

    @Test
    void beforeAFirstVersionComesIntoForceThereIsNone() {
        // When
        put(FRIDAY, "20:00", effective(first(), FRIDAY, "22:00"));

        // Then
        assertThat(at(FRIDAY, "21:59")).isEqualTo("none");
        assertThat(at(FRIDAY, "22:00")).isEqualTo("v1 open 2026-11-20 14000");
    }

    @Test
    void untilItsTimeAVersionChangesNothingAlsoForWhoStartsInBetween() {
        // Given
        put(FRIDAY, "12:00", first());

        // When: in force from Saturday on
        put(FRIDAY, "13:00", effective(second(), SATURDAY, "12:00"));

        // Then
        assertThat(at(FRIDAY, "19:30")).isEqualTo("v1 closed 14000");
        assertThat(at(FRIDAY, "21:00")).isEqualTo("v1 open 2026-11-20 14000");
        assertThat(at(SATURDAY, "00:59")).isEqualTo("v1 open 2026-11-20 14000");
        assertThat(at(SATURDAY, "11:59")).isEqualTo("v1 closed 14000");
        assertThat(at(SATURDAY, "12:00")).isEqualTo("v2 closed 16000");
        assertThat(at(SATURDAY, "19:00")).isEqualTo("v2 open 2026-11-21 16000");
        assertThat(at(SATURDAY.plusDays(40), "19:00")).isEqualTo("v2 open 2026-12-31 16000");
    }

    @Test
    void aBusinessDateKeepsItsWindowAndWageAndTheRestChangesAtOnce() {
        // Given
        put(FRIDAY, "12:00", first());

        // When: the window from 19:00 to 02:00 is in force at once
        put(FRIDAY, "23:00", second());

        // Then
        assertThat(at(FRIDAY, "23:00")).isEqualTo("v2 with date of v1 open 2026-11-20 14000");
        assertThat(at(SATURDAY, "00:59")).isEqualTo("v2 with date of v1 open 2026-11-20 14000");
        assertThat(at(SATURDAY, "01:00")).startsWith("v2 with date of v1 closed");
        assertThat(at(SATURDAY, "02:30")).isEqualTo("v2 closed 16000");
        assertThat(at(SATURDAY, "19:00")).isEqualTo("v2 open 2026-11-21 16000");
        assertThat(rollout(FRIDAY, "23:00")).isEqualTo(0);
    }

    @Test
    void aVersionThatComesBeforeTheWindowBeginsCountsForTheBusinessDate() {
        // Given
        put(FRIDAY, "12:00", first());

        // When: an hour late for its own window, before that of the first version
        put(FRIDAY, "20:00", second());

        // Then
        assertThat(at(FRIDAY, "20:00")).isEqualTo("v2 open 2026-11-20 16000");
    }

    @Test
    void aWindowThatBeginsLaterIsClosedUntilThen() {
        // Given
        put(FRIDAY, "12:00", first());

        // When
        put(FRIDAY, "20:00", second().setWindowBegin("22:00"));

        // Then
        assertThat(at(FRIDAY, "21:30")).isEqualTo("v2 closed 16000");
        assertThat(at(FRIDAY, "22:00")).isEqualTo("v2 open 2026-11-20 16000");
    }

    @Test
    void aVersionThatIsReplacedWithinTheWindowAgainAndAgainKeepsTheBusinessDate() {
        // Given
        put(FRIDAY, "12:00", first());
        put(FRIDAY, "21:10", second());
        put(FRIDAY, "21:20", second().setHourlyWage(new Money(17_000, "KRW").toProto()));

        // When
        put(FRIDAY, "21:30", second().setRolloutPercent(40));

        // Then
        assertThat(at(FRIDAY, "22:00")).isEqualTo("v4 with date of v1 open 2026-11-20 14000");
        assertThat(rollout(FRIDAY, "22:00")).isEqualTo(40);
        assertThat(told.getLast().getEarlierList())
                .extracting(earlier -> earlier.getPolicy().getVersion())
                .containsExactly(1L);
    }

    @Test
    void whatIsPutLaterReplacesWhatWasPlanned() {
        // Given
        put(FRIDAY, "12:00", first());
        put(FRIDAY, "13:00", effective(second(), SATURDAY, "12:00"));

        // When: the rollout of today is turned to 0
        put(FRIDAY, "14:00", first().setRolloutPercent(0));

        // Then
        assertThat(at(FRIDAY, "14:00")).isEqualTo("v3 closed 14000");
        assertThat(at(SATURDAY, "21:00")).isEqualTo("v3 open 2026-11-21 14000");
        assertThat(rollout(SATURDAY, "21:00")).isEqualTo(0);
    }

    @Test
    void severalVersionsMayWait() {
        // Given
        put(FRIDAY, "12:00", first());
        put(FRIDAY, "12:01", effective(second(), FRIDAY, "20:00"));

        // When
        put(FRIDAY, "12:02", effective(first().setRolloutPercent(7), SATURDAY, "12:00"));

        // Then
        assertThat(at(FRIDAY, "19:30")).isEqualTo("v1 closed 14000");
        assertThat(at(FRIDAY, "20:00")).isEqualTo("v2 open 2026-11-20 16000");
        assertThat(at(SATURDAY, "01:30")).isEqualTo("v2 open 2026-11-20 16000");
        assertThat(at(SATURDAY, "12:00")).isEqualTo("v3 closed 14000");
    }

    @Test
    void eachTimeZoneHasItsOwnBusinessDate() {
        // Given: clocks of New York are 14 hours behind
        put(FRIDAY, "12:00", first());

        // When
        put(FRIDAY, "23:00", first().setTimeZone("America/New_York"));

        // Then: Friday has been worked in Seoul, so Saturday is the first evening of New York
        assertThat(at(SATURDAY, "00:30")).isEqualTo("v2 with date of v1 open 2026-11-20 14000");
        assertThat(at(SATURDAY, "11:30")).startsWith("v2 with date of v1 closed");
        assertThat(at(SATURDAY.plusDays(1), "11:30")).isEqualTo("v2 open 2026-11-21 14000");
    }

    @Test
    void aBoundInAnotherCurrencyThanTheKeptWageIsNone() {
        // Given
        put(FRIDAY, "12:00", first());

        // When
        Policy.Builder dollars = second().setHourlyWage(new Money(2_000, "USD").toProto());
        dollars.getZonesBuilder()
                .setEnabled(true)
                .setMaxWagePerCall(new Money(900, "USD").toProto());
        dollars.getCallsBuilder()
                .setMaxLiveCalls(3)
                .setBaseFare(new Money(1_000, "USD").toProto())
                .setFarePercent(100);
        put(FRIDAY, "23:00", dollars);

        // Then
        assertThat(policy(FRIDAY, "23:30").getZones().hasMaxWagePerCall()).isFalse();
        assertThat(policy(FRIDAY, "23:30").getZones().getEnabled()).isTrue();
        assertThat(policy(SATURDAY, "19:30").getZones().hasMaxWagePerCall()).isTrue();
        assertThat(CallPolicy.of(policy(FRIDAY, "23:30")))
                .isEqualTo(new CallPolicy(3, 0, Optional.empty(), Optional.empty(), 0));
        assertThat(CallPolicy.of(policy(SATURDAY, "19:30")).farePercent()).isEqualTo(100);
    }

    @Test
    void anEventOfAnEarlierReleaseIsInForceAtOnce() {
        // Given
        PoliciesInForce<InForce> policies = new PoliciesInForce<>(inForce -> inForce, clock);

        // When: without a time, and without versions before it
        policies.put(PolicyPut.newBuilder().setPolicy(first().setVersion(9)).build());

        // Then
        clock.set(instant(FRIDAY, "21:00"));
        assertThat(text(policies)).isEqualTo("v9 open 2026-11-20 14000");
    }

    @Test
    void aClockThatIsSlowDoesNotKeepAVersionFromForce() {
        // When
        put(FRIDAY, "22:00", first());
        put(FRIDAY, "22:10", first().setRolloutPercent(3));

        // Then
        assertThat(rollout(FRIDAY, "22:09")).isEqualTo(3);
    }

    @Test
    void refusesAVersionThatMakesNoSenseAndKeepsWhatItHas() {
        // Given
        put(FRIDAY, "12:00", first());
        PoliciesInForce<InForce> policies = new PoliciesInForce<>(inForce -> inForce, clock);
        policies.put(told.getFirst());

        // When and then
        assertThatThrownBy(() ->
                        policies.put(
                                PolicyPut.newBuilder()
                                        .setPolicy(first().setVersion(2).setTimeZone("Mars"))
                                        .build()))
                .isInstanceOf(Refusal.class);
        assertThat(policies.all()).hasSize(1);
    }

    @Test
    void whoRequiresAPolicyIsToldWhetherThereIsNoneOrNobodyKnowsYet() {
        // Given
        put(FRIDAY, "12:00", first());
        PoliciesInForce<InForce> policies = followers(FRIDAY, "12:00");

        // Then
        assertThat(policies.require(DRIVER, "seoul", false).policy().getVersion()).isOne();
        assertThatThrownBy(() -> policies.require(DRIVER, "busan", false))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_UNAVAILABLE));
        assertThatThrownBy(() -> policies.require(DRIVER, "busan", true))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_POLICY_NOT_FOUND))
                .hasMessageContaining("PRODUCT_DRIVER/busan");
    }

    private Policy.Builder first() {
        return PolicyDefaults.policy().setProduct(DRIVER).setRegion("seoul").setRolloutPercent(100);
    }

    /** From 19:00 to 02:00, with more pay, and no call for supporters. */
    private Policy.Builder second() {
        return first().setWindowBegin("19:00")
                .setWindowLength(Timestamps.of(Duration.ofHours(7)))
                .setHourlyWage(new Money(16_000, "KRW").toProto())
                .setRolloutPercent(0);
    }

    private static Policy.Builder effective(Policy.Builder policy, LocalDate date, String time) {
        return policy.setEffectiveTime(Timestamps.of(instant(date, time)));
    }

    /** As the service that owns policies tells it. */
    private void put(LocalDate date, String time, Policy.Builder policy) {
        Instant now = instant(date, time);
        newestFirst.addFirst(
                policy.setVersion(newestFirst.size() + 1L)
                        .setUpdateTime(Timestamps.of(now))
                        .build());
        told.add(PolicyVersions.of(newestFirst).put(now));
    }

    private String at(LocalDate date, String time) {
        return text(followers(date, time));
    }

    private int rollout(LocalDate date, String time) {
        return policy(date, time).getRolloutPercent();
    }

    private Policy policy(LocalDate date, String time) {
        return followers(date, time).find(DRIVER, "seoul").orElseThrow().policy();
    }

    /**
     * Who starts now and reads the newest event only, as compaction leaves it. Who has read all, in any order, and more than once, has
     * come to the same.
     */
    private PoliciesInForce<InForce> followers(LocalDate date, String time) {
        clock.set(instant(date, time));
        PoliciesInForce<InForce> started = follower(List.of(told.getLast()));
        List<PolicyPut> outOfOrder = new ArrayList<>(told.reversed());
        outOfOrder.addAll(told);
        outOfOrder.add(told.getFirst());
        assertThat(text(follower(told))).isEqualTo(text(started));
        assertThat(text(follower(outOfOrder))).isEqualTo(text(started));
        return started;
    }

    private PoliciesInForce<InForce> follower(List<PolicyPut> events) {
        PoliciesInForce<InForce> policies = new PoliciesInForce<>(inForce -> inForce, clock);
        events.forEach(policies::put);
        return policies;
    }

    private String text(PoliciesInForce<InForce> policies) {
        return policies.find(DRIVER, "seoul").map(this::text).orElse("none");
    }

    private String text(InForce inForce) {
        Policy policy = inForce.policy();
        Optional<OpenWindow> window = WorkWindow.of(policy).at(clock.instant());
        long version = policy.getVersion();
        long date = inForce.businessDateVersion();
        return "v%d%s %s %d"
                .formatted(
                        version,
                        version == date ? "" : " with date of v" + date,
                        window.map(open -> "open " + open.businessDate()).orElse("closed"),
                        policy.getHourlyWage().getAmount());
    }

    private static Instant instant(LocalDate date, String time) {
        return date.atTime(java.time.LocalTime.parse(time))
                .atZone(PolicyDefaults.WINDOW.zone())
                .toInstant();
    }

    private static final class SettableClock extends Clock {

        private Instant now = Instant.EPOCH;

        void set(Instant instant) {
            now = instant;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
