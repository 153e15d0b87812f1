package dev.supporters.call.adapter.grpc;

import static dev.supporters.call.SampleCalls.NOW;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.call.life.CallOrder;
import dev.supporters.contract.Place;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.validation.FieldBoundsTable;
import dev.supporters.proto.call.v1.GeneralStep;
import dev.supporters.proto.call.v1.ReportGeneralRequest;
import dev.supporters.proto.call.v1.RequestRequest;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Product;

import org.junit.jupiter.api.Test;

import java.util.function.Consumer;

class CallRequestMapperTest {

    @Test
    void keepsCoordinatesExactly() {
        // When
        CallOrder order = CallRequestMapper.order(request().build(), NOW.plusNanos(123));

        // Then
        assertThat(order.origin().lat()).isEqualTo("37.39433886412452");
        assertThat(order.origin().lng()).isEqualTo("127.1105739023173");
        assertThat(order.stopover()).isEqualTo(Place.NONE);
        assertThat(order.createTime()).isEqualTo(NOW);
    }

    @Test
    void numbersACallThatCameWithoutANumberTheSameWayForTheSameRequest() {
        assertThat(number("7001", "r1"))
                .isEqualTo(number("7001", "r1"))
                .isNotEqualTo(number("7001", "r2"))
                .isNotEqualTo(number("7002", "r1"))
                .matches("9[0-9]{17}");
    }

    @Test
    void refusesWhatIsMissingMalformedOrOutOfBounds() {
        assertRefused(r -> r.clearRequestId(), "request_id");
        assertRefused(r -> r.setRequestId("x".repeat(101)), "request_id");
        assertRefused(r -> r.setCallId("12a"), "call_id");
        assertRefused(r -> r.setCallId("1".repeat(19)), "call_id");
        assertRefused(r -> r.clearProduct(), "product");
        assertRefused(r -> r.setProductValue(99), "product");
        assertRefused(r -> r.setCustomerId(" "), "customer_id");
        assertRefused(r -> r.setCustomerName("x".repeat(101)), "customer_name");
        assertRefused(r -> r.clearOrigin(), "origin.lat");
        assertRefused(r -> r.getOriginBuilder().setLat("90.1"), "origin.lat");
        assertRefused(r -> r.getOriginBuilder().setLng("1e2"), "origin.lng");
        assertRefused(r -> r.clearDestination(), "destination.lat");
        assertRefused(r -> r.getDestinationBuilder().setLng("-180.01"), "destination.lng");
        assertRefused(r -> r.getStopoverBuilder().setLat("x"), "stopover.lat");
        assertRefused(r -> r.getAppLocationBuilder().setLat("NaN"), "app_location.lat");
        assertRefused(r -> r.getOriginBuilder().setPoi("x".repeat(201)), "origin.poi");
        assertRefused(r -> r.clearFare(), "fare.currency");
        assertRefused(r -> r.getFareBuilder().setAmount(-1), "fare.amount");
        assertRefused(r -> r.getFareBuilder().setCurrency("won"), "fare.currency");
        assertRefused(r -> r.setDistanceMeters(-1), "distance_meters");
    }

    @Test
    void refusesAStepOfADriverWithoutADriver() {
        ReportGeneralRequest taken =
                ReportGeneralRequest.newBuilder()
                        .setRequestId("r1")
                        .setCallId("254137")
                        .setStep(GeneralStep.GENERAL_STEP_TAKEN)
                        .build();
        ReportGeneralRequest unserved =
                taken.toBuilder().setStep(GeneralStep.GENERAL_STEP_UNSERVED).build();

        assertThatThrownBy(() -> CallRequestMapper.report(taken, NOW))
                .hasMessage(
                        "INVALID_ARGUMENT: driver_id: nothing (expected: text of 1 to 64 characters)");
        assertThat(CallRequestMapper.report(unserved, NOW).driverId()).isEmpty();
    }

    private static String number(String customerId, String requestId) {
        RequestRequest request =
                request().clearCallId().setCustomerId(customerId).setRequestId(requestId).build();
        return CallRequestMapper.order(request, NOW).callId().value();
    }

    private static void assertRefused(Consumer<RequestRequest.Builder> spoil, String field) {
        RequestRequest.Builder request = request();
        spoil.accept(request);
        assertThatThrownBy(() -> FieldBoundsTable.check(request.build()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.reason())
                                    .isEqualTo(ErrorReason.ERROR_REASON_INVALID_ARGUMENT);
                            assertThat(refusal.getMessage()).contains(" " + field + ":");
                        });
    }

    private static RequestRequest.Builder request() {
        return RequestRequest.newBuilder()
                .setRequestId("r1")
                .setCallId("254137")
                .setProduct(Product.PRODUCT_DRIVER)
                .setCustomerId("7001")
                .setCustomerName("김고객")
                .setOrigin(place("37.39433886412452", "127.1105739023173"))
                .setDestination(place("37.5", "127"))
                .setFare(Money.newBuilder().setAmount(18_000).setCurrency("KRW"))
                .setDistanceMeters(12_300);
    }

    private static dev.supporters.proto.common.v1.Place.Builder place(String lat, String lng) {
        return dev.supporters.proto.common.v1.Place.newBuilder().setLat(lat).setLng(lng);
    }
}
