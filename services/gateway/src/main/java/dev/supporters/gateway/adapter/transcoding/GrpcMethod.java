package dev.supporters.gateway.adapter.transcoding;

import com.google.protobuf.Descriptors;
import com.google.protobuf.Message;

import dev.supporters.gateway.adapter.grpc.DriverClient;
import dev.supporters.gateway.adapter.grpc.GrpcCallClient;
import dev.supporters.gateway.adapter.grpc.GrpcCommanderClient;
import dev.supporters.gateway.adapter.grpc.InsightClient;
import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.driver.v1.DriverServiceGrpc;
import dev.supporters.proto.insight.v1.InsightServiceGrpc;

import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A method of a service, with what the protos say of it.
 *
 * @param service the name of the service in the configuration
 */
record GrpcMethod(String service, MethodDescriptor<Message, Message> grpc) {

    /** Services whose reads take nothing from what changes something there. */
    private static final Map<String, String> READS =
            Map.of("call", GrpcCallClient.READS, "commander", GrpcCommanderClient.READS);

    /** Methods that have bounds of their own, because they take long. */
    private static final Map<String, String> LONG =
            Map.of(
                    CallServiceGrpc.getEraseCustomerMethod().getFullMethodName(),
                    GrpcCallClient.ERASURE,
                    DriverServiceGrpc.getImportStatisticsMethod().getFullMethodName(),
                    DriverClient.IMPORT,
                    InsightServiceGrpc.getDryRunPolicyMethod().getFullMethodName(),
                    InsightClient.DRY_RUN);

    private static final Pattern READ = Pattern.compile("(Get|List|BatchGet)([A-Z].*)?");

    @SuppressWarnings("unchecked")
    static GrpcMethod of(String service, MethodDescriptor<?, ?> grpc) {
        return new GrpcMethod(service, (MethodDescriptor<Message, Message>) grpc);
    }

    /** As gRPC names it, like {@code supporters.work.v1.WorkService/Begin}. */
    String fullName() {
        return grpc.getFullMethodName();
    }

    /** By which name the configuration bounds its calls. */
    String remote() {
        String own = LONG.get(fullName());
        if (own != null) {
            return own;
        }
        return READ.matcher(descriptor().getName()).matches()
                ? READS.getOrDefault(service, service)
                : service;
    }

    /** Whether one request gets one answer. */
    boolean unary() {
        return grpc.getType() == MethodType.UNARY;
    }

    /** What the protos say of the method. */
    Descriptors.MethodDescriptor descriptor() {
        if (grpc.getSchemaDescriptor() instanceof ProtoMethodDescriptorSupplier supplier) {
            return supplier.getMethodDescriptor();
        }
        throw new IllegalStateException(fullName() + " is in no proto");
    }

    /** An empty request. */
    Message.Builder newRequest() {
        if (grpc.getRequestMarshaller() instanceof PrototypeMarshaller<Message> marshaller
                && marshaller.getMessagePrototype() != null) {
            return marshaller.getMessagePrototype().newBuilderForType();
        }
        throw new IllegalStateException(fullName() + " takes no message of protobuf");
    }
}
