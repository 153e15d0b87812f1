package dev.supporters.driver.adapter.mongo;

import dev.supporters.contract.DriverId;
import dev.supporters.driver.application.Application;
import dev.supporters.driver.application.Application.Action;
import dev.supporters.driver.application.Application.Step;
import dev.supporters.driver.application.Applications;
import dev.supporters.driver.eligibility.Criterion;
import dev.supporters.driver.profile.ModeHistory;
import dev.supporters.driver.profile.Profile;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;
import dev.supporters.testkit.StoredDocumentsContract;
import dev.supporters.testkit.TestClock;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

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
                "off", profile(3, List.of(member(ActivityMode.ACTIVITY_MODE_OFF))),
                "submitted", profile(4, List.of(), application(step(Action.APPLIED))),
                "asked",
                        profile(
                                5,
                                List.of(),
                                application(step(Action.APPLIED), step(Action.ASKED))),
                "approved",
                        profile(
                                6,
                                List.of(member(ActivityMode.ACTIVITY_MODE_ON)),
                                application(step(Action.APPLIED), step(Action.APPROVED))),
                "suspended", suspended());
    }

    private static Profile suspended() {
        Instant time = TestClock.FRIDAY_NIGHT.plusMillis(250);
        Profile off =
                profile(
                        7,
                        List.of(member(ActivityMode.ACTIVITY_MODE_OFF)),
                        application(step(Action.GIVEN)));
        return new Profile(
                off.driverId(),
                off.name(),
                off.memberships(),
                off.applications(),
                new ModeHistory(
                        List.of(
                                new ModeHistory.ModeSwitch(
                                        Product.PRODUCT_DRIVER,
                                        ActivityMode.ACTIVITY_MODE_OFF,
                                        "operator-1",
                                        "s1",
                                        time)),
                        List.of(
                                new ModeHistory.Suspension(
                                        "s1",
                                        Product.PRODUCT_DRIVER,
                                        2,
                                        true,
                                        true,
                                        "operator-1",
                                        time))),
                off.createTime(),
                off.version());
    }

    private static Application application(Step... steps) {
        return new Application(1, Product.PRODUCT_DRIVER, "seoul", List.of(steps));
    }

    private static Step step(Action action) {
        return new Step(
                action,
                "r-" + action,
                "1004550",
                "what was said",
                TestClock.FRIDAY_NIGHT.plusMillis(250),
                action == Action.ASKED
                        ? List.of()
                        : List.of(
                                new Criterion(
                                        Criterion.Kind.COMPLETED_DRIVES,
                                        OptionalDouble.of(41),
                                        OptionalDouble.of(40)),
                                new Criterion(
                                        Criterion.Kind.RATING,
                                        OptionalDouble.empty(),
                                        OptionalDouble.empty())));
    }

    private static Profile profile(
            long version, List<Profile.Membership> memberships, Application... applications) {
        return new Profile(
                new DriverId("1004550"),
                "Kim",
                memberships,
                new Applications(List.of(applications)),
                ModeHistory.NONE,
                TestClock.FRIDAY_NIGHT.plusMillis(250),
                version);
    }

    private static Profile.Membership member(ActivityMode mode) {
        return new Profile.Membership(Product.PRODUCT_DRIVER, "seoul", mode);
    }
}
