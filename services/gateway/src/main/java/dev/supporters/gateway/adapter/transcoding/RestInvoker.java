package dev.supporters.gateway.adapter.transcoding;

import com.google.protobuf.Message;

import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.adapter.grpc.ServiceInvoker;
import dev.supporters.gateway.call.CallService;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.platform.request.ServiceToken;
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
            default -> {
                Channel channel = channels.select(GrpcClient.Literal.of(method.service())).get();
                yield invoker.call(
                        method.remote(),
                        () -> ask(channel, method.method(), CallOptions.DEFAULT, request));
            }
        };
    }

    /** The answer of the service itself to what an operator asks by hand, with her metadata. */
    Message callByHand(GrpcMethod method, Message request, Metadata metadata) {
        Channel channel =
                ClientInterceptors.intercept(
                        channels.select(GrpcClient.Literal.of(method.service())).get(),
                        MetadataUtils.newAttachHeadersInterceptor(metadata));
        return invoker.callByHand(
                method.remote(),
                () ->
                        ask(
                                channel,
                                method,
                                CallOptions.DEFAULT.withOption(ServiceToken.BY_HAND, true),
                                request));
    }

    private static Message ask(
            Channel channel, GrpcMethod method, CallOptions options, Message request) {
        return ClientCalls.blockingUnaryCall(channel, method.grpc(), options, request);
    }
}
