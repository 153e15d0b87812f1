package dev.supporters.gateway.component;

import com.google.protobuf.Message;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.RefusalStatus;
import dev.supporters.platform.request.EndUser;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.testkit.CallersOfNeighbours;
import dev.supporters.testkit.Embedded;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** All services behind the gateway on one port. Each method gives the answer that a test has set, and remembers its requests. */
public final class FakeServices implements AutoCloseable {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final Map<String, Function<Message, Message>> answers = new ConcurrentHashMap<>();
    private final Map<String, List<Message>> asked = new ConcurrentHashMap<>();
    private final Map<String, Optional<EndUser>> askedFor = new ConcurrentHashMap<>();
    private final Server server;
    private volatile Metadata newestHeaders = new Metadata();
    private volatile ErrorReason otherwise = ErrorReason.ERROR_REASON_UNAVAILABLE;

    FakeServices(List<ServiceDescriptor> services) {
        try {
            NettyServerBuilder builder =
                    NettyServerBuilder.forAddress(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            services.forEach(service -> builder.addService(definition(service)));
            server =
                    // an operator's calls by hand have no name
                    builder.intercept(new CallersOfNeighbours(true))
                            .intercept(new TokenRequired())
                            .build()
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getPort();
    }

    /** Sets the answer of a method; a refusal that it throws becomes the answer. */
    @SuppressWarnings("unchecked")
    <Q extends Message> void answer(
            MethodDescriptor<Q, ? extends Message> method, Function<Q, ? extends Message> answer) {
        answers.put(method.getFullMethodName(), request -> answer.apply((Q) request));
    }

    /** The answer of all methods whose answer was not set. */
    void refuseAllElse(ErrorReason reason) {
        otherwise = reason;
    }

    /** The full names of all methods that were asked. */
    Set<String> askedMethods() {
        return Set.copyOf(asked.keySet());
    }

    void forgetRequests() {
        asked.clear();
        askedFor.clear();
    }

    @SuppressWarnings("unchecked")
    <Q extends Message> List<Q> asked(MethodDescriptor<Q, ? extends Message> method) {
        return (List<Q>) asked.getOrDefault(method.getFullMethodName(), List.of());
    }

    /** For whom a method was asked the last time; empty if the gateway asked for itself. */
    Optional<EndUser> askedFor(MethodDescriptor<?, ?> method) {
        return askedFor.getOrDefault(method.getFullMethodName(), Optional.empty());
    }

    /** The trace of the newest request, as it came over the wire. */
    String traceParent() {
        return header("traceparent");
    }

    /** A text of the newest request's metadata; "null" for one that it does not have. */
    String header(String name) {
        return String.valueOf(
                newestHeaders.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER)));
    }

    void forget() {
        answers.clear();
        otherwise = ErrorReason.ERROR_REASON_UNAVAILABLE;
        forgetRequests();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    @SuppressWarnings("unchecked")
    private ServerServiceDefinition definition(ServiceDescriptor service) {
        ServerServiceDefinition.Builder definition = ServerServiceDefinition.builder(service);
        for (MethodDescriptor<?, ?> method : service.getMethods()) {
            definition.addMethod(
                    (MethodDescriptor<Message, Message>) method,
                    ServerCalls.asyncUnaryCall((request, observer) -> {
                        try {
                            observer.onNext(answer(method.getFullMethodName(), request));
                            observer.onCompleted();
                        } catch (Refusal refusal) {
                            observer.onError(RefusalStatus.toStatus(refusal));
                        }
                    }));
        }
        return definition.build();
    }

    private Message answer(String method, Message request) {
        askedFor.put(method, EndUser.present());
        EndUser.present().ifPresent(user -> user.mustOwn(request)); // as every service does
        asked.computeIfAbsent(method, name -> new CopyOnWriteArrayList<>()).add(request);
        Function<Message, Message> answer = answers.get(method);
        if (answer == null) {
            throw new Refusal(otherwise, method + " was told no answer", "an answer");
        }
        return answer.apply(request);
    }

    private final class TokenRequired implements ServerInterceptor {

        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            newestHeaders = headers;
            if (("Bearer " + Embedded.SERVICE_TOKEN).equals(headers.get(AUTHORIZATION))) {
                return next.startCall(call, headers);
            }
            call.close(Status.UNAUTHENTICATED, new Metadata());
            return new ServerCall.Listener<>() {};
        }
    }
}
