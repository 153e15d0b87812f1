package dev.supporters.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.request.EndUser;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.call.v1.CallServiceGrpc.CallServiceBlockingStub;
import dev.supporters.proto.call.v1.CancelRequest;
import dev.supporters.proto.call.v1.ConfirmRequest;
import dev.supporters.proto.call.v1.GeneralStep;
import dev.supporters.proto.call.v1.GetRequest;
import dev.supporters.proto.call.v1.ReportGeneralRequest;
import dev.supporters.proto.call.v1.RequestRequest;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.testkit.EventProbe;
import dev.supporters.testkit.LostAnswers;
import dev.supporters.testkit.TestChannel;
import dev.supporters.testkit.TestClock;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;

import java.util.List;
import java.util.function.Consumer;

/** Calls as others see them: what the service is asked, and the topics it hears and tells. */
final class CallTestClient implements AutoCloseable {

    /** Where a customer goes; nobody is told. */
    static final String SECRET = "우리집 지하 2층";

    final EventProbe probe = EventProbe.ofTest();

    private final TestChannel channel = new TestChannel();
    final LostAnswers answers = new LostAnswers();
    final CallServiceBlockingStub calls =
            channel.stub(CallServiceGrpc::newBlockingStub).withInterceptors(answers);

    Call request(String callId, String customerId) {
        return calls.request(
                        RequestRequest.newBuilder()
                                .setRequestId("request-" + callId)
                                .setCallId(callId)
                                .setProduct(Product.PRODUCT_DRIVER)
                                .setCustomerId(customerId)
                                .setCustomerName("김고객")
                                .setOrigin(
                                        Place.newBuilder()
                                                .setLat("37.39433886412452")
                                                .setLng("127.1105739023173"))
                                .setDestination(
                                        Place.newBuilder()
                                                .setLat("37.5")
                                                .setLng("127")
                                                .setPoi(SECRET))
                                .setFare(Money.newBuilder().setAmount(18_000).setCurrency("KRW"))
                                .setDistanceMeters(12_300)
                                .build())
                .getCall();
    }

    Call get(String callId) {
        return calls.get(GetRequest.newBuilder().setCallId(callId).build()).getCall();
    }

    /** Asked for a person, as the gateway names her. */
    Call getFor(String endUser, String callId) {
        Metadata headers = new Metadata();
        headers.put(EndUser.METADATA, endUser);
        return calls.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                .get(GetRequest.newBuilder().setCallId(callId).build())
                .getCall();
    }

    Call cancel(String callId, String customerId) {
        return calls.cancel(
                        CancelRequest.newBuilder()
                                .setRequestId("cancel-" + callId)
                                .setCallId(callId)
                                .setCustomerId(customerId)
                                .build())
                .getCall();
    }

    boolean confirm(String callId, String commandId) {
        return calls.confirm(
                        ConfirmRequest.newBuilder()
                                .setCallId(callId)
                                .setCommandId(commandId)
                                .setDriverId("1004550")
                                .build())
                .getConfirmed();
    }

    Call report(String callId, String requestId, GeneralStep step) {
        return calls.reportGeneral(
                        ReportGeneralRequest.newBuilder()
                                .setRequestId(requestId)
                                .setCallId(callId)
                                .setStep(step)
                                .setDriverId("2000001")
                                .setEventTime(Timestamps.of(TestClock.FRIDAY_NIGHT))
                                .build())
                .getCall();
    }

    void tell(String callId, Consumer<ActivityEvent.Builder> happening) {
        tell("1004550", callId, happening);
    }

    void tell(String driverId, String callId, Consumer<ActivityEvent.Builder> happening) {
        ActivityEvent.Builder event =
                ActivityEvent.newBuilder()
                        .setDriverId(driverId)
                        .setCallId(callId)
                        .setCommandId("command-" + callId)
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setEventTime(Timestamps.of(TestClock.FRIDAY_NIGHT));
        happening.accept(event);
        probe.tell(new Event(Topics.ACTIVITY, driverId, "supporters.activity.v1", event.build()));
    }

    List<CallEvent> told(String callId) {
        return probe.all(Topics.CALLS, CallEvent.parser()).stream()
                .filter(event -> event.getCallId().equals(callId))
                .toList();
    }

    static void assertRefused(Runnable request, Status.Code code, String text) {
        assertThatThrownBy(request::run)
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e -> {
                            assertThat(e.getStatus().getCode()).isEqualTo(code);
                            assertThat(e.getStatus().getDescription()).contains(text);
                        });
    }

    @Override
    public void close() {
        probe.close();
        channel.close();
    }
}
