package dev.supporters.work.overrun;

import static dev.supporters.work.Refused.assertRefused;
import static dev.supporters.work.TestShifts.WINDOW_END;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.RegionBounds;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.work.v1.WorkEndReason;
import dev.supporters.work.TestShifts;
import dev.supporters.work.begin.WorkPolicy;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.Shift.EndReason;
import dev.supporters.work.shift.Shift.Ended;
import dev.supporters.work.shift.Shift.Ending;
import dev.supporters.work.shift.WorkEvents.OperatorDecision;

import io.quarkus.runtime.StartupEvent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A drive that nobody completes: operators are told of it, and end its shift. */
class OverrunTest {

    private static final Instant GIVEN_UP = WINDOW_END.plus(Duration.ofMinutes(20));

    private final TestShifts shifts = new TestShifts();
    private final OperatorEndService service = new OperatorEndService(shifts.store, shifts.clock);
    private Duration limit = Duration.ofMinutes(45);
    private boolean policiesKnown = true;

    @BeforeEach
    void onADriveWhenTheWindowEnds() {
        shifts.begun("d1");
        shifts.slots.engage("d1");
        shifts.clock.set(WINDOW_END);
        shifts.clockOff.sweep();
    }

    @Test
    void operatorsAreToldOfItWhenItGoesOnLongerThanThePolicyAllows() {
        monitor().start(new StartupEvent());

        assertThat(overrunsAfter(limit)).isZero();
        assertThat(overrunsAfter(limit.plusMillis(1))).isEqualTo(1);

        shifts.clockOff.driveEnded(TestShifts.id("d1"), shifts.clock.instant(), "e1");
        assertThat(overrunsAfter(limit.plusSeconds(1))).isZero();
    }

    @Test
    void theLimitOfThePolicyAsItIsNowCounts() {
        OverrunMonitor monitor = monitor();
        shifts.clock.set(WINDOW_END.plus(limit).plusSeconds(1));
        monitor.look();
        assertThat(overruns()).isEqualTo(1);

        limit = Duration.ofHours(2);
        monitor.look();

        assertThat(overruns()).isZero();
    }

    @Test
    void theUsualLimitCountsWhilePoliciesAreNotKnown() {
        policiesKnown = false;
        shifts.clock.set(WINDOW_END.plus(PolicyDefaults.OVERRUN_LIMIT).plusSeconds(1));

        monitor().look();

        assertThat(overruns()).isEqualTo(1);
    }

    @Test
    void anOperatorEndsItAtAStatedTime() {
        // Given
        shifts.clock.set(WINDOW_END.plus(Duration.ofHours(3)));
        // When
        Versioned<Shift> ended = service.end(order("r1", GIVEN_UP, "phone lost"));
        // Then
        assertThat(ended.value())
                .isEqualTo(
                        new Ended(
                                ended.value().details(),
                                Duration.ZERO,
                                GIVEN_UP,
                                EndReason.OPERATOR));
        WorkEvent told = shifts.told().getLast();
        assertThat(told.getEnded().getReason()).isEqualTo(WorkEndReason.WORK_END_REASON_OPERATOR);
        assertThat(told.getEnded().getActor()).isEqualTo("operator-1");
        assertThat(told.getEnded().getOperatorReason()).isEqualTo("phone lost");
        assertThat(told.getEventTime().getSeconds()).isEqualTo(GIVEN_UP.getEpochSecond());
        assertThat(told.getPreviousVersion()).isEqualTo(2);
    }

    @Test
    void whenTheDriveIsCompletedAfterwardsTheOperatorsWordStands() {
        shifts.clock.set(WINDOW_END.plus(Duration.ofHours(3)));
        Versioned<Shift> ended = service.end(order("r1", GIVEN_UP, "phone lost"));

        shifts.clockOff.driveEnded(TestShifts.id("d1"), shifts.clock.instant(), "e1");

        assertThat(shifts.now("d1")).isEqualTo(ended.value());
    }

    @Test
    void theSameRequestIsAnsweredTheSameAndWithAnotherTimeItIsRefused() {
        // Given
        shifts.clock.set(WINDOW_END.plus(Duration.ofHours(3)));
        Versioned<Shift> first = service.end(order("r1", GIVEN_UP, "phone lost"));
        // When
        Versioned<Shift> again = service.end(order("r1", GIVEN_UP, "phone lost"));
        // Then
        assertThat(again.value()).isEqualTo(first.value());
        assertThat(again.repeated()).isTrue();
        assertRefused(
                ErrorReason.ERROR_REASON_REQUEST_ID_REUSED,
                () -> service.end(order("r1", GIVEN_UP.plusSeconds(1), "phone lost")));
        assertRefused(
                ErrorReason.ERROR_REASON_NOT_WORKING,
                () -> service.end(order("r2", GIVEN_UP, "phone lost")));
    }

    @Test
    void theStatedTimeIsFromTheWindowsEndOnAndNotInTheFuture() {
        shifts.clock.set(GIVEN_UP);

        assertRefused(
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                () -> service.end(order("r1", WINDOW_END.minusMillis(1), "why")));
        assertRefused(
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                () -> service.end(order("r1", GIVEN_UP.plusMillis(1), "why")));
        assertThat(shifts.now("d1")).isInstanceOf(Ending.class);
        assertThat(service.end(order("r1", WINDOW_END, "why")).value().open()).isFalse();
    }

    @Test
    void aShiftInItsWindowAndOneThatNeverBeganAreRefused() {
        shifts.begun("d2");

        assertRefused(
                ErrorReason.ERROR_REASON_WRONG_WORK_STATE,
                () -> service.end(order("r1", "d2", WINDOW_END, "why")));
        assertRefused(
                ErrorReason.ERROR_REASON_NOT_WORKING,
                () -> service.end(order("r1", "stranger", WINDOW_END, "why")));
    }

    private OverrunMonitor monitor() {
        return new OverrunMonitor(
                shifts.repository,
                this::policy,
                shifts.clock,
                shifts.clock,
                TestShifts.config(),
                shifts.meters);
    }

    private double overrunsAfter(Duration afterWindow) {
        shifts.clock.set(WINDOW_END.plus(afterWindow));
        shifts.clock.tick();
        return overruns();
    }

    private double overruns() {
        return shifts.meters.get("supporters_work_overrun_shifts").gauge().value();
    }

    private static OperatorEndOrder order(String requestId, Instant end, String reason) {
        return order(requestId, "d1", end, reason);
    }

    private static OperatorEndOrder order(
            String requestId, String driverId, Instant end, String reason) {
        return new OperatorEndOrder(
                requestId,
                TestShifts.id(driverId),
                end,
                new OperatorDecision("operator-1", reason));
    }

    private WorkPolicy policy(Product product, String region) {
        if (!policiesKnown) {
            throw new Refusal(ErrorReason.ERROR_REASON_UNAVAILABLE, "policies", "all read");
        }
        return new WorkPolicy(
                product,
                region,
                1,
                new RegionBounds(37.4, 126.7, 37.7, 127.2),
                PolicyDefaults.WINDOW,
                List.of(),
                PolicyDefaults.HOURLY_WAGE,
                false,
                false,
                limit);
    }
}
