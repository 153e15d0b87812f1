package dev.supporters.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Empty;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;

import dev.supporters.platform.refusal.RefusalStatus;
import dev.supporters.platform.request.MethodCallers;
import dev.supporters.platform.request.ServiceToken;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.testkit.hostile.HostileRequests;
import dev.supporters.testkit.hostile.HostileRun;
import dev.supporters.testkit.hostile.LogLines;

import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.protobuf.StatusProto;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import io.restassured.RestAssured;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What every gRPC server of ours does before a service sees a call. A service's component test extends this, and names what it serves;
 * the calls go over a real connection.
 */
public abstract class GrpcEntranceContract {

    private static final String HEALTH = "grpc.health.v1.Health/Check";
    private static final String VALID = "Bearer " + Embedded.SERVICE_TOKEN;

    /** What a service logs of a neighbour that fails in a component test, as some do on purpose. */
    private static final Pattern NEIGHBOUR =
            Pattern.compile("cause=(UNAVAILABLE|DEADLINE_EXCEEDED|RESOURCE_EXHAUSTED)");

    private ManagedChannel channel;

    protected abstract ServiceDescriptor served();

    @BeforeEach
    void connect() {
        channel =
                ManagedChannelBuilder.forAddress("127.0.0.1", RestAssured.port)
                        .usePlaintext()
                        .build();
    }

    @AfterEach
    void disconnect() {
        channel.shutdownNow();
    }

