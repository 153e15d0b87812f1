package dev.supporters.gateway.adapter.grpc;

import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.zone.v1.ContainsRequest;
import dev.supporters.proto.zone.v1.ContainsResponse;
import dev.supporters.proto.zone.v1.GetRequest;
import dev.supporters.proto.zone.v1.ZoneServiceGrpc.ZoneServiceBlockingStub;
import dev.supporters.proto.zone.v1.Zones;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

/** The service `zone`. */
@ApplicationScoped
public class ZoneClient {

    private static final String REMOTE = "zone";

    private final ServiceInvoker invoker;
    private final ZoneServiceBlockingStub stub;

    ZoneClient(ServiceInvoker invoker, @GrpcClient("zone") ZoneServiceBlockingStub stub) {
        this.invoker = invoker;
        this.stub = stub;
    }

    public Zones get(Product product, String region) {
        GetRequest request = GetRequest.newBuilder().setProduct(product).setRegion(region).build();
        return invoker.call(REMOTE, request, stub::get).getZones();
    }

    public ContainsResponse contains(Product product, Point position) {
        ContainsRequest request =
                ContainsRequest.newBuilder().setProduct(product).setPosition(position).build();
        return invoker.call(REMOTE, request, stub::contains);
    }
}
