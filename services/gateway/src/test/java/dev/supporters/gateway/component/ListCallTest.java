package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.CALL;
import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.SampleCalls.call;
import static dev.supporters.gateway.component.GatewayRequests.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.activity.v1.ActivityServiceGrpc;
import dev.supporters.proto.activity.v1.GetPositionResponse;
import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.call.v1.ListNearbyRequest;
import dev.supporters.proto.call.v1.ListNearbyResponse;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.DriverServiceGrpc;
import dev.supporters.proto.driver.v1.GetResponse;
import dev.supporters.proto.driver.v1.Membership;
import dev.supporters.proto.work.v1.GetStatusResponse;
import dev.supporters.proto.work.v1.Work;
import dev.supporters.proto.work.v1.WorkServiceGrpc;
import dev.supporters.proto.work.v1.WorkState;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A driver lists the open calls around the place where the driver is. */
@QuarkusTest
class ListCallTest extends ComponentTest {

    private static final Point PANGYO = Point.newBuilder().setLat(37.39).setLng(127.11).build();
    private static final Point GANGNAM = Point.newBuilder().setLat(37.498).setLng(127.028).build();

    @Inject Clock clock;

    @BeforeEach
    void aCommissionDriverInPangyo() {
        hasProfile(Driver.newBuilder().setDriverId(DRIVER).build());
        reported(PANGYO, Duration.ofMinutes(1));
        services.answer(
                CallServiceGrpc.getListNearbyMethod(),
                request ->
                        ListNearbyResponse.newBuilder()
                                .addCalls(
                                        call(CallState.CALL_STATE_GENERAL)
                                                .clearDriverId()
                                                .clearCommandId())
                                .build());
    }

