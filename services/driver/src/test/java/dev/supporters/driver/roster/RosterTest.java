package dev.supporters.driver.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.driver.adapter.mongo.ProfileMapper;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;
import dev.supporters.proto.events.driver.v1.DriverEvent;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

class RosterTest {

    private static final DriverId DRIVER = new DriverId("1004550");
    private static final Membership MEMBER =
            new Membership(Product.PRODUCT_DRIVER, "seoul", ActivityMode.ACTIVITY_MODE_ON);

    private final TestClock clock = new TestClock();
    private final InMemoryAggregateStore<Profile> documents =
            new InMemoryAggregateStore<>(new ProfileMapper());
    private final Roster roster = new Roster(documents, clock);

    @Test
    void putsAProfileAndTellsIt() {
        // When
        Profile put = roster.put("r1", DRIVER, "Kim", List.of(MEMBER));

        // Then
        assertThat(put).isEqualTo(new Profile(DRIVER, "Kim", List.of(MEMBER), clock.instant(), 1));
        assertThat(roster.get(DRIVER)).isEqualTo(put);
        DriverEvent event = (DriverEvent) documents.published().getFirst().payload();
        assertThat(documents.published().getFirst().topic()).isEqualTo(Topics.DRIVERS);
        assertThat(documents.published().getFirst().key()).isEqualTo("1004550");
        assertThat(event.getPut().getDriver()).isEqualTo(DriverMessages.driver(put));
        assertThat(event.getPut().getDriver().getMemberships(0).getMode())
                .isEqualTo(ActivityMode.ACTIVITY_MODE_ON);
    }

    @Test
    void aProfileThatIsPutAgainKeepsItsCreateTime() {
        // Given
        Profile first = roster.put("r1", DRIVER, "Kim", List.of());
        clock.advance(Duration.ofDays(1));

        // When
        Profile second = roster.put("r2", DRIVER, "Kim Min", List.of(MEMBER));

        // Then
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.createTime()).isEqualTo(first.createTime());
        assertThat(second.memberships()).containsExactly(MEMBER);
    }

    @Test
    void puttingWhatIsThereChangesAndTellsNothing() {
        // Given
        roster.put("r1", DRIVER, "Kim", List.of(MEMBER));

        // When
        Profile again = roster.put("r2", DRIVER, "Kim", List.of(MEMBER));

        // Then
        assertThat(again.version()).isEqualTo(1);
        assertThat(documents.published()).hasSize(1);
    }

    @Test
    void aMemberIsSwitchedOff() {
        // Given
        roster.put("r1", DRIVER, "Kim", List.of(MEMBER));

        // When
        Profile set =
                roster.setMode(
                        "r2", DRIVER, Product.PRODUCT_DRIVER, ActivityMode.ACTIVITY_MODE_OFF);

        // Then
        assertThat(set.version()).isEqualTo(2);
        assertThat(set.memberships())
                .extracting(Membership::mode)
                .containsExactly(ActivityMode.ACTIVITY_MODE_OFF);
        assertThat(documents.published()).hasSize(2);
    }

    @Test
    void switchingToTheSameModeChangesNothing() {
        // Given
        roster.put("r1", DRIVER, "Kim", List.of(MEMBER));

        // When
        Profile set =
                roster.setMode("r2", DRIVER, Product.PRODUCT_DRIVER, ActivityMode.ACTIVITY_MODE_ON);

        // Then
        assertThat(set.version()).isEqualTo(1);
    }

    @Test
    void refusesToSwitchWhoIsNotAMember() {
        // Given
        roster.put("r1", DRIVER, "Kim", List.of());

        // When and then
        refused(
                () ->
                        roster.setMode(
                                "r2",
                                DRIVER,
                                Product.PRODUCT_DRIVER,
                                ActivityMode.ACTIVITY_MODE_OFF),
                ErrorReason.ERROR_REASON_NOT_A_MEMBER,
                "driver_id: 1004550");
    }

    @Test
    void refusesToSwitchWhoIsNotThere() {
        refused(
                () ->
                        roster.setMode(
                                "r2",
                                DRIVER,
                                Product.PRODUCT_DRIVER,
                                ActivityMode.ACTIVITY_MODE_OFF),
                ErrorReason.ERROR_REASON_DRIVER_NOT_FOUND,
                "driver_id: 1004550");
    }

    @Test
    void refusesToGetWhoIsNotThere() {
        refused(
                () -> roster.get(DRIVER),
                ErrorReason.ERROR_REASON_DRIVER_NOT_FOUND,
                "driver_id: 1004550");
    }

    @Test
    void leavesOutOfMoreThanOneWhoIsNotThere() {
        // Given
        roster.put("r1", DRIVER, "Kim", List.of());

        // When
        List<Profile> found = roster.get(List.of(DRIVER, new DriverId("2"), DRIVER));

        // Then
        assertThat(found).extracting(Profile::driverId).containsExactly(DRIVER);
    }

    @Test
    void refusesMoreThanAThousandAtOnce() {
        refused(
                () -> roster.get(Collections.nCopies(1001, DRIVER)),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                "driver_ids: 1001 ids");
    }

    @Test
    void refusesFieldsOutOfTheirBounds() {
        invalid(() -> new DriverId(" "), "driver_id: nothing");
        invalid(() -> new DriverId("x".repeat(65)), "driver_id: 65 characters");
        invalid(() -> roster.put("r1", DRIVER, "", List.of()), "name: nothing");
        invalid(() -> roster.put("r1", DRIVER, "x".repeat(101), List.of()), "name: 101 characters");
        invalid(() -> roster.put("", DRIVER, "Kim", List.of()), "request_id: nothing");
        invalid(
                () -> roster.put("r1", DRIVER, "Kim", List.of(MEMBER, MEMBER)),
                "memberships.product: PRODUCT_DRIVER twice");
        invalid(
                () -> member(Product.PRODUCT_UNSPECIFIED, "seoul", 1),
                "product: PRODUCT_UNSPECIFIED");
        invalid(() -> member(Product.PRODUCT_DRIVER, "Seoul", 1), "region: Seoul");
        invalid(
                () -> member(Product.PRODUCT_DRIVER, "seoul", 0),
                "mode: ACTIVITY_MODE_UNSPECIFIED");
        invalid(
                () ->
                        roster.setMode(
                                "r1",
                                DRIVER,
                                Product.PRODUCT_DRIVER,
                                ActivityMode.ACTIVITY_MODE_UNSPECIFIED),
                "mode: ACTIVITY_MODE_UNSPECIFIED");
    }

    private static Membership member(Product product, String region, int mode) {
        return new Membership(product, region, ActivityMode.forNumber(mode));
    }

    private static void invalid(ThrowingCallable call, String offending) {
        refused(call, ErrorReason.ERROR_REASON_INVALID_ARGUMENT, offending);
    }

    private static void refused(ThrowingCallable call, ErrorReason reason, String offending) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.reason()).isEqualTo(reason);
                            assertThat(refusal.offending()).isEqualTo(offending);
                        });
    }
}
