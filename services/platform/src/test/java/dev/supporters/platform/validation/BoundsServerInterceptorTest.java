package dev.supporters.platform.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.RefusalStatus;
import dev.supporters.proto.activity.v1.ActivityServiceGrpc;
import dev.supporters.proto.activity.v1.Position;
import dev.supporters.proto.activity.v1.ReportRequest;
import dev.supporters.proto.activity.v1.ReportResponse;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.proto.commander.v1.PauseRequest;
import dev.supporters.proto.commander.v1.PauseResponse;
import dev.supporters.proto.commander.v1.WatchRequest;
import dev.supporters.proto.commander.v1.WatchResponse;
import dev.supporters.proto.common.v1.ErrorReason;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

class BoundsServerInterceptorTest {

    private static final MethodDescriptor<PauseRequest, PauseResponse> EVERY =
            CommanderServiceGrpc.getPauseMethod().toBuilder()
                    .setType(MethodDescriptor.MethodType.BIDI_STREAMING)
                    .setFullMethodName("test.Streams/Every")
                    .build();

    private final List<Object> seen = new CopyOnWriteArrayList<>();
    private final AtomicBoolean streamCancelled = new AtomicBoolean();
    private final AtomicReference<StreamObserver<PauseResponse>> answers = new AtomicReference<>();
    private Server server;
    private ManagedChannel channel;

    @BeforeEach
    void serve() throws IOException {
        String name = UUID.randomUUID().toString();
        server =
                InProcessServerBuilder.forName(name)
                        .directExecutor()
                        .intercept(new BoundsServerInterceptor())
                        .addService(new Commander())
                        .addService(new Activity())
                        .addService(
                                ServerServiceDefinition.builder("test.Streams")
                                        .addMethod(
                                                EVERY,
                                                ServerCalls.asyncBidiStreamingCall(this::every))
                                        .build())
                        .build()
                        .start();
        channel = InProcessChannelBuilder.forName(name).directExecutor().build();
    }

    @AfterEach
    void stop() {
        channel.shutdownNow();
        server.shutdownNow();
    }

    @Test
    void aGoodRequestReachesTheService() {
        // Given
        PauseRequest request = PauseRequest.newBuilder().setDriverId("1004550").build();

        // When
        PauseResponse response = CommanderServiceGrpc.newBlockingStub(channel).pause(request);

        // Then
        assertThat(response).isEqualTo(PauseResponse.getDefaultInstance());
        assertThat(seen).containsExactly(request);
    }

    @Test
    void aBadRequestIsRefusedAndDoesNotReachTheService() {
        Refusal refusal =
                refused(() ->
                        CommanderServiceGrpc.newBlockingStub(channel)
                                .pause(PauseRequest.getDefaultInstance()));

        assertThat(refusal.reason()).isEqualTo(ErrorReason.ERROR_REASON_INVALID_ARGUMENT);
        assertThat(refusal.offending()).isEqualTo("driver_id: nothing");
        assertThat(refusal.expected()).isEqualTo("text of 1 to 64 characters");
        assertThat(seen).isEmpty();
    }