    @Test
    void listsOpenCallsNearbyWithoutTheirDestinations() {
        // When
        ValidatableResponse answer = list(issuer.driver(), "lat: 37.391, lng: 127.11");

        // Then
        answer.body("errors", nullValue())
                .body("data.listCall.radius", equalTo(3000))
                .body("data.listCall.aroundReportedPosition", equalTo(false))
                .body("data.listCall.calls.callId", equalTo(List.of(CALL)))
                .body(not(containsString("SECRET")))
                .body(not(containsString("23456")));
        assertThat(services.asked(CallServiceGrpc.getListNearbyMethod()))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.getProduct()).isEqualTo(Product.PRODUCT_DRIVER);
                    assertThat(request.getLocation().getLat()).isEqualTo(37.391);
                    assertThat(request.getLocation().getLng()).isEqualTo(127.11);
                    assertThat(request.getRadiusMeters()).isEqualTo(3000);
                    assertThat(request.hasBeginTime()).isTrue();
                });
    }

    @Test
    void whoSaysToBeElsewhereSeesTheCallsAroundTheReportedPosition() {
        list(issuer.driver(), "lat: 37.498, lng: 127.028")
                .body("errors", nullValue())
                .body("data.listCall.aroundReportedPosition", equalTo(true));

        assertThat(services.asked(CallServiceGrpc.getListNearbyMethod()))
                .extracting(ListNearbyRequest::getLocation)
                .containsExactly(PANGYO);
    }

    @Test
    void whoIsNoMemberAndHasReportedNothingLatelySeesNoCalls() {
        reported(PANGYO, Duration.ofMinutes(11));
        list(issuer.driver(), "lat: 37.39, lng: 127.11")
                .body("errors[0].extensions.reason", equalTo("POSITION_UNKNOWN"));

        services.answer(
                ActivityServiceGrpc.getGetPositionMethod(),
                request -> GetPositionResponse.getDefaultInstance());
        list(issuer.driver(), "lat: 37.39, lng: 127.11")
                .body("errors[0].extensions.reason", equalTo("POSITION_UNKNOWN"));

        assertThat(services.asked(CallServiceGrpc.getListNearbyMethod())).isEmpty();
    }

    @Test
    void aMemberWhoHasReportedNothingSeesTheCallsWhereTheRequestSays() {
        // Given
        services.answer(
                ActivityServiceGrpc.getGetPositionMethod(),
                request -> GetPositionResponse.getDefaultInstance());
        isAMember();
        hasShift(GetStatusResponse.getDefaultInstance());

        // When
        list(issuer.driver(), "lat: 37.498, lng: 127.028").body("errors", nullValue());

        // Then
        assertThat(services.asked(CallServiceGrpc.getListNearbyMethod()))
                .extracting(ListNearbyRequest::getLocation)
                .containsExactly(GANGNAM);
    }

    @ParameterizedTest
    @EnumSource(
            value = WorkState.class,
            names = {"WORK_STATE_WORKING", "WORK_STATE_RESTING", "WORK_STATE_ENDING"})
    void aSupporterWithAnOpenShiftSeesNoCalls(WorkState state) {
        // Given
        isAMember();
        hasShift(shift(state));

        // When
        list(issuer.driver(), "lat: 37.39, lng: 127.11")
                .body("errors[0].extensions.reason", equalTo("AT_WORK"));

        // Then
        assertThat(services.asked(CallServiceGrpc.getListNearbyMethod())).isEmpty();
    }

    @Test
    void aMemberWhoseShiftHasEndedSeesTheCalls() {
        isAMember();
        hasShift(shift(WorkState.WORK_STATE_ENDED));

        list(issuer.driver(), "lat: 37.39, lng: 127.11").body("errors", nullValue());
    }

    @Test
    void whileNobodyKnowsWhetherAMemberIsAtWorkTheListIsRefusedToMembersAlone() {
        // Given
        services.answer(
                WorkServiceGrpc.getGetStatusMethod(),
                request -> {
                    throw new Refusal(ErrorReason.ERROR_REASON_UNAVAILABLE, "work", "an answer");
                });

        // When and then
        list(issuer.driver(), "lat: 37.39, lng: 127.11").body("errors", nullValue());
        isAMember();
        list(issuer.driver(), "lat: 37.39, lng: 127.11")
                .body("errors[0].extensions.reason", equalTo("UNAVAILABLE"));
    }

    @Test
    void whoHasNoProfileSeesNoCalls() {
        services.answer(
                DriverServiceGrpc.getGetMethod(),
                request -> {
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_DRIVER_NOT_FOUND,
                            "driver",
                            "one with a profile");
                });

        list(issuer.driver(), "lat: 37.39, lng: 127.11")
                .body("errors[0].extensions.reason", equalTo("DRIVER_NOT_FOUND"));
        assertThat(services.asked(CallServiceGrpc.getListNearbyMethod())).isEmpty();
    }

    @Test
    void whileNobodyKnowsWhereADriverIsTheListIsRefused() {
        services.answer(
                ActivityServiceGrpc.getGetPositionMethod(),
                request -> {
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_UNAVAILABLE, "activity", "an answer");
                });

        list(issuer.driver(), "lat: 37.39, lng: 127.11")
                .body("errors[0].extensions.reason", equalTo("UNAVAILABLE"));
        assertThat(services.asked(CallServiceGrpc.getListNearbyMethod())).isEmpty();
    }

    @Test
    void operatorsLookWhereTheySay() {
        list(issuer.operator(), "lat: 37.498, lng: 127.028")
                .body("errors", nullValue())
                .body("data.listCall.aroundReportedPosition", equalTo(false));

        assertThat(services.asked(CallServiceGrpc.getListNearbyMethod()))
                .extracting(ListNearbyRequest::getLocation)
                .containsExactly(GANGNAM);
        assertThat(services.asked(ActivityServiceGrpc.getGetPositionMethod())).isEmpty();
    }

    @Test
    void whoAsksAgainAndAgainIsRefused() {
        // Given
        String token = issuer.token("41", "driver");
        for (int i = 0; i < Integer.parseInt(GatewayEnvironment.LISTS); i++) {
            list(token, "41", "lat: 37.39, lng: 127.11").body("errors", nullValue());
        }

        // When and then
        list(token, "41", "lat: 37.39, lng: 127.11")
                .body("errors[0].extensions.reason", equalTo("RESOURCE_EXHAUSTED"));
        list(issuer.operator(), "41", "lat: 37.39, lng: 127.11").body("errors", nullValue());
    }

    /** What nobody sends who means well, or whose phone is well: answered or refused, and nobody is asked for calls in vain. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1004550; lat: 91, lng: 127.11",
                "1004550; lat: -90.0000001, lng: 127.11",
                "1004550; lat: 37.39, lng: 1e300",
                "1004550; lat: \"NaN\", lng: 127.11",
                "1004550; lat: \"37,39\", lng: 127.11",
                "1004550; lat: null, lng: 127.11",
                "1004550; lng: 127.11",
                "1004551; lat: 37.39, lng: 127.11",
                "100455O; lat: 37.39, lng: 127.11",
                "1004550 ; lat: 37.39, lng: 127.11, lat: 37.4"
            })
    void whatCannotBeMeantIsRefusedAndNobodyIsAsked(String driverId, String location) {
        list(issuer.driver(), driverId, location)
                .body("errors", hasSize(greaterThanOrEqualTo(1)))
                .body("errors[0].extensions.reason", not(equalTo("INTERNAL")))
                .body("data.listCall", nullValue());

        assertThat(services.asked(CallServiceGrpc.getListNearbyMethod())).isEmpty();
    }

    @Test
    void aPlaceWithManyDigitsIsAPlace() {
        list(
                        issuer.token("42", "driver"),
                        "42",
                        "lat: 37.3900000000000000000000000000000001, lng: 127.11")
                .body("errors", nullValue());
    }

    @Test
    void aPositionThatAPhoneReportsAheadOfTimeIsNoOlderThanNow() {
        reported(PANGYO, Duration.ofSeconds(-30));

        list(issuer.token("42", "driver"), "42", "lat: 37.39, lng: 127.11")
                .body("errors", nullValue());
    }

    @Test
    void aCallThatIsTakenWhileTheListIsMadeIsNotInIt() {
        services.answer(
                CallServiceGrpc.getListNearbyMethod(),
                request ->
                        ListNearbyResponse.newBuilder()
                                .addCalls(call(CallState.CALL_STATE_ACCEPTED))
                                .addCalls(call(CallState.CALL_STATE_CANCELLED))
                                .addCalls(call(CallState.CALL_STATE_COMMANDED))
                                .build());

        list(issuer.token("42", "driver"), "42", "lat: 37.39, lng: 127.11")
                .body("errors", nullValue())
                .body("data.listCall.calls", hasSize(0))
                .body(not(containsString("SECRET")));
    }

    @Test
    void whoBeginsToWorkBetweenTwoListsSeesTheFirstAlone() {
        isAMember();
        hasShift(GetStatusResponse.getDefaultInstance());
        list(issuer.token("42", "driver"), "42", "lat: 37.39, lng: 127.11")
                .body("errors", nullValue());

        hasShift(shift(WorkState.WORK_STATE_WORKING));

        list(issuer.token("42", "driver"), "42", "lat: 37.39, lng: 127.11")
                .body("errors[0].extensions.reason", equalTo("AT_WORK"));
        assertThat(services.asked(CallServiceGrpc.getListNearbyMethod())).hasSize(1);
    }

    private void hasProfile(Driver driver) {
        services.answer(
                DriverServiceGrpc.getGetMethod(),
                request -> GetResponse.newBuilder().setDriver(driver).build());
    }

    private void isAMember() {
        hasProfile(
                Driver.newBuilder()
                        .setDriverId(DRIVER)
                        .addMemberships(
                                Membership.newBuilder()
                                        .setProduct(Product.PRODUCT_DRIVER)
                                        .setRegion("seoul")
                                        .setMode(ActivityMode.ACTIVITY_MODE_ON))
                        .build());
    }

    private void hasShift(GetStatusResponse status) {
        services.answer(WorkServiceGrpc.getGetStatusMethod(), request -> status);
    }

    private static GetStatusResponse shift(WorkState state) {
        return GetStatusResponse.newBuilder()
                .setWork(Work.newBuilder().setState(state).setBusinessDate("2026-11-20"))
                .build();
    }

    private void reported(Point position, Duration ago) {
        services.answer(
                ActivityServiceGrpc.getGetPositionMethod(),
                request ->
                        GetPositionResponse.newBuilder()
                                .setLocation(position)
                                .setEventTime(Timestamps.of(clock.instant().minus(ago)))
                                .build());
    }

    private static ValidatableResponse list(String token, String location) {
        return list(token, DRIVER, location);
    }

    private static ValidatableResponse list(String token, String driverId, String location) {
        return ask(
                token,
                "{ listCall(product: DRIVER, userAgent: \"app\", location: {"
                        + location
                        + "}, driverId: \""
                        + driverId
                        + "\") { radius aroundReportedPosition calls { callId fare destination { poi }"
                        + " distance userName origin { poi } } } }");
    }
}
