package dev.supporters.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.Membership;
import dev.supporters.proto.events.driver.v1.DriverEvent;
import dev.supporters.proto.events.driver.v1.DriverPut;

import org.junit.jupiter.api.Test;

import java.util.Set;

class MembershipsTest {

    @Test
    void aMemberWhoIsOnTakesPart() {
        assertThat(read(membership(ActivityMode.ACTIVITY_MODE_ON)).active())
                .containsExactly(Product.PRODUCT_DRIVER);
        assertThat(read(membership(ActivityMode.ACTIVITY_MODE_OFF)).active()).isEmpty();
        assertThat(read().includes(Product.PRODUCT_DRIVER)).isFalse();
    }

    @Test
    void aProductThatThisVersionDoesNotKnowIsLeftOut() {
        Membership unknown =
                membership(ActivityMode.ACTIVITY_MODE_ON).toBuilder().setProductValue(999).build();

        assertThat(read(unknown, membership(ActivityMode.ACTIVITY_MODE_ON)).active())
                .containsExactly(Product.PRODUCT_DRIVER);
    }

    @Test
    void anEventThatThisVersionDoesNotKnowTellsNothing() {
        assertThat(Memberships.read(DriverEvent.getDefaultInstance())).isEmpty();
    }

    @Test
    void theVersionOfTheProfileOrdersThem() {
        DriverId driver = new DriverId("7");

        assertThat(new Memberships(driver, 4, Set.of()).after(read())).isTrue();
        assertThat(new Memberships(driver, 3, Set.of()).after(read())).isFalse();
    }

    private static Memberships read(Membership... memberships) {
        Driver.Builder driver = Driver.newBuilder().setDriverId("7").setVersion(3);
        for (Membership membership : memberships) {
            driver.addMemberships(membership);
        }
        return Memberships.read(
                        DriverEvent.newBuilder()
                                .setPut(DriverPut.newBuilder().setDriver(driver))
                                .build())
                .orElseThrow();
    }

    private static Membership membership(ActivityMode mode) {
        return Membership.newBuilder()
                .setProduct(Product.PRODUCT_DRIVER)
                .setRegion("seoul")
                .setMode(mode)
                .build();
    }
}