    /** As it looks when the bytes are no message. */
    @Test
    void aCallWithoutARequestIsTheCallersMistake() throws Exception {
        CompletableFuture<Status> closed = new CompletableFuture<>();
        ClientCall<PauseRequest, PauseResponse> call =
                channel.newCall(CommanderServiceGrpc.getPauseMethod(), CallOptions.DEFAULT);
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        closed.complete(status);
                    }
                },
                new Metadata());

        call.halfClose();

        assertThat(closed.get(10, TimeUnit.SECONDS).getCode())
                .isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(seen).isEmpty();
    }

    @Test
    void aBadFieldWithinAListIsNamed() {
        ReportRequest request =
                ReportRequest.newBuilder()
                        .setDriverId("7")
                        .addPositions(Position.getDefaultInstance())
                        .build();

        Refusal refusal =
                refused(() -> ActivityServiceGrpc.newBlockingStub(channel).report(request));

        assertThat(refusal.offending()).isEqualTo("positions[0].location: nothing");
        assertThat(seen).isEmpty();
    }

    @Test
    void aBadRequestForAStreamIsRefused() {
        Refusal refusal =
                refused(() -> {
                    var _ =
                            CommanderServiceGrpc.newBlockingStub(channel)
                                    .watch(WatchRequest.newBuilder().setDriverId("a/b").build())
                                    .hasNext();
                });

        assertThat(refusal.offending()).isEqualTo("driver_id: a/b");
        assertThat(seen).isEmpty();
    }

    @Test
    void aGoodRequestForAStreamIsAnswered() {
        assertThat(
                        CommanderServiceGrpc.newBlockingStub(channel)
                                .watch(WatchRequest.newBuilder().setDriverId("7").build()))
                .toIterable()
                .hasSize(2);
    }

    @Test
    void aBadMessageWithinAStreamEndsItAndTheServiceLearnsThat() {
        // Given
        Answers heard = new Answers();
        StreamObserver<PauseRequest> requests =
                ClientCalls.asyncBidiStreamingCall(
                        channel.newCall(EVERY, CallOptions.DEFAULT), heard);
        requests.onNext(PauseRequest.newBuilder().setDriverId("7").build());

        // When
        requests.onNext(PauseRequest.newBuilder().setDriverId("a/b").build());
        requests.onNext(PauseRequest.newBuilder().setDriverId("8").build());

        // Then
        assertThat(seen)
                .filteredOn(PauseRequest.class::isInstance)
                .containsExactly(PauseRequest.newBuilder().setDriverId("7").build());
        assertThat(heard.received).hasSize(1);
        assertThat(heard.failure.get())
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        status ->
                                assertThat(RefusalStatus.fromStatus(status).offending())
                                        .isEqualTo("driver_id: a/b"));
        assertThat(streamCancelled).isTrue();
    }

    @Test
    void whatAServiceAnswersAfterTheRefusalIsLost() {
        // Given
        Answers heard = new Answers();
        StreamObserver<PauseRequest> requests =
                ClientCalls.asyncBidiStreamingCall(
                        channel.newCall(EVERY, CallOptions.DEFAULT), heard);
        requests.onNext(PauseRequest.getDefaultInstance());

        // When
        answers.get().onNext(PauseResponse.getDefaultInstance());
        answers.get().onError(Status.INTERNAL.asRuntimeException());

        // Then
        assertThat(heard.received).isEmpty();
        assertThat(heard.failure.get()).hasMessageContaining("driver_id: nothing");
    }

    @Test
    void comesAfterTheAuthentication() {
        assertThat(new BoundsServerInterceptor().getPriority()).isLessThan(-100);
    }

    private StreamObserver<PauseRequest> every(StreamObserver<PauseResponse> responses) {
        answers.set(responses);
        ((ServerCallStreamObserver<PauseResponse>) responses)
                .setOnCancelHandler(() -> streamCancelled.set(true));
        return new StreamObserver<>() {
            @Override
            public void onNext(PauseRequest request) {
                seen.add(request);
                responses.onNext(PauseResponse.getDefaultInstance());
            }

            @Override
            public void onError(Throwable failure) {
                seen.add(failure);
            }

            @Override
            public void onCompleted() {
                responses.onCompleted();
            }
        };
    }

    private static Refusal refused(Runnable call) {
        AtomicReference<Refusal> refusal = new AtomicReference<>();
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        status -> {
                            assertThat(status.getStatus().getCode())
                                    .isEqualTo(Status.Code.INVALID_ARGUMENT);
                            refusal.set(RefusalStatus.fromStatus(status));
                        });
        return refusal.get();
    }

    private final class Commander extends CommanderServiceGrpc.CommanderServiceImplBase {
        @Override
        public void pause(PauseRequest request, StreamObserver<PauseResponse> responses) {
            seen.add(request);
            responses.onNext(PauseResponse.getDefaultInstance());
            responses.onCompleted();
        }

        @Override
        public void watch(WatchRequest request, StreamObserver<WatchResponse> responses) {
            seen.add(request);
            responses.onNext(WatchResponse.getDefaultInstance());
            responses.onNext(WatchResponse.getDefaultInstance());
            responses.onCompleted();
        }
    }

    private final class Activity extends ActivityServiceGrpc.ActivityServiceImplBase {
        @Override
        public void report(ReportRequest request, StreamObserver<ReportResponse> responses) {
            seen.add(request);
            responses.onNext(ReportResponse.getDefaultInstance());
            responses.onCompleted();
        }
    }

    /** What a caller hears. */
    private static final class Answers implements StreamObserver<PauseResponse> {

        private final List<PauseResponse> received = new CopyOnWriteArrayList<>();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        @Override
        public void onNext(PauseResponse response) {
            received.add(response);
        }

        @Override
        public void onError(Throwable thrown) {
            failure.set(thrown);
        }

        @Override
        public void onCompleted() {
            // nothing more comes
        }
    }
}
