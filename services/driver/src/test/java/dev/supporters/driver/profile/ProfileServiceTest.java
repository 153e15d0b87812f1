package dev.supporters.driver.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.Message;

import dev.supporters.contract.DriverId;
import dev.supporters.driver.adapter.mongo.DriverStores;
import dev.supporters.driver.application.Application;
import dev.supporters.driver.application.Application.Action;
import dev.supporters.driver.application.Application.Step;
import dev.supporters.driver.application.Applications;
import dev.supporters.driver.profile.Profile.Membership;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.validation.FieldBoundsTable;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;
import dev.supporters.proto.driver.v1.BatchGetRequest;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.GetRequest;
import dev.supporters.proto.driver.v1.ModeChange;
import dev.supporters.proto.driver.v1.PutRequest;
import dev.supporters.proto.driver.v1.SetActivityModeRequest;
import dev.supporters.proto.events.driver.v1.DriverEvent;
import dev.supporters.proto.events.driver.v1.DriverPut;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

class ProfileServiceTest {

    private static final DriverId DRIVER = new DriverId("1004550");
    private static final Membership MEMBER =
            new Membership(Product.PRODUCT_DRIVER, "seoul", ActivityMode.ACTIVITY_MODE_ON);

    private final TestClock clock = new TestClock();
    private final InMemoryAggregateStore<Profile> documents =
            new InMemoryAggregateStore<>(DriverStores.DRIVERS);
    private final ProfileService profiles = new ProfileService(documents, clock);

    @Test
    void putsAProfileAndPublishesIt() {
        // When
        Profile put =
                profiles.put(
                        new ProfileOrder("r1", DRIVER, "Kim", List.of(MEMBER), "operator-1", ""));

        // Then
        assertThat(put)
                .isEqualTo(
                        new Profile(
                                DRIVER,
                                "Kim",
                                List.of(MEMBER),
                                new Applications(
                                        List.of(
                                                new Application(
                                                        1,
                                                        Product.PRODUCT_DRIVER,
                                                        "seoul",
                                                        List.of(given())))),
                                ModeHistory.NONE,
                                clock.instant(),
                                1));
        assertThat(profiles.get(DRIVER)).isEqualTo(put);
        DriverEvent event = (DriverEvent) documents.published().getFirst().payload();
        assertThat(documents.published().getFirst().topic()).isEqualTo(Topics.DRIVERS);
        assertThat(documents.published().getFirst().key()).isEqualTo("1004550");
        assertThat(event.getPut().getDriver()).isEqualTo(DriverMessages.driver(put));
        assertThat(event.getPut().getDriver().getMemberships(0).getMode())
                .isEqualTo(ActivityMode.ACTIVITY_MODE_ON);
    }

    private Step given() {
        return new Step(Action.GIVEN, "r1", "operator-1", "", clock.instant(), List.of());
    }

    @Test
    void aMembershipThatGoesToAnotherRegionEndsInTheOneAndIsGivenInTheOther() {
        // Given
        profiles.put(new ProfileOrder("r1", DRIVER, "Kim", List.of(MEMBER), "operator-1", ""));
        clock.advance(Duration.ofDays(1));
        Membership moved =
                new Membership(Product.PRODUCT_DRIVER, "busan", ActivityMode.ACTIVITY_MODE_OFF);

        // When
        Profile put =
                profiles.put(
                        new ProfileOrder(
                                "r2", DRIVER, "Kim", List.of(moved), "operator-2", "has moved"));

        // Then
        assertThat(put.memberships()).containsExactly(moved);
        assertThat(put.applications().all())
                .extracting(
                        Application::region,
                        application -> application.last().action(),
                        application -> application.last().actor(),
                        application -> application.last().text(),
                        Application::since)
                .containsExactly(
                        tuple("seoul", Action.REMOVED, "operator-2", "has moved", clock.instant()),
                        tuple("busan", Action.GIVEN, "operator-2", "has moved", clock.instant()));
        assertThat(put.modes().changes())
                .extracting(ModeHistory.ModeSwitch::mode, ModeHistory.ModeSwitch::actor)
                .containsExactly(tuple(ActivityMode.ACTIVITY_MODE_OFF, "operator-2"));
    }

