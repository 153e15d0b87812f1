package dev.supporters.work.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;

import dev.supporters.platform.validation.FieldBoundsTable;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.work.v1.BeginRequest;
import dev.supporters.proto.work.v1.EndByOperatorRequest;
import dev.supporters.proto.work.v1.EndRequest;
import dev.supporters.proto.work.v1.GetStatusRequest;
import dev.supporters.proto.work.v1.RestRequest;
import dev.supporters.proto.work.v1.ResumeRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.Stream;

/** What the server's entrance refuses before the service sees a request. */
class WorkRequestBoundsTest {

    private static final BeginRequest BEGIN =
            BeginRequest.newBuilder()
                    .setRequestId("r1")
                    .setDriverId("d1")
                    .setProduct(Product.PRODUCT_DRIVER)
                    .setLocation(Point.newBuilder().setLat(37.5).setLng(127))
                    .setAppPlatform(AppPlatform.APP_PLATFORM_IOS)
                    .setAppVersion("5")
                    .build();

    private static final EndByOperatorRequest OPERATOR_END =
            EndByOperatorRequest.newBuilder()
                    .setRequestId("r1")
                    .setDriverId("d1")
                    .setProduct(Product.PRODUCT_DRIVER)
                    .setBusinessDate("2026-11-20")
                    .setEndTime(Timestamp.newBuilder().setSeconds(1_795_190_000))
                    .setReason("phone lost")
                    .setActor("operator-1")
                    .build();

    static Stream<Message> goodRequests() {
        return Stream.of(
                BEGIN,
                RestRequest.newBuilder()
                        .setRequestId("r".repeat(100))
                        .setDriverId("d".repeat(64))
                        .setProduct(Product.PRODUCT_DRIVER)
                        .build(),
                ResumeRequest.newBuilder()
                        .setRequestId("r1")
                        .setDriverId("d1")
                        .setProduct(Product.PRODUCT_DRIVER)
                        .build(),
                EndRequest.newBuilder()
                        .setRequestId("r1")
                        .setDriverId("d1")
                        .setProduct(Product.PRODUCT_DRIVER)
                        .build(),
                OPERATOR_END,
                GetStatusRequest.newBuilder()
                        .setDriverId("d1")
                        .setProduct(Product.PRODUCT_DRIVER)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("goodRequests")
    void acceptsWhatIsWithinItsBounds(Message request) {
        assertThatCode(() -> FieldBoundsTable.check(request)).doesNotThrowAnyException();
    }

    @Test
    void refusesRequestIdsThatAreMissingOrTooLong() {
        assertInvalid(BEGIN.toBuilder().clearRequestId(), "request_id");
        assertInvalid(BEGIN.toBuilder().setRequestId("r".repeat(101)), "request_id");
        assertInvalid(RestRequest.newBuilder(), "request_id");
        assertInvalid(ResumeRequest.newBuilder(), "request_id");
        assertInvalid(EndRequest.newBuilder(), "request_id");
    }

    @Test
    void refusesDriverIdsThatAreMissingOrTooLong() {
        assertInvalid(BEGIN.toBuilder().setDriverId(" "), "driver_id");
        assertInvalid(BEGIN.toBuilder().setDriverId("d".repeat(65)), "driver_id");
        assertInvalid(GetStatusRequest.newBuilder(), "driver_id");
    }

    @Test
    void anOperatorSaysWhichShiftWhenAndWhy() {
        assertInvalid(OPERATOR_END.toBuilder().clearBusinessDate(), "business_date");
        assertInvalid(OPERATOR_END.toBuilder().clearEndTime(), "end_time");
        assertInvalid(OPERATOR_END.toBuilder().clearReason(), "reason");
        assertInvalid(OPERATOR_END.toBuilder().setReason("r".repeat(501)), "reason");
        assertInvalid(OPERATOR_END.toBuilder().clearActor(), "actor");
    }

    @Test
    void refusesAMissingProduct() {
        assertInvalid(BEGIN.toBuilder().setProduct(Product.PRODUCT_UNSPECIFIED), "product");
        assertInvalid(GetStatusRequest.newBuilder().setDriverId("d1"), "product");
    }

    @Test
    void refusesPositionsThatAreNoneOnEarth() {
        assertInvalid(BEGIN.toBuilder().setLocation(point(90.1, 0)), "location.lat");
        assertInvalid(BEGIN.toBuilder().setLocation(point(0, -180.1)), "location.lng");
        assertInvalid(BEGIN.toBuilder().setLocation(point(Double.NaN, 0)), "location.lat");
        assertInvalid(BEGIN.toBuilder().clearLocation(), "location");
    }

    @Test
    void refusesAMissingPlatform() {
        assertInvalid(
                BEGIN.toBuilder().setAppPlatform(AppPlatform.APP_PLATFORM_UNSPECIFIED),
                "app_platform");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "5.", ".5", "5.2-beta", "five", "1.2.3.4.5", "-1", "9999999", "5.2.0\n"})
    void refusesWhatIsNoVersion(String text) {
        assertInvalid(BEGIN.toBuilder().setAppVersion(text), "app_version");
    }

    private static void assertInvalid(Message.Builder request, String field) {
        assertThatThrownBy(() -> FieldBoundsTable.check(request.build()))
                .hasMessageStartingWith("INVALID_ARGUMENT: " + field + ": ");
    }

    private static Point point(double lat, double lng) {
        return Point.newBuilder().setLat(lat).setLng(lng).build();
    }
}
