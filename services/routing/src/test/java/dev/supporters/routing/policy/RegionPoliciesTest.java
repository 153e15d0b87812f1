package dev.supporters.routing.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.Position;
import dev.supporters.contract.RegionBounds;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.routing.RoutingFixtures;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.Test;

class RegionPoliciesTest {

    private static final RegionBounds COUNTRY = new RegionBounds(33, 124, 39, 132);
    private static final RegionBounds SEOUL = new RegionBounds(37.4, 126.7, 37.7, 127.2);
    private static final RegionBounds GANGNAM = new RegionBounds(37.48, 127, 37.53, 127.1);

    private final RegionPolicies policies = new RegionPolicies(new TestClock());

    @Test
    void theSmallestRegionThatContainsThePlaceCounts() {
        // Given
        put("seoul", 1, SEOUL);
        put("country", 1, COUNTRY);
        put("gangnam", 1, GANGNAM);

        // Then
        assertThat(regionAt(37.5, 127.05)).isEqualTo("gangnam");
        assertThat(regionAt(37.6, 127.05)).isEqualTo("seoul");
        assertThat(regionAt(35.1, 129)).isEqualTo("country");
    }

    @Test
    void edgesBelongToARegion() {
        // Given
        put("gangnam", 1, GANGNAM);

        // Then
        assertThat(regionAt(37.48, 127)).isEqualTo("gangnam");
        assertThat(regionAt(37.53, 127.1)).isEqualTo("gangnam");
        assertThat(regionAt(37.5301, 127.1)).isEmpty();
        assertThat(regionAt(37.5, 126.9999)).isEmpty();
    }

    @Test
    void aNewerVersionReplacesAnOlderOne() {
        // Given
        put("seoul", 1, SEOUL);
        put("seoul", 3, GANGNAM);
        put("seoul", 2, COUNTRY);

        // Then
        assertThat(policies.at(Product.PRODUCT_DRIVER, new Position(37.5, 127.05)))
                .hasValueSatisfying(policy -> assertThat(policy.version()).isEqualTo(3));
        assertThat(regionAt(35.1, 129)).isEmpty();
    }

    @Test
    void regionsOfOneSizeCountByTheirNames() {
        // Given
        put("b", 1, SEOUL);
        put("a", 1, SEOUL);

        // Then
        assertThat(regionAt(37.6, 127)).isEqualTo("a");
    }

    @Test
    void aPolicyOfAnotherProductDoesNotCount() {
        // Given
        put("seoul", 1, SEOUL);

        // Then
        assertThat(policies.at(Product.PRODUCT_UNSPECIFIED, new Position(37.6, 127))).isEmpty();
    }

    private void put(String region, long version, RegionBounds bounds) {
        RoutingFixtures.put(policies, RoutingFixtures.policy(region, version, bounds, 100));
    }

    private String regionAt(double lat, double lng) {
        return policies.at(Product.PRODUCT_DRIVER, new Position(lat, lng))
                .map(RegionPolicy::region)
                .orElse("");
    }
}
