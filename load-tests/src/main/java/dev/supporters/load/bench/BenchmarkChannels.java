package dev.supporters.load.bench;

import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc.CommanderServiceBlockingStub;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc.CommanderServiceStub;
import dev.supporters.proto.routing.v1.RoutingServiceGrpc;
import dev.supporters.proto.routing.v1.RoutingServiceGrpc.RoutingServiceBlockingStub;

import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** The client's connections; each channel has one. The floor gets the services' token too, though it does not ask for it. */
final class BenchmarkChannels implements AutoCloseable {

    private final ClientInterceptor token;
    private final Queue<ManagedChannel> channels = new ConcurrentLinkedQueue<>();

    BenchmarkChannels(String serviceToken) {
        Metadata headers = new Metadata();
        headers.put(
                Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
                "Bearer " + serviceToken);
        token = MetadataUtils.newAttachHeadersInterceptor(headers);
    }

    List<RoutingServiceBlockingStub> routing(int port, int connections) {
        return IntStream.range(0, connections)
                .mapToObj(number ->
                        RoutingServiceGrpc.newBlockingStub(channel(port)).withInterceptors(token))
                .toList();
    }

    CommanderServiceStub commander(int port) {
        return CommanderServiceGrpc.newStub(channel(port)).withInterceptors(token);
    }

    CommanderServiceBlockingStub commanderBlocking(int port) {
        return CommanderServiceGrpc.newBlockingStub(channel(port)).withInterceptors(token);
    }

    @Override
    public void close() {
        channels.forEach(ManagedChannel::shutdownNow);
    }

    private ManagedChannel channel(int port) {
        ManagedChannel channel =
                ManagedChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
        channels.add(channel);
        return channel;
    }
}
