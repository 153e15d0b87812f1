package dev.supporters.gateway.validation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Message;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.activity.v1.Position;
import dev.supporters.proto.activity.v1.ReportRequest;
import dev.supporters.proto.call.v1.RequestRequest;
import dev.supporters.proto.commander.v1.Refuse;
import dev.supporters.proto.commander.v1.RespondRequest;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.Box;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalReason;
import dev.supporters.proto.driver.v1.ActivityMode;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.Membership;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.tagging.v1.PutRuleRequest;
import dev.supporters.proto.tagging.v1.TagRule;
import dev.supporters.proto.work.v1.BeginRequest;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.Stream;

class RequestChecksTest {

    private static final Point POINT = Point.newBuilder().setLat(37.39).setLng(127.11).build();
    private static final Place PLACE =
            Place.newBuilder().setLat("37.39433886412452").setLng("127.1105739023173").build();
    private static final Point FAR_NORTH = Point.newBuilder().setLat(91).build();

    static Stream<Arguments> fieldsOutOfBounds() {
        return Stream.of(
                Arguments.of(
                        callRequest().setRequestId("k".repeat(101)).build(), "clientMutationId"),
                Arguments.of(callRequest().setCustomerId("").build(), "userId"),
                Arguments.of(callRequest().setCustomerName("n".repeat(101)).build(), "userName"),
                Arguments.of(callRequest().setDistanceMeters(-1).build(), "distance"),
                Arguments.of(callRequest().setFare(money(-1, "KRW")).build(), "fare"),
                Arguments.of(
                        callRequest()
                                .setAppLocation(PLACE.toBuilder().setPoi("p".repeat(201)))
                                .build(),
                        "appLocation.poi"),
                Arguments.of(begin(POINT).setDriverId("a/b").build(), "driverId"),
                Arguments.of(begin(FAR_NORTH).build(), "location.lat"),
                Arguments.of(
                        ReportRequest.newBuilder()
                                .setDriverId("1")
                                .addPositions(position(POINT))
                                .addPositions(position(FAR_NORTH))
                                .build(),
                        "positions[1].lat"),
                Arguments.of(
                        dev.supporters.proto.driver.v1.PutRequest.newBuilder()
                                .setRequestId("r")
                                .setDriver(
                                        Driver.newBuilder()
                                                .setDriverId("1")
                                                .setName("Kim")
                                                .addMemberships(
                                                        Membership.newBuilder()
                                                                .setProduct(Product.PRODUCT_DRIVER)
                                                                .setRegion("Seoul")
                                                                .setMode(
                                                                        ActivityMode
                                                                                .ACTIVITY_MODE_ON)))
                                .build(),
                        "memberships[0].region"),
                Arguments.of(
                        dev.supporters.proto.policy.v1.PutRequest.newBuilder()
                                .setRequestId("r")
                                .setPolicy(
                                        Policy.newBuilder()
                                                .setProduct(Product.PRODUCT_DRIVER)
                                                .setRegion("seoul")
                                                .setBounds(
                                                        Box.newBuilder()
                                                                .setSouthWest(FAR_NORTH)
                                                                .setNorthEast(POINT)))
                                .build(),
                        "bounds.south"),
                Arguments.of(
                        PutRuleRequest.newBuilder()
                                .setRequestId("r")
                                .setRule(TagRule.newBuilder().setName("rule").setTag("Not a tag"))
                                .build(),
                        "tag"),
                Arguments.of(
                        RespondRequest.newBuilder()
                                .setRequestId("r")
                                .setDriverId("1")
                                .setRefuse(refuse("c".repeat(501)))
                                .build(),
                        "comment"));
    }

    @ParameterizedTest
    @MethodSource("fieldsOutOfBounds")
    void aRefusalNamesTheFieldAsTheSchemaDoes(Message request, String field) {
        assertRefused(() -> RequestChecks.check(request), field);
    }

    @Test
    void aRefusalToTheLegacySystemNamesTheFieldAsItsRequestDoes() {
        RespondRequest request =
                RespondRequest.newBuilder()
                        .setRequestId("r")
                        .setDriverId("d".repeat(65))
                        .setRefuse(refuse(""))
                        .build();

        assertRefused(() -> RequestChecks.checkRest(request), "driver_id");
    }

    @Test
    void aRequestWithinItsBoundsPasses() {
        assertThatCode(() -> RequestChecks.check(callRequest().build())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "90.1",
                "1e1",
                "NaN",
                "+1",
                " 1",
                "1.",
                "0.12345678901234567890123456789012345678901"
            })
    void aLatitudeThatIsNoDecimalWithinBoundsIsRefused(String lat) {
        RequestRequest request =
                callRequest().setOrigin(Place.newBuilder().setLat(lat).setLng("127")).build();

        assertRefused(() -> RequestChecks.check(request), "origin.lat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "krw", "KR", "WONS"})
    void aCurrencyIsThreeCapitalLetters(String currency) {
        RequestRequest request = callRequest().setFare(money(1, currency)).build();

        assertRefused(() -> RequestChecks.check(request), "currency");
    }

    @Test
    void aPositionThatIsNoNumberIsRefused() {
        BeginRequest request = begin(Point.newBuilder().setLat(Double.NaN).build()).build();

        assertRefused(() -> RequestChecks.check(request), "location.lat");
    }

    private static RequestRequest.Builder callRequest() {
        return RequestRequest.newBuilder()
                .setRequestId("r")
                .setCallId("254137")
                .setProduct(Product.PRODUCT_DRIVER)
                .setCustomerId("7")
                .setCustomerName("Kim")
                .setOrigin(PLACE)
                .setDestination(PLACE)
                .setFare(money(18_000, "KRW"))
                .setDistanceMeters(12_000);
    }

    private static BeginRequest.Builder begin(Point location) {
        return BeginRequest.newBuilder()
                .setRequestId("r")
                .setDriverId("1")
                .setProduct(Product.PRODUCT_DRIVER)
                .setLocation(location)
                .setAppPlatform(AppPlatform.APP_PLATFORM_IOS)
                .setAppVersion("5.2.0");
    }

    private static Money money(long amount, String currency) {
        return Money.newBuilder().setAmount(amount).setCurrency(currency).build();
    }

    private static Position position(Point location) {
        return Position.newBuilder()
                .setLocation(location)
                .setReportTime(com.google.protobuf.Timestamp.getDefaultInstance())
                .build();
    }

    private static Refuse refuse(String comment) {
        return Refuse.newBuilder()
                .setReason(RefusalReason.REFUSAL_REASON_HEALTH)
                .setComment(comment)
                .build();
    }

    private static void assertRefused(ThrowingCallable check, String field) {
        assertThatThrownBy(check)
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("INVALID_ARGUMENT: " + field + ": ");
    }
}