    @Test
    void aProfileThatIsPutAgainKeepsItsCreateTime() {
        // Given
        Profile first =
                profiles.put(new ProfileOrder("r1", DRIVER, "Kim", List.of(), "operator-1", ""));
        clock.advance(Duration.ofDays(1));

        // When
        Profile second =
                profiles.put(
                        new ProfileOrder(
                                "r2", DRIVER, "Kim Min", List.of(MEMBER), "operator-1", ""));

        // Then
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.createTime()).isEqualTo(first.createTime());
        assertThat(second.memberships()).containsExactly(MEMBER);
    }

    @Test
    void aKeyBelongsToItsMutationAndRefusesAnotherBody() {
        // Given
        profiles.put(new ProfileOrder("0", DRIVER, "Kim", List.of(MEMBER), "operator-1", ""));

        // When
        Profile off =
                profiles.setMode(
                        "0",
                        DRIVER,
                        Product.PRODUCT_DRIVER,
                        ActivityMode.ACTIVITY_MODE_OFF,
                        "operator-1");

        // Then
        assertThat(off.memberships().getFirst().mode()).isEqualTo(ActivityMode.ACTIVITY_MODE_OFF);
        assertThatThrownBy(() ->
                        profiles.put(
                                new ProfileOrder(
                                        "0", DRIVER, "Lee", List.of(MEMBER), "operator-1", "")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_REQUEST_ID_REUSED));
    }

    @Test
    void puttingTheSameAgainChangesAndPublishesNothing() {
        // Given
        profiles.put(new ProfileOrder("r1", DRIVER, "Kim", List.of(MEMBER), "operator-1", ""));

        // When
        Profile again =
                profiles.put(
                        new ProfileOrder("r2", DRIVER, "Kim", List.of(MEMBER), "operator-1", ""));

        // Then
        assertThat(again.version()).isEqualTo(1);
        assertThat(documents.published()).hasSize(1);
    }

    @Test
    void aKeyThatFoundTheModeAsItWasIsOfThatModeForEver() {
        // Given
        profiles.put(new ProfileOrder("r1", DRIVER, "Kim", List.of(MEMBER), "operator-1", ""));
        setMode("on", ActivityMode.ACTIVITY_MODE_ON);

        // When
        reused(() -> setMode("on", ActivityMode.ACTIVITY_MODE_OFF));
        setMode("off", ActivityMode.ACTIVITY_MODE_OFF);
        Profile late = setMode("on", ActivityMode.ACTIVITY_MODE_ON);

        // Then
        assertThat(late.memberships().getFirst().mode()).isEqualTo(ActivityMode.ACTIVITY_MODE_OFF);
    }

    @Test
    void aKeyThatPutWhatWasThereIsOfThoseContents() {
        profiles.put(new ProfileOrder("r1", DRIVER, "Kim", List.of(MEMBER), "operator-1", ""));
        profiles.put(new ProfileOrder("r2", DRIVER, "Kim", List.of(MEMBER), "operator-1", ""));

        reused(() ->
                profiles.put(
                        new ProfileOrder("r2", DRIVER, "Lee", List.of(MEMBER), "operator-1", "")));

        assertThat(profiles.get(DRIVER).name()).isEqualTo("Kim");
    }

    private Profile setMode(String requestId, ActivityMode mode) {
        return profiles.setMode(requestId, DRIVER, Product.PRODUCT_DRIVER, mode, DRIVER.value());
    }

    private static void reused(ThrowingCallable request) {
        assertThatThrownBy(request)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_REQUEST_ID_REUSED));
    }

    @Test
    void aMemberIsSwitchedOff() {
        // Given
        profiles.put(new ProfileOrder("r1", DRIVER, "Kim", List.of(MEMBER), "operator-1", ""));

        // When
        Profile set =
                profiles.setMode(
                        "r2",
                        DRIVER,
                        Product.PRODUCT_DRIVER,
                        ActivityMode.ACTIVITY_MODE_OFF,
                        "operator-1");

        // Then
        assertThat(set.version()).isEqualTo(2);
        assertThat(set.memberships())
                .extracting(Membership::mode)
                .containsExactly(ActivityMode.ACTIVITY_MODE_OFF);
        ModeHistory.ModeSwitch change =
                new ModeHistory.ModeSwitch(
                        Product.PRODUCT_DRIVER,
                        ActivityMode.ACTIVITY_MODE_OFF,
                        "operator-1",
                        "",
                        clock.instant());
        assertThat(set.modes().changes()).containsExactly(change);
        assertThat(documents.published())
                .extracting(event -> ((DriverEvent) event.payload()).getPut())
                .extracting(DriverPut::getModeChange)
                .containsExactly(
                        ModeChange.getDefaultInstance(), DriverMessages.modeChange(change));
    }

    @Test
    void switchingToTheSameModeChangesNothing() {
        // Given
        profiles.put(new ProfileOrder("r1", DRIVER, "Kim", List.of(MEMBER), "operator-1", ""));

        // When
        Profile set =
                profiles.setMode(
                        "r2",
                        DRIVER,
                        Product.PRODUCT_DRIVER,
                        ActivityMode.ACTIVITY_MODE_ON,
                        "operator-1");

        // Then
        assertThat(set.version()).isEqualTo(1);
    }

    @Test
    void refusesToSwitchADriverWhoIsNotAMember() {
        // Given
        profiles.put(new ProfileOrder("r1", DRIVER, "Kim", List.of(), "operator-1", ""));

        // When and then
        refused(
                () ->
                        profiles.setMode(
                                "r2",
                                DRIVER,
                                Product.PRODUCT_DRIVER,
                                ActivityMode.ACTIVITY_MODE_OFF,
                                "operator-1"),
                ErrorReason.ERROR_REASON_NOT_A_MEMBER,
                "driver_id: 1004550");
    }

    @Test
    void refusesToSwitchAnUnknownDriver() {
        refused(
                () ->
                        profiles.setMode(
                                "r2",
                                DRIVER,
                                Product.PRODUCT_DRIVER,
                                ActivityMode.ACTIVITY_MODE_OFF,
                                "operator-1"),
                ErrorReason.ERROR_REASON_DRIVER_NOT_FOUND,
                "driver_id: 1004550");
    }

    @Test
    void refusesToGetAnUnknownDriver() {
        refused(
                () -> profiles.get(DRIVER),
                ErrorReason.ERROR_REASON_DRIVER_NOT_FOUND,
                "driver_id: 1004550");
    }

    @Test
    void leavesUnknownDriversOutOfABatch() {
        // Given
        profiles.put(new ProfileOrder("r1", DRIVER, "Kim", List.of(), "operator-1", ""));

        // When
        List<Profile> found = profiles.get(List.of(DRIVER, new DriverId("2"), DRIVER));

        // Then
        assertThat(found).extracting(Profile::driverId).containsExactly(DRIVER);
    }

    @Test
    void refusesMoreThanAThousandAtOnce() {
        invalid(
                BatchGetRequest.newBuilder().addAllDriverIds(Collections.nCopies(1001, "1")),
                "driver_ids: 1001");
    }

    @Test
    void refusesAProductTwice() {
        refused(
                () ->
                        profiles.put(
                                new ProfileOrder(
                                        "r1",
                                        DRIVER,
                                        "Kim",
                                        List.of(MEMBER, MEMBER),
                                        "operator-1",
                                        "")),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                "memberships.product: PRODUCT_DRIVER twice");
    }

    @Test
    void refusesFieldsOutOfTheirBounds() {
        invalid(GetRequest.newBuilder().setDriverId(" "), "driver_id: nothing");
        invalid(GetRequest.newBuilder().setDriverId("x".repeat(65)), "driver_id: 65 characters");
        invalid(put(driver().setName("")), "driver.name: nothing");
        invalid(put(driver().setName("x".repeat(101))), "driver.name: 101 characters");
        invalid(put(driver()).setRequestId(""), "request_id: nothing");
        invalid(put(driver()).clearDriver(), "driver: nothing");
        invalid(
                put(driver(member().setProduct(Product.PRODUCT_UNSPECIFIED))),
                "driver.memberships[0].product: PRODUCT_UNSPECIFIED");
        invalid(put(driver(member().setRegion("Seoul"))), "driver.memberships[0].region: Seoul");
        invalid(
                put(driver(member().setMode(ActivityMode.ACTIVITY_MODE_UNSPECIFIED))),
                "driver.memberships[0].mode: ACTIVITY_MODE_UNSPECIFIED");
        invalid(
                SetActivityModeRequest.newBuilder()
                        .setRequestId("r1")
                        .setDriverId("1004550")
                        .setProduct(Product.PRODUCT_DRIVER),
                "mode: ACTIVITY_MODE_UNSPECIFIED");
    }

    private static PutRequest.Builder put(Driver.Builder driver) {
        return PutRequest.newBuilder().setRequestId("r1").setDriver(driver);
    }

    private static Driver.Builder driver(
            dev.supporters.proto.driver.v1.Membership.Builder... memberships) {
        Driver.Builder driver = Driver.newBuilder().setDriverId("1004550").setName("Kim");
        Stream.of(memberships).forEach(driver::addMemberships);
        return driver;
    }

    private static dev.supporters.proto.driver.v1.Membership.Builder member() {
        return dev.supporters.proto.driver.v1.Membership.newBuilder()
                .setProduct(Product.PRODUCT_DRIVER)
                .setRegion("seoul")
                .setMode(ActivityMode.ACTIVITY_MODE_ON);
    }

    private static void invalid(Message.Builder request, String offending) {
        refused(
                () -> FieldBoundsTable.check(request.build()),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                offending);
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
