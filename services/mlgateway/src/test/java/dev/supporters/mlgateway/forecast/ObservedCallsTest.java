package dev.supporters.mlgateway.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.CallId;
import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.Position;
import dev.supporters.contract.RegionBounds;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.policy.v1.PolicyPut;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Map;

class ObservedCallsTest {

    private static final Product DRIVER = Product.PRODUCT_DRIVER;
    private static final Instant BEGIN = TestClock.FRIDAY_NIGHT;
    private static final Position GANGNAM = new Position(37.4979, 127.0276);
    private static final Position PANGYO = new Position(37.3947, 127.1112);

    private final RegionalPolicies policies = new RegionalPolicies(new TestClock());
    private final ObservedCalls calls = new ObservedCalls();

    @Test
    void countsEachCallOnceByItsCell() {
        // Given
        policy("seoul", 1, new RegionBounds(37.3, 126.7, 37.7, 127.2));

        // When
        requested("1", GANGNAM, 10);
        requested("1", GANGNAM, 10);
        requested("2", GANGNAM, 20);
        requested("3", PANGYO, 30);

        // Then
        assertThat(since("seoul").values()).containsExactlyInAnyOrder(2, 1);
    }

    @Test
    void countsACallInTheSmallestRegionThatContainsIt() {
        // Given
        policy("seoul", 1, new RegionBounds(37.3, 126.7, 37.7, 127.2));
        policy("pangyo", 1, new RegionBounds(37.38, 127.1, 37.41, 127.13));

        // When
        requested("1", GANGNAM, 10);
        requested("2", PANGYO, 10);

        // Then
        assertThat(since("seoul").values()).containsExactly(1);
        assertThat(since("pangyo").values()).containsExactly(1);
    }

    @Test
    void leavesOutOtherNightsAndPlaces() {
        // Given
        policy("seoul", 1, new RegionBounds(37.3, 126.7, 37.7, 127.2));

        // When
        requested("1", GANGNAM, -1);
        requested("2", new Position(40.7, -74), 10);

        // Then
        assertThat(since("seoul")).isEmpty();
    }

    @Test
    void forgets() {
        // Given
        policy("seoul", 1, new RegionBounds(37.3, 126.7, 37.7, 127.2));
        requested("1", GANGNAM, 10);

        // When
        calls.forget(BEGIN.plusSeconds(11));

        // Then
        assertThat(since("seoul")).isEmpty();
    }

    @Test
    void theNewestVersionOfAPolicyCounts() {
        // Given
        policy("seoul", 2, new RegionBounds(37.3, 126.7, 37.7, 127.2));
        policy("seoul", 1, new RegionBounds(30, 120, 31, 121));

        // When
        requested("1", GANGNAM, 10);

        // Then
        assertThat(since("seoul")).hasSize(1);
    }

    private Map<Long, Integer> since(String region) {
        return calls.since(BEGIN, policies.find(DRIVER, region).orElseThrow(), policies);
    }

    private void requested(String call, Position origin, int second) {
        calls.requested(new CallId(call), DRIVER, origin, BEGIN.plusSeconds(second));
    }

    private void policy(String region, long version, RegionBounds bounds) {
        policies.put(
                PolicyPut.newBuilder()
                        .setPolicy(
                                PolicyDefaults.policy()
                                        .setProduct(DRIVER)
                                        .setRegion(region)
                                        .setVersion(version)
                                        .setBounds(bounds.toProto()))
                        .build());
    }
}
