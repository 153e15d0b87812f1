package dev.supporters.activity.presence;

import static dev.supporters.activity.presence.Night.FRIDAY;
import static dev.supporters.activity.presence.Night.unreachable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.WorkStep;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.policy.v1.PolicyPut;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** A driver who does not report for too long is unreachable. */
class UnreachableTest {

    private final Night night = new Night();

    @Test
    void aDriverWithoutContactIsUnreachableOnceFromTheThresholdOn() {
        // Given
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);
        night.goTo(10);
        night.report(10);

        // When
        night.sweepAt(129);
        List<LocationEvent> before = night.published();
        night.sweepAt(131);
        night.sweepAt(140);

        // Then
        assertThat(before).isEmpty();
        assertThat(night.published()).containsExactly(unreachable(FRIDAY, 130));
    }

    @Test
    void thePoliciesThresholdCounts() {
        // Given
        put("seoul", 2, Duration.ofMinutes(1));
        put("seoul", 1, Duration.ofMinutes(10));
        put("busan", 9, Duration.ofSeconds(10));
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);

        // When
        night.sweepAt(70);

        // Then
        assertThat(night.published()).containsExactly(unreachable(FRIDAY, 60));
    }

    @Test
    void oldPositionsAreNoContact() {
        // Given
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);
        night.goTo(5);
        night.report(5);

        // When
        night.goTo(100);
        night.report(5, 4);
        night.sweepAt(126);

        // Then
        assertThat(night.published()).containsExactly(unreachable(FRIDAY, 125));
    }

    @Test
    void aReportOfAnAppWhoseClockIsSlowIsAContact() {
        // Given
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);

        // When
        night.goTo(100);
        night.report(-1000);
        night.sweepAt(130);

        // Then
        assertThat(night.published()).isEmpty();
    }

    private void put(String region, long version, Duration unreachableAfter) {
        night.thresholds.put(
                PolicyPut.newBuilder()
                        .setPolicy(
                                PolicyDefaults.policy()
                                        .setProduct(Product.PRODUCT_DRIVER)
                                        .setRegion(region)
                                        .setVersion(version)
                                        .setUnreachableAfter(Timestamps.of(unreachableAfter)))
                        .build());
    }
}
