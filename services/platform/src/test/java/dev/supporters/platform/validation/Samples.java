package dev.supporters.platform.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.activity.v1.Position;
import dev.supporters.proto.activity.v1.ReportRequest;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.RequestRequest;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.routing.v1.RouteRequest;
import dev.supporters.proto.settlement.v1.AdjustRequest;

/** Good requests, and what a check says of them. */
final class Samples {

    static final Timestamp NOW = Timestamp.newBuilder().setSeconds(1_764_000_000).build();
    static final Place PLACE =
            Place.newBuilder().setLat("37.39433886412452").setLng("127.1105739023173").build();

    private Samples() {}

    static void assertGood(Message message) {
        assertThatCode(() -> FieldBoundsTable.check(message)).doesNotThrowAnyException();
    }

    static void assertRefused(Message message, String text) {
        assertThatThrownBy(() -> FieldBoundsTable.check(message))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_INVALID_ARGUMENT))
                .hasMessage("INVALID_ARGUMENT: " + text);
    }

    static RequestRequest.Builder request() {
        return RequestRequest.newBuilder()
                .setRequestId("r1")
                .setProduct(Product.PRODUCT_DRIVER)
                .setCustomerId("7001")
                .setCustomerName("김고객")
                .setOrigin(PLACE)
                .setDestination(PLACE)
                .setFare(Money.newBuilder().setAmount(18_000).setCurrency("KRW"));
    }

    static RouteRequest.Builder route() {
        return RouteRequest.newBuilder()
                .setRequestId("r1")
                .setCall(
                        Call.newBuilder()
                                .setCallId("254137")
                                .setProduct(Product.PRODUCT_DRIVER)
                                .setCustomerId("7001")
                                .setCustomerName("김고객")
                                .setOrigin(PLACE)
                                .setDestination(PLACE)
                                .setFare(Money.newBuilder().setAmount(18_000).setCurrency("KRW"))
                                .setDistanceMeters(12_300)
                                .setCreateTime(NOW))
                .addExcludedDriverIds("1004550");
    }

    static ReportRequest.Builder report() {
        return ReportRequest.newBuilder().setDriverId("1004550").addPositions(position(37, 127));
    }

    static AdjustRequest.Builder adjust(long amount) {
        return AdjustRequest.newBuilder()
                .setRequestId("r1")
                .setDriverId("1004550")
                .setBusinessDate("2026-11-20")
                .setProduct(Product.PRODUCT_DRIVER)
                .setAmount(Money.newBuilder().setAmount(amount).setCurrency("KRW"))
                .setReason("a reason")
                .setActor("an operator");
    }

    static Position.Builder position(double lat, double lng) {
        return Position.newBuilder()
                .setLocation(Point.newBuilder().setLat(lat).setLng(lng))
                .setReportTime(NOW);
    }
}
