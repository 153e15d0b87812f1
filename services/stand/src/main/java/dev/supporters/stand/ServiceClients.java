package dev.supporters.stand;

import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.driver.v1.DriverServiceGrpc;
import dev.supporters.proto.move.v1.MoveServiceGrpc;
import dev.supporters.proto.policy.v1.PolicyServiceGrpc;
import dev.supporters.proto.settlement.v1.SettlementServiceGrpc;
import dev.supporters.proto.work.v1.WorkServiceGrpc;

import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;

import java.util.HashMap;
import java.util.Map;

/** The services' own APIs, as another service of the company would use them. */
public final class ServiceClients implements AutoCloseable {

    private final Stand stand;
    private final ClientInterceptor token;
    private final Map<String, ManagedChannel> channels = new HashMap<>();

    public ServiceClients(Stand stand) {
        this.stand = stand;
        Metadata headers = new Metadata();
        headers.put(
                Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
                "Bearer " + stand.secrets().serviceToken());
        token = MetadataUtils.newAttachHeadersInterceptor(headers);
    }

    public PolicyServiceGrpc.PolicyServiceBlockingStub policies() {
        return PolicyServiceGrpc.newBlockingStub(channel("policy")).withInterceptors(token);
    }

    public DriverServiceGrpc.DriverServiceBlockingStub drivers() {
        return DriverServiceGrpc.newBlockingStub(channel("driver")).withInterceptors(token);
    }

    public WorkServiceGrpc.WorkServiceBlockingStub works() {
        return WorkServiceGrpc.newBlockingStub(channel("work")).withInterceptors(token);
    }

    public CallServiceGrpc.CallServiceBlockingStub calls() {
        return CallServiceGrpc.newBlockingStub(channel("call")).withInterceptors(token);
    }

    public MoveServiceGrpc.MoveServiceBlockingStub moves() {
        return MoveServiceGrpc.newBlockingStub(channel("move")).withInterceptors(token);
    }

    public SettlementServiceGrpc.SettlementServiceBlockingStub settlement() {
        return SettlementServiceGrpc.newBlockingStub(channel("settlement")).withInterceptors(token);
    }

    @Override
    public synchronized void close() {
        channels.values().forEach(ManagedChannel::shutdownNow);
    }

    private synchronized ManagedChannel channel(String service) {
        return channels.computeIfAbsent(
                service,
                name ->
                        ManagedChannelBuilder.forAddress(
                                        "127.0.0.1", stand.ports().of(ServiceSpec.named(name)))
                                .usePlaintext()
                                .build());
    }
}
