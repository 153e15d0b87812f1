package dev.supporters.routing.supporter;

import static dev.supporters.contract.WorkStep.State.ENDED;
import static dev.supporters.contract.WorkStep.State.ENDING;
import static dev.supporters.contract.WorkStep.State.RESTING;
import static dev.supporters.contract.WorkStep.State.WORKING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.contract.WorkStep;
import dev.supporters.proto.common.v1.Product;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;

class ShiftStateTest {

    private static final Instant NINE = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant ONE = Instant.parse("2026-11-20T16:00:00Z");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-11-20");

    private final ShiftState unknown = new ShiftState.NotHeardOf();
    private final ShiftState begun = unknown.begun(step(1, WORKING), ONE);

    @Test
    void goesThroughAShift() {
        assertThat(begun).isEqualTo(new ShiftState.TakingCalls(step(1, WORKING), ONE));
        assertThat(begun.next(step(2, RESTING)))
                .isEqualTo(new ShiftState.AtRest(step(2, RESTING), ONE));
        assertThat(begun.next(step(2, RESTING)).next(step(3, WORKING)))
                .isEqualTo(new ShiftState.TakingCalls(step(3, WORKING), ONE));
        assertThat(begun.next(step(4, ENDED)))
                .isEqualTo(new ShiftState.NoMoreCalls(step(4, ENDED)));
    }

    @Test
    void takesNoNewCallsOnTheLastDrive() {
        assertThat(begun.next(step(2, ENDING)))
                .isEqualTo(new ShiftState.NoMoreCalls(step(2, ENDING)));
    }

    @Test
    void ignoresWhatComesAgain() {
        // Given
        ShiftState resting = begun.next(step(2, RESTING));

        // Then
        assertThat(resting.begun(step(1, WORKING), ONE)).isEqualTo(resting);
        assertThat(resting.next(step(2, RESTING))).isEqualTo(resting);
    }

    @Test
    void ignoresAnOlderShiftAndTakesANewerOne() {
        // Given
        WorkStep yesterday = step(FRIDAY.minusDays(1), 9, ENDED);
        WorkStep tomorrow = step(FRIDAY.plusDays(1), 1, WORKING);

        // Then
        assertThat(begun.next(yesterday)).isEqualTo(begun);
        assertThat(begun.next(step(2, ENDED)).begun(tomorrow, ONE.plusSeconds(86_400)))
                .isEqualTo(new ShiftState.TakingCalls(tomorrow, ONE.plusSeconds(86_400)));
    }

    @Test
    void aShiftWhoseBeginWasNotSeenHasNoKnownEnd() {
        assertThat(unknown.next(step(3, WORKING)))
                .isEqualTo(new ShiftState.TakingCalls(step(3, WORKING), Instant.MAX));
    }

    private static WorkStep step(long version, WorkStep.State state) {
        return step(FRIDAY, version, state);
    }

    private static WorkStep step(LocalDate businessDate, long version, WorkStep.State state) {
        DriverId driver = new DriverId("7");
        return new WorkStep(
                driver,
                WorkId.of(driver, Product.PRODUCT_DRIVER, businessDate),
                Product.PRODUCT_DRIVER,
                "seoul",
                version,
                state,
                NINE.plusSeconds(version * 60));
    }
}
