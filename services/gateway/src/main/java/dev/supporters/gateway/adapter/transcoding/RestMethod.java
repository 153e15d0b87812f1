package dev.supporters.gateway.adapter.transcoding;

import com.google.protobuf.Descriptors;
import com.google.protobuf.Message;

import io.grpc.MethodDescriptor;

import java.util.Optional;

/**
 * A method of a service that REST offers.
 *
 * @param operation what an idempotency key is for: the name of the same mutation in GraphQL, since a key counts for both; empty if
 *     nothing is changed
 */
record RestMethod(GrpcMethod method, Caller caller, Optional<String> operation, HttpBinding http) {

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

    private static RestMethod of(
            String service,
            MethodDescriptor<? extends Message, ? extends Message> grpc,
            Caller caller,
            Optional<String> operation) {
        GrpcMethod method = GrpcMethod.of(service, grpc);
        return new RestMethod(method, caller, operation, HttpBinding.of(method.descriptor()));
    }

    /** The name of the service in the configuration. */
    String service() {
        return method.service();
    }

    /** What the protos say of the method. */
    Descriptors.MethodDescriptor descriptor() {
        return method.descriptor();
    }

    /** By which name the configuration bounds its calls. */
    String remote() {
        return method.remote();
    }

    /** An empty request. */
    Message.Builder newRequest() {
        return method.newRequest();
    }
}