    /** So nobody without a token finds out what is served. */
    @Test
    void whoShowsNoTokenIsRefusedAlikeWhateverTheMethod() {
        for (Map<String, String> headers :
                List.of(
                        Map.<String, String>of(),
                        Map.of("authorization", "Bearer wrong"),
                        Map.of("authorization", "Basic " + Embedded.SERVICE_TOKEN))) {
            StatusRuntimeException known = refused(aServedMethod(), headers);
            assertThat(known.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
            for (String unknown : unservedMethods()) {
                StatusRuntimeException refused = refused(unknown, headers);
                assertThat(refused.getStatus().getCode())
                        .as(unknown)
                        .isEqualTo(Status.Code.UNAUTHENTICATED);
                assertThat(refused.getStatus().getDescription())
                        .isEqualTo(known.getStatus().getDescription());
                assertThat(RefusalStatus.fromStatus(refused).getMessage())
                        .isEqualTo(RefusalStatus.fromStatus(known).getMessage());
            }
        }
    }

    @Test
    void whatIsNotServedIsUnimplemented() {
        for (String unknown : unservedMethods()) {
            assertThat(refused(unknown, Map.of("authorization", VALID)).getStatus().getCode())
                    .as(unknown)
                    .isEqualTo(Status.Code.UNIMPLEMENTED);
        }
    }

    /** So that no caller has to read texts. An empty request lacks what most methods require. */
    @Test
    void whateverIsRefusedSaysItsReasonInTheDetailsOfTheStatus() {
        assertThat(reason(refused(aServedMethod(), Map.of()))).isEqualTo("UNAUTHENTICATED");
        for (MethodDescriptor<?, ?> method : served().getMethods()) {
            String name = method.getFullMethodName();
            if (method.getType() == MethodDescriptor.MethodType.UNARY) {
                StatusRuntimeException refused = refused(name, Map.of("authorization", VALID));
                if (refused.getStatus().getCode() != Status.Code.OK) {
                    assertThat(reason(refused)).as(name).isNotBlank();
                }
            }
        }
    }

    @Test
    void theNameOfTheSchemeMayBeInSmallLetters() {
        String token = "bearer " + Embedded.SERVICE_TOKEN;

        assertThat(code(aServedMethod(), Map.of("authorization", token)))
                .isNotEqualTo(Status.Code.UNAUTHENTICATED);
    }

    @Test
    void nothingIsDoneForACallerWhoDoesNotWaitAnyMore() {
        for (MethodDescriptor<?, ?> method : served().getMethods()) {
            if (method.getType() == MethodDescriptor.MethodType.UNARY) {
                assertThat(
                                code(
                                        method.getFullMethodName(),
                                        Map.of("authorization", VALID, "grpc-timeout", "1n")))
                        .as(method.getFullMethodName())
                        .isEqualTo(Status.Code.DEADLINE_EXCEEDED);
            }
        }
    }

    /** Each cell of the service's table. Nobody waits for the answers, so nothing is done. */
    @Test
    void letsInWhomTheTableOfCallersLetsInAndNobodyElse() {
        MethodCallers table = MethodCallers.load();
        assertThat(table.callers()).isNotEmpty();
        for (MethodDescriptor<?, ?> method : served().getMethods()) {
            String name = method.getFullMethodName();
            assertThat(table.methods()).contains(name);
            for (String caller : table.callers()) {
                StatusRuntimeException answer =
                        refused(
                                name,
                                Map.of(
                                        "authorization",
                                        "Bearer " + CallerTokensOfTests.of(caller),
                                        "grpc-timeout",
                                        "1n"));
                assertThat(answer.getStatus().getCode())
                        .as("%s calls %s", caller, name)
                        .isEqualTo(
                                table.of(name).contains(caller)
                                        ? Status.Code.DEADLINE_EXCEEDED
                                        : Status.Code.PERMISSION_DENIED);
            }
        }
    }

    /** With the token that all share, a caller is whom it says; nobody else is told more by the refusal. */
    @Test
    void aCallerThatIsInNoTableIsRefused() {
        for (MethodDescriptor<?, ?> method : served().getMethods()) {
            StatusRuntimeException refused =
                    refused(
                            method.getFullMethodName(),
                            Map.of("authorization", VALID, "supporters-caller", "somebody"));

            assertThat(RefusalStatus.fromStatus(refused).reason())
                    .isEqualTo(ErrorReason.ERROR_REASON_CALLER_NOT_ALLOWED);
            assertThat(RefusalStatus.fromStatus(refused).getMessage())
                    .contains(method.getFullMethodName())
                    .doesNotContain("somebody");
        }
    }

    @Test
    void theHealthOfAServiceThatIsNotHereIsNotFound() {
        assertThat(health("")).isEqualTo(Status.Code.OK);
        assertThat(health(served().getName())).isEqualTo(Status.Code.OK);
        assertThat(health("nothing")).isEqualTo(Status.Code.NOT_FOUND);
    }

    /** Tools find the methods of a service that lets them ask; this one does so in tests. */
    @Test
    void whoShowsTheTokenMayAskForTheMethods() {
        Metadata token = new Metadata();
        token.put(ServiceToken.METADATA, VALID);

        assertThat(services(token)).contains(served().getName());
        assertThatThrownBy(() -> services(new Metadata()))
                .hasMessageContaining(Status.Code.UNAUTHENTICATED.name());
    }

    private List<String> services(Metadata headers) {
        CompletableFuture<ServerReflectionResponse> answer = new CompletableFuture<>();
        StreamObserver<ServerReflectionRequest> questions =
                ServerReflectionGrpc.newStub(channel)
                        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                        .serverReflectionInfo(new FirstAnswer<>(answer));
        questions.onNext(ServerReflectionRequest.newBuilder().setListServices("").build());
        List<String> services =
                answer.join().getListServicesResponse().getServiceList().stream()
                        .map(ServiceResponse::getName)
                        .toList();
        questions.onCompleted();
        return services;
    }

    /** What the gateway has checked, the owner of the data checks again. */
    @Test
    void nobodyAsksForWhatIsAnothers() {
        Map<String, String> headers =
                Map.of("authorization", VALID, "supporters-end-user", "driver,customer;7");
        for (MethodDescriptor<?, ?> method : served().getMethods()) {
            if (hasOwner(HostileRequests.input(method))) {
                assertThat(code(method.getFullMethodName(), headers))
                        .as(method.getFullMethodName())
                        .isEqualTo(Status.Code.PERMISSION_DENIED);
            }
        }
    }

    private static boolean hasOwner(Descriptor type) {
        return Stream.of("driver_id", "customer_id")
                .map(type::findFieldByName)
                .anyMatch(field -> field != null && !field.isRepeated());
    }

    /** Whatever is sent is taken or refused: no fault, and nothing in the log for which somebody would be called. */
    @Test
    void randomRequestsAreTakenOrRefused() {
        Metadata headers = new Metadata();
        headers.put(ServiceToken.METADATA, VALID);
        HostileRun run = HostileRun.at("gRPC " + served().getName());
        HostileRequests requests =
                new HostileRequests(
                        ClientInterceptors.intercept(
                                channel, MetadataUtils.newAttachHeadersInterceptor(headers)),
                        run);
        try (LogLines log = new LogLines()) {
            List<String> faults = requests.send(served());

            System.out.println(served().getName() + ": " + requests.summary());
            assertThat(faults).as(requests.summary()).isEmpty();
            assertThat(log.lines())
                    .as(requests.summary())
                    .filteredOn(line -> !NEIGHBOUR.matcher(line).find())
                    .isEmpty();
            run.end();
        }
    }

    private String aServedMethod() {
        return served().getMethods().iterator().next().getFullMethodName();
    }

    private List<String> unservedMethods() {
        return List.of(served().getName() + "/Nothing", "supporters.nothing.v1.Nothing/Get");
    }

    /** Without a token, as probes ask. The service's name is the first field of the request. */
    private Status.Code health(String service) {
        Any request = Any.newBuilder().setTypeUrl(service).build();
        try {
            var _ =
                    ClientCalls.blockingUnaryCall(
                            channel, method(HEALTH, request), CallOptions.DEFAULT, request);
            return Status.Code.OK;
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode();
        }
    }

    private Status.Code code(String method, Map<String, String> headers) {
        return refused(method, headers).getStatus().getCode();
    }

    /** An empty request; a method that answers it is OK. */
    private StatusRuntimeException refused(String method, Map<String, String> headers) {
        Metadata metadata = new Metadata();
        headers.forEach((name, value) ->
                metadata.put(
                        name.equals("authorization")
                                ? ServiceToken.METADATA
                                : Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER),
                        value));
        try {
            var _ =
                    ClientCalls.blockingUnaryCall(
                            ClientInterceptors.intercept(
                                    channel, MetadataUtils.newAttachHeadersInterceptor(metadata)),
                            method(method, Empty.getDefaultInstance()),
                            CallOptions.DEFAULT,
                            Empty.getDefaultInstance());
            return Status.OK.asRuntimeException();
        } catch (StatusRuntimeException e) {
            return e;
        }
    }

    private static String reason(StatusRuntimeException refused) {
        var status = StatusProto.fromThrowable(refused);
        assertThat(status.getDetailsList()).as(status.getMessage()).hasSize(1);
        try {
            return status.getDetails(0).unpack(ErrorInfo.class).getReason();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("no ErrorInfo", e);
        }
    }

    private static <M extends com.google.protobuf.Message> MethodDescriptor<M, Empty> method(
            String name, M request) {
        return MethodDescriptor.<M, Empty>newBuilder()
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(name)
                .setRequestMarshaller(ProtoUtils.marshaller(request))
                .setResponseMarshaller(ProtoUtils.marshaller(Empty.getDefaultInstance()))
                .build();
    }

    private record FirstAnswer<T>(CompletableFuture<T> answer) implements StreamObserver<T> {

        @Override
        public void onNext(T value) {
            answer.complete(value);
        }

        @Override
        public void onError(Throwable failure) {
            answer.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {
            answer.completeExceptionally(new IllegalStateException("no answer"));
        }
    }
}
