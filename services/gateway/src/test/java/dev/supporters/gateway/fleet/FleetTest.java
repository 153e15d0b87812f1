package dev.supporters.gateway.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.Position;
import dev.supporters.contract.WorkId;
import dev.supporters.contract.WorkStep;
import dev.supporters.gateway.fleet.FleetSupporter.Activity;
import dev.supporters.proto.common.v1.Product;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

class FleetTest {

    private static final Instant NINE = Instant.parse("2026-11-20T12:00:00Z");
    private static final DriverId DRIVER = new DriverId("1004550");
    private static final Product PRODUCT = Product.PRODUCT_DRIVER;
    private static final WorkId WORK = WorkId.of(DRIVER, PRODUCT, LocalDate.parse("2026-11-20"));
    private static final Position HERE = new Position(37.4, 127.1);
    private static final Position THERE = new Position(37.5, 127.0);

    private final Fleet fleet = new Fleet();

    @Test
    void whoBeginsIsFreeAndWhereTheShiftBegan() {
        // Given
        fleet.shift(shift(1, WorkStep.State.WORKING));
        fleet.located(DRIVER, HERE, NINE);

        // When
        List<FleetSupporter> atWork = seen();

        // Then
        assertThat(atWork)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.activity()).isEqualTo(Activity.FREE);
                    assertThat(one.position()).contains(HERE);
                    assertThat(one.unreachable()).isFalse();
                });
    }

    @Test
    void aCommandOrDriveCountsInsteadOfTheShiftUntilItIsOver() {
        // Given
        fleet.shift(shift(1, WorkStep.State.WORKING));

        // When
        fleet.engagement(step(5, EngagementStep.State.COMMANDED));
        Activity commanded = activity();
        fleet.engagement(step(6, EngagementStep.State.ACCEPTED));
        fleet.engagement(step(7, EngagementStep.State.ARRIVED));
        fleet.engagement(step(8, EngagementStep.State.DRIVING));
        Activity driving = activity();
        fleet.engagement(step(9, EngagementStep.State.COMPLETED));
        Activity after = activity();

        // Then
        assertThat(List.of(commanded, driving, after))
                .containsExactly(Activity.COMMANDED, Activity.DRIVING, Activity.FREE);
    }

    @Test
    void anEventThatComesLateChangesNothing() {
        // Given
        fleet.shift(shift(3, WorkStep.State.RESTING));
        fleet.located(DRIVER, THERE, NINE.plusSeconds(60));
        long before = fleet.version();

        // When
        fleet.shift(shift(2, WorkStep.State.WORKING));
        fleet.located(DRIVER, HERE, NINE);

        // Then
        assertThat(activity()).isEqualTo(Activity.RESTING);
        assertThat(seen().getFirst().position()).contains(THERE);
        assertThat(fleet.version()).isEqualTo(before);
    }

    @Test
    void nobodyIsShownAfterTheShiftNorInAnotherRegion() {
        // Given
        fleet.shift(shift(1, WorkStep.State.WORKING));

        // When
        List<FleetSupporter> elsewhere = fleet.atWork(PRODUCT, Optional.of("busan"), NINE);
        fleet.shift(shift(2, WorkStep.State.ENDED));

        // Then
        assertThat(elsewhere).isEmpty();
        assertThat(seen()).isEmpty();
    }

    @Test
    void whereSomebodyIsWhoCannotBeReachedNobodyKnows() {
        // Given
        fleet.shift(shift(1, WorkStep.State.WORKING));
        fleet.located(DRIVER, HERE, NINE);

        // When
        fleet.unreachable(DRIVER, NINE.plusSeconds(300));

        // Then
        FleetSupporter one = seen().getFirst();
        assertThat(one.unreachable()).isTrue();
        assertThat(one.position()).isEmpty();
        assertThat(one.locatedAt()).contains(NINE.plusSeconds(300));
    }

    @Test
    void aMoveShowsWhileItLivesAndTheSupporterIsFree() {
        // Given
        fleet.shift(shift(1, WorkStep.State.WORKING));
        fleet.move(DRIVER, move(Optional.of(THERE), 1));

        // When
        Optional<Position> alive = seen().getFirst().moveTo();
        Optional<Position> expired =
                fleet.atWork(PRODUCT, Optional.empty(), NINE.plusSeconds(600)).getFirst().moveTo();
        fleet.engagement(step(5, EngagementStep.State.COMMANDED));
        Optional<Position> commanded = seen().getFirst().moveTo();
        fleet.engagement(step(6, EngagementStep.State.REFUSED));
        fleet.move(DRIVER, move(Optional.empty(), 2));
        fleet.move(DRIVER, move(Optional.of(THERE), 1));
        Optional<Position> over = seen().getFirst().moveTo();

        // Then
        assertThat(alive).contains(THERE);
        assertThat(expired).isEmpty();
        assertThat(commanded).isEmpty();
        assertThat(over).isEmpty();
    }

    private Activity activity() {
        return seen().getFirst().activity();
    }

    private List<FleetSupporter> seen() {
        return fleet.atWork(PRODUCT, Optional.of("seoul"), NINE);
    }

    private static MoveTarget move(Optional<Position> to, long version) {
        return new MoveTarget(to, NINE, version, NINE.plusSeconds(600));
    }

    private static WorkStep shift(long version, WorkStep.State state) {
        return new WorkStep(DRIVER, WORK, PRODUCT, "seoul", version, state, NINE);
    }

    private static EngagementStep step(long version, EngagementStep.State state) {
        return new EngagementStep(
                DRIVER, new CallId("254137"), "command", WORK, PRODUCT, version, state, NINE);
    }
}
