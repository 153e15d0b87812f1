package dev.supporters.platform.rpc;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.quarkus.grpc.GlobalInterceptor;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The health of a service that is not here is NOT_FOUND, as the definition of gRPC's health checks wants it; Quarkus answers that it is
 * unknown.
 */
@GlobalInterceptor
@ApplicationScoped
class UnknownHealthInterceptor implements ServerInterceptor {

    private static final String CHECK = "grpc.health.v1.Health/Check";

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        boolean check = CHECK.equals(call.getMethodDescriptor().getFullMethodName());
        return next.startCall(check ? new HealthCheck<>(call) : call, headers);
    }

    private static final class HealthCheck<Q, A> extends SimpleForwardingServerCall<Q, A> {

        private boolean unknown;

        HealthCheck(ServerCall<Q, A> call) {
            super(call);
        }

        @Override
        public void sendMessage(A message) {
            unknown = isUnknown(message);
            if (!unknown) {
                super.sendMessage(message);
            }
        }

        @Override
        public void close(Status status, Metadata trailers) {
            super.close(
                    unknown && status.isOk()
                            ? Status.NOT_FOUND.withDescription(
                                    "no such service (expected: one that is served here)")
                            : status,
                    trailers);
        }

        private static boolean isUnknown(Object answer) {
            if (!(answer instanceof Message message)) {
                return false;
            }
            FieldDescriptor status = message.getDescriptorForType().findFieldByName("status");
            return message.getField(status) instanceof EnumValueDescriptor value
                    && value.getNumber() == 0;
        }
    }
}
