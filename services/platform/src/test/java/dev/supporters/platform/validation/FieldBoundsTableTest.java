package dev.supporters.platform.validation;

import static dev.supporters.platform.validation.Samples.NOW;
import static dev.supporters.platform.validation.Samples.adjust;
import static dev.supporters.platform.validation.Samples.assertGood;
import static dev.supporters.platform.validation.Samples.assertRefused;
import static dev.supporters.platform.validation.Samples.position;
import static dev.supporters.platform.validation.Samples.report;
import static dev.supporters.platform.validation.Samples.request;
import static dev.supporters.platform.validation.Samples.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.Message;

import dev.supporters.proto.activity.v1.Position;
import dev.supporters.proto.activity.v1.ReportRequest;
import dev.supporters.proto.activity.v1.TimelineRequest;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.ListRequest;
import dev.supporters.proto.commander.v1.PauseRequest;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.BatchGetRequest;
import dev.supporters.proto.options.v1.FieldBoundsProto;
import dev.supporters.proto.policy.v1.HistoryRequest;
import dev.supporters.proto.routing.v1.RouteRequest;
import dev.supporters.proto.tagging.v1.TagCallRequest;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

class FieldBoundsTableTest {

    @Test
    void takesWhatIsWithinItsBounds() {
        assertGood(request().build());
        assertGood(report().build());
        assertGood(route().build());
        assertGood(PauseRequest.newBuilder().setDriverId("x".repeat(64)).build());
        assertGood(ListRequest.newBuilder().setPageSize(1_000_000).build());
    }

    @Test
    void namesTheFieldWhatWasFoundAndWhatWasExpected() {
        assertRefused(
                PauseRequest.getDefaultInstance(),
                "driver_id: nothing (expected: text of 1 to 64 characters)");
        assertRefused(
                PauseRequest.newBuilder().setDriverId(" \t\n").build(),
                "driver_id: nothing (expected: text of 1 to 64 characters)");
        assertRefused(
                PauseRequest.newBuilder().setDriverId("x".repeat(65)).build(),
                "driver_id: 65 characters (expected: at most 64 characters)");
        assertRefused(
                PauseRequest.newBuilder().setDriverId("closed/7").build(),
                "driver_id: closed/7 (expected: an id without a slash)");
        assertRefused(
                request().setCallId("25a").build(),
                "call_id: 25a (expected: 1 to 18 decimal digits, or nothing)");
        assertRefused(
                request().setDistanceMeters(-1).build(),
                "distance_meters: -1 (expected: 0 or more)");
        assertRefused(
                HistoryRequest.newBuilder()
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setRegion("Seoul")
                        .build(),
                "region: Seoul (expected: 1 to 40 lower-case letters, digits and hyphens)");
        assertRefused(
                ListRequest.newBuilder().setPageSize(-1).build(),
                "page_size: -1 (expected: 0 to 1000)");
        assertRefused(
                TimelineRequest.newBuilder().setDriverId("7").setBusinessDate("2026-02-30").build(),
                "business_date: 2026-02-30 (expected: a date like 2026-11-20)");
    }

    @Test
    void namesAFieldWithinMessagesAndLists() {
        ReportRequest.Builder report = report();
        report.addPositions(position(37, 127)).addPositions(position(91, 127));

        assertRefused(report.build(), "positions[2].location.lat: 91.0 (expected: -90.0 to 90.0)");
        assertRefused(
                BatchGetRequest.newBuilder().addDriverIds("7").addDriverIds("a/b").build(),
                "driver_ids[1]: a/b (expected: an id without a slash)");
    }

    @Test
    void aMissingMessageIsNamedOrTheFirstFieldThatItNeeds() {
        assertRefused(
                report().setPositions(0, Position.newBuilder().setReportTime(NOW)).build(),
                "positions[0].location: nothing (expected: a point)");
        assertRefused(
                request().clearOrigin().build(),
                "origin.lat: nothing (expected: a decimal from -90 to 90)");
        assertRefused(
                request().clearFare().build(),
                "fare.currency: nothing (expected: an ISO 4217 code)");
        assertRefused(TagCallRequest.getDefaultInstance(), "call: nothing (expected: a call)");
    }

    @Test
    void aMessageHasOtherBoundsWhereItsUseSaysSo() {
        assertGood(TagCallRequest.newBuilder().setCall(Call.getDefaultInstance()).build());
        assertRefused(
                route().setCall(Call.getDefaultInstance()).build(),
                "call.call_id: nothing (expected: text of 1 to 64 characters)");
        assertRefused(
                route().setCall(route().getCallBuilder().clearProduct()).build(),
                "call.product: PRODUCT_UNSPECIFIED (expected: a product)");
        assertRefused(
                request().setFare(Money.newBuilder().setAmount(-1).setCurrency("KRW")).build(),
                "fare.amount: -1 (expected: 0 or more)");
        assertGood(adjust(-1).build());
        assertRefused(
                adjust(1_000_000_000_001L).build(),
                "amount.amount: 1000000000001 (expected: -1000000000000 to 1000000000000)");
        assertRefused(
                adjust(Long.MIN_VALUE).build(),
                "amount.amount: -9223372036854775808 (expected: -1000000000000 to 1000000000000)");
    }

    @Test
    void anotherInterfaceHasItsOwnNames() {
        Message message = report().clearDriverId().build();

        assertThatThrownBy(() -> FieldBoundsTable.check(message, FieldBoundsTable::camelCase))
                .hasMessage(
                        "INVALID_ARGUMENT: driverId: nothing (expected: text of 1 to 64 characters)");
        assertThat(FieldBoundsTable.camelCase("positions[3].report_time"))
                .isEqualTo("positions[3].reportTime");
    }

    @Test
    void aFieldsBoundsCanBeAskedFor() {
        FieldBoundsTable table = FieldBoundsTable.of(RouteRequest.getDescriptor());

        assertThat(table.maxLength("request_id")).isEqualTo(100);
        assertThat(table.maxLength("call.call_id")).isEqualTo(64);
        assertThat(table.checkText("call.call_id", "254137", "callId")).isEqualTo("254137");
        assertThatThrownBy(() -> table.checkText("call.call_id", "x", "callId"))
                .hasMessage("INVALID_ARGUMENT: callId: x (expected: 1 to 18 decimal digits)");
        assertThatThrownBy(() -> table.bounds("call.callId"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsBoundsFromParsedDescriptorsToo() throws IOException, DescriptorValidationException {
        // Given
        ExtensionRegistry registry = ExtensionRegistry.newInstance();
        FieldBoundsProto.registerAllExtensions(registry);
        FileDescriptorSet files =
                FileDescriptorSet.parseFrom(
                        Files.readAllBytes(Path.of("../../protos/baseline.binpb")), registry);
        Map<String, FileDescriptor> built = new HashMap<>();
        for (FileDescriptorProto file : files.getFileList()) {
            FileDescriptor[] needed =
                    file.getDependencyList().stream()
                            .map(name -> Objects.requireNonNull(built.get(name), name))
                            .toArray(FileDescriptor[]::new);
            built.put(file.getName(), FileDescriptor.buildFrom(file, needed));
        }
        Descriptor type =
                built.get("supporters/commander/v1/commander_service.proto")
                        .findMessageTypeByName("PauseRequest");

        // When
        DynamicMessage message =
                DynamicMessage.newBuilder(type)
                        .setField(type.findFieldByName("driver_id"), "a/b")
                        .build();

        // Then
        assertRefused(message, "driver_id: a/b (expected: an id without a slash)");
    }
}
