package dev.supporters.platform.validation;

import static dev.supporters.platform.validation.Samples.PLACE;
import static dev.supporters.platform.validation.Samples.assertGood;
import static dev.supporters.platform.validation.Samples.assertRefused;
import static dev.supporters.platform.validation.Samples.position;
import static dev.supporters.platform.validation.Samples.report;
import static dev.supporters.platform.validation.Samples.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.call.v1.ListRequest;
import dev.supporters.proto.commander.v1.AssignRequest;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.work.v1.BeginRequest;
import dev.supporters.proto.work.v1.WorkType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueCheckTest {

    @Test
    void refusesConstantsThatItDoesNotKnow() {
        assertRefused(
                request().setProductValue(99).build(),
                "product: UNRECOGNIZED (expected: a known product)");
        assertRefused(
                request().clearProduct().build(),
                "product: PRODUCT_UNSPECIFIED (expected: a known product)");
        assertRefused(
                ListRequest.newBuilder().addStatesValue(3).addStatesValue(0).build(),
                "states[1]: CALL_STATE_UNSPECIFIED (expected: known states)");
        assertRefused(
                ListRequest.newBuilder().addStatesValue(99).build(),
                "states[0]: UNRECOGNIZED (expected: known states)");
    }

    @Test
    void aConstantThatMayBeLeftOutIsKnownIfItIsGiven() {
        BeginRequest begin =
                BeginRequest.newBuilder()
                        .setRequestId("r")
                        .setDriverId("1")
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setLocation(Point.newBuilder().setLat(37.5).setLng(127))
                        .setAppPlatform(AppPlatform.APP_PLATFORM_IOS)
                        .setAppVersion("5.2.0")
                        .build();

        assertGood(begin);
        assertGood(begin.toBuilder().setWorkType(WorkType.WORK_TYPE_HOURLY).build());
        assertRefused(
                begin.toBuilder().setWorkTypeValue(2).build(),
                "work_type: UNRECOGNIZED (expected: HOURLY, or nothing)");
    }

    @Test
    void refusesListsThatAreTooLongOrTooShort() {
        AssignRequest.Builder assign =
                AssignRequest.newBuilder()
                        .setRequestId("r")
                        .setCallId("1")
                        .setProduct(Product.PRODUCT_DRIVER);
        for (int i = 0; i < 129; i++) {
            assign.addCandidatesBuilder().setDriverId("d" + i);
        }

        assertRefused(assign.build(), "candidates: 129 (expected: at most 128)");
        assertGood(assign.removeCandidates(128).build());
        assertRefused(report().clearPositions().build(), "positions: 0 (expected: 1 to 100)");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 90.001})
    void refusesNumbersThatAreNoDegrees(double lat) {
        assertRefused(
                report().setPositions(0, position(lat, 127)).build(),
                "positions[0].location.lat: " + lat + " (expected: -90.0 to 90.0)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "90.00000000000000000000000000000000000001",
                "91",
                "1e1",
                "NaN",
                "+1",
                "--1",
                "1.",
                ".5",
                "1.2.3",
                "-",
                "0x1",
                "１",
                "1234",
                " 1"
            })
    void refusesDecimalsThatAreNoDegrees(String lat) {
        assertRefused(
                request().setOrigin(PLACE.toBuilder().setLat(lat)).build(),
                "origin.lat: " + lat + " (expected: a decimal from -90 to 90)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"90", "-90.000", "0", "-0.0", "007.5", "37.123456789012345678901234567890"})
    void takesExactDecimals(String lat) {
        assertGood(request().setOrigin(PLACE.toBuilder().setLat(lat)).build());
    }

    @Test
    void countsTextAsJavaScriptDoesSoThatASurrogatePairIsTwo() {
        String pairs = "🚗".repeat(50);

        assertGood(request().setCustomerName(pairs).build());
        assertRefused(
                request().setCustomerName(pairs + "x").build(),
                "customer_name: 101 characters (expected: at most 100 characters)");
    }

    @Test
    void shortensWhatIsHuge() {
        assertThatThrownBy(() ->
                        FieldBoundsTable.check(request().setCallId("9".repeat(5_000_000)).build()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(200));
    }

    @ParameterizedTest
    @CsvSource({
        "253402300800, 0",
        "-62135596801, 0",
        "0, -1",
        "0, 1000000000",
        "9223372036854775807, 0"
    })
    void refusesTimesThatProtobufDoesNotDefine(long seconds, int nanos) {
        Timestamp time = Timestamp.newBuilder().setSeconds(seconds).setNanos(nanos).build();

        assertRefused(
                report().setPositions(0, position(37, 127).setReportTime(time)).build(),
                "positions[0].report_time: "
                        + seconds
                        + " s and "
                        + nanos
                        + " ns (expected: a time of the years 1 to 9999)");
    }

    @Test
    void refusesDurationsThatProtobufDoesNotDefine() {
        AssignRequest.Builder assign =
                AssignRequest.newBuilder()
                        .setRequestId("r")
                        .setCallId("1")
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setVeto(Duration.newBuilder().setSeconds(Long.MIN_VALUE));

        assertRefused(
                assign.build(),
                "veto: -9223372036854775808 s (expected: a duration within its range)");
    }
}
