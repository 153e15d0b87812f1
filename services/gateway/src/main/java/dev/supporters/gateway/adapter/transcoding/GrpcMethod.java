package dev.supporters.gateway.adapter.transcoding;

import com.google.protobuf.Descriptors;
import com.google.protobuf.Message;

import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;

/**
 * A method of a service, with what the protos say of it.
 *
 * @param service the name of the service in the configuration
 */
record GrpcMethod(String service, MethodDescriptor<Message, Message> grpc) {

    @SuppressWarnings("unchecked")
    static GrpcMethod of(String service, MethodDescriptor<?, ?> grpc) {
        return new GrpcMethod(service, (MethodDescriptor<Message, Message>) grpc);
    }

    /** As gRPC names it, like {@code supporters.work.v1.WorkService/Begin}. */
    String fullName() {
        return grpc.getFullMethodName();
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
