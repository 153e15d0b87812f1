package dev.supporters.gateway.adapter.transcoding;

import com.google.protobuf.Message;

import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.adapter.grpc.ServiceInvoker;
import dev.supporters.gateway.call.CallService;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.proto.call.v1.CancelRequest;
import dev.supporters.proto.call.v1.CancelResponse;
import dev.supporters.proto.call.v1.GetRequest;
import dev.supporters.proto.call.v1.GetResponse;
import dev.supporters.proto.call.v1.RequestRequest;
import dev.supporters.proto.call.v1.RequestResponse;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

/** Asks the service of a method. Calls are asked as GraphQL asks them, so that they reach general dispatch if our own path fails. */
@ApplicationScoped
class RestInvoker {

    private final ServiceInvoker invoker;
    private final CallService calls;
    private final Instance<Channel> channels;

    RestInvoker(ServiceInvoker invoker, CallService calls, @Any Instance<Channel> channels) {
        this.invoker = invoker;
        this.calls = calls;
        this.channels = channels;
    }

    /** The answer to a request that is prepared. */
    Message call(RestMethod method, Message request, Principal principal) {
        return switch (request) {
            case RequestRequest requested ->
                    RequestResponse.newBuilder().setCall(calls.request(requested)).build();
            case GetRequest asked ->
                    GetResponse.newBuilder()
                            .setCall(
                                    calls.get(
                                            principal,
                                            InputChecks.callId(asked.getCallId(), "call_id")))
                            .build();
            case CancelRequest cancelled ->
                    CancelResponse.newBuilder()
                            .setCall(
                                    calls.cancel(
                                            cancelled.getRequestId(),
                                            InputChecks.callId(cancelled.getCallId(), "call_id"),
                                            cancelled.getCustomerId()))
                            .build();
            default -> ask(method.method(), method.remote(), request, new Metadata());
        };
    }

    /**
     * The answer of the service itself.
     *
     * @param remote by which name the configuration bounds the call
     */
    Message ask(GrpcMethod method, String remote, Message request, Metadata metadata) {
        Channel channel =
                ClientInterceptors.intercept(
                        channels.select(GrpcClient.Literal.of(method.service())).get(),
                        MetadataUtils.newAttachHeadersInterceptor(metadata));
        return invoker.call(
                remote,
                () ->
                        ClientCalls.blockingUnaryCall(
                                channel, method.grpc(), CallOptions.DEFAULT, request));
    }
}
