package dev.supporters.routing;

import dev.supporters.proto.routing.v1.RoutingServiceGrpc;
import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.GrpcEntranceContract;

import io.grpc.ServiceDescriptor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Embedded.class)
@QuarkusTestResource(FakeParts.class)
class GrpcEntranceTest extends GrpcEntranceContract {

    @Override
    protected ServiceDescriptor served() {
        return RoutingServiceGrpc.getServiceDescriptor();
    }
}
