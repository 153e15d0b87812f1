package dev.supporters.move.proposal;

import static dev.supporters.move.proposal.Night.DRIVER;
import static dev.supporters.move.proposal.Night.signalTo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.Place;
import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.RegionBounds;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.policy.v1.PolicyPut;

import org.junit.jupiter.api.Test;

/** No driver is sent far out of the region of the shift. */
class RegionBoundsTest {

    private final Night night = new Night();

    @Test
    void dropsAPlaceOnTheOtherSideOfTheEarth() {
        // Given
        night.regions.put(seoul(1, 37.4));
        night.begin();

        // When
        signal("m1", "-37.5", "-53");
        signal("m2", "0", "0");

        // Then
        assertThat(night.active()).isEmpty();
        assertThat(night.published()).isEmpty();
        assertThat(night.counted("outside")).isEqualTo(2);
    }

    @Test
    void allowsAPlaceWithinTheRegionOrAKilometreOutside() {
        // Given
        night.regions.put(seoul(1, 37.4));
        night.begin();

        // When
        signal("m1", "37.5", "127");
        signal("m2", "37.392", "127");
        signal("m3", "37.390", "127");

        // Then
        assertThat(night.published())
                .containsExactly("m1 PROPOSED 0", "m1 SUPERSEDED 0", "m2 PROPOSED 0");
        assertThat(night.counted("outside")).isEqualTo(1);
    }

    @Test
    void theNewestPolicyCounts() {
        // Given
        night.regions.put(seoul(2, 37.4));
        night.regions.put(seoul(1, 37.55));
        night.begin();

        // When
        signal("m1", "37.5", "127");

        // Then
        assertThat(night.active()).isPresent();
    }

    @Test
    void aSignalThatWaitedIsCheckedWhenTheShiftBegins() {
        // Given
        night.regions.put(seoul(1, 37.4));
        signal("m1", "12", "127");

        // When
        night.begin();

        // Then
        assertThat(night.active()).isEmpty();
        assertThat(night.counted("outside")).isEqualTo(1);
        assertThat(night.documents.find(DRIVER.value()).orElseThrow().value().waiting()).isEmpty();
    }

    @Test
    void aRestHasNoPlace() {
        // Given
        night.regions.put(seoul(1, 37.4));
        night.begin();

        // When
        night.proposals.signal("e1", DRIVER, Night.restSignal("a1", 600));

        // Then
        assertThat(night.active()).isPresent();
    }

    private void signal(String moveId, String lat, String lng) {
        night.proposals.signal(
                "event-" + moveId, DRIVER, signalTo(new Place(lat, lng, "", ""), moveId, 600));
    }

    private static PolicyPut seoul(long version, double south) {
        return PolicyPut.newBuilder()
                .setPolicy(
                        PolicyDefaults.policy()
                                .setProduct(Product.PRODUCT_DRIVER)
                                .setRegion("seoul")
                                .setVersion(version)
                                .setBounds(new RegionBounds(south, 126.7, 37.7, 127.2).toProto()))
                .build();
    }
}
