package dev.supporters.driver.adapter.mongo;

import dev.supporters.contract.DriverId;
import dev.supporters.driver.profile.Profile;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;
import dev.supporters.testkit.StoredDocumentsContract;
import dev.supporters.testkit.TestClock;

import java.util.List;
import java.util.Map;

class StoredProfilesTest extends StoredDocumentsContract<Profile> {

    @Override
    protected CollectionSpec<Profile> spec() {
        return DriverStores.DRIVERS;
    }

    @Override
    protected Map<String, Profile> values() {
        return Map.of(
                "no-member", profile(1, List.of()),
                "on", profile(2, List.of(member(ActivityMode.ACTIVITY_MODE_ON))),
                "off", profile(3, List.of(member(ActivityMode.ACTIVITY_MODE_OFF))));
    }

    private static Profile profile(long version, List<Profile.Membership> memberships) {
        return new Profile(
                new DriverId("1004550"),
                "Kim",
                memberships,
                TestClock.FRIDAY_NIGHT.plusMillis(250),
                version);
    }

    private static Profile.Membership member(ActivityMode mode) {
        return new Profile.Membership(Product.PRODUCT_DRIVER, "seoul", mode);
    }
}
