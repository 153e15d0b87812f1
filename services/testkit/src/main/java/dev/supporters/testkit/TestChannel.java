package dev.supporters.testkit;

import dev.supporters.platform.request.ServiceToken;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import io.restassured.RestAssured;

import java.util.function.Function;

/** A gRPC channel to the service of the present component test, with the token that services have. */
public final class TestChannel implements AutoCloseable {

    static {
        Patience.learn();
    }

    private final ManagedChannel channel =
            ManagedChannelBuilder.forAddress("127.0.0.1", RestAssured.port).usePlaintext().build();

    /** A stub, like {@code channel.stub(CallServiceGrpc::newBlockingStub)}. */
    public <S extends AbstractStub<S>> S stub(Function<Channel, S> stub) {
        Metadata headers = new Metadata();
        headers.put(ServiceToken.METADATA, "Bearer " + Embedded.SERVICE_TOKEN);
        return stub.apply(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
