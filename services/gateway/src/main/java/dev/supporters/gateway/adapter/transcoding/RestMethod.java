package dev.supporters.gateway.adapter.transcoding;

import com.google.protobuf.Descriptors;
import com.google.protobuf.Message;

import dev.supporters.gateway.adapter.grpc.GrpcCallClient;

import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;

import java.util.Optional;

/**
 * A method of a service that REST offers.
 *
 * @param service the name of the service in the configuration
 * @param operation what an idempotency key is for: the name of the same mutation in GraphQL, since a key counts for both; empty if
 *     nothing is changed
 */
record RestMethod(
        String service,
        MethodDescriptor<Message, Message> grpc,
        Caller caller,
        Optional<String> operation,
        HttpBinding http) {

    static RestMethod reads(
            String service,
            MethodDescriptor<? extends Message, ? extends Message> grpc,
            Caller caller) {
        return of(service, grpc, caller, Optional.empty());
    }

    static RestMethod changes(
            String service,
            MethodDescriptor<? extends Message, ? extends Message> grpc,
            Caller caller,
            String operation) {
        return of(service, grpc, caller, Optional.of(operation));
    }

    @SuppressWarnings("unchecked")
    private static RestMethod of(
            String service,
            MethodDescriptor<? extends Message, ? extends Message> grpc,
            Caller caller,
            Optional<String> operation) {
        return new RestMethod(
                service,
                (MethodDescriptor<Message, Message>) grpc,
                caller,
                operation,
                HttpBinding.of(descriptor(grpc)));
    }

    /** What the protos say of the method. */
    Descriptors.MethodDescriptor descriptor() {
        return descriptor(grpc);
    }

    /** By which name the configuration bounds its calls. */
    String remote() {
        return service.equals("call") && operation.isEmpty() ? GrpcCallClient.READS : service;
    }

    /** An empty request. */
    Message.Builder newRequest() {
        if (grpc.getRequestMarshaller() instanceof PrototypeMarshaller<Message> marshaller
                && marshaller.getMessagePrototype() != null) {
            return marshaller.getMessagePrototype().newBuilderForType();
        }
        throw new IllegalStateException(grpc.getFullMethodName() + " takes no message of protobuf");
    }

    private static Descriptors.MethodDescriptor descriptor(MethodDescriptor<?, ?> grpc) {
        if (grpc.getSchemaDescriptor() instanceof ProtoMethodDescriptorSupplier supplier) {
            return supplier.getMethodDescriptor();
        }
        throw new IllegalStateException(grpc.getFullMethodName() + " is in no proto");
    }
}
