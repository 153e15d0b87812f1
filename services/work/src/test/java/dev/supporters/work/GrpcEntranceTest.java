package dev.supporters.work;

import dev.supporters.proto.work.v1.WorkServiceGrpc;
import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.GrpcEntranceContract;

import io.grpc.ServiceDescriptor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Embedded.class)
@QuarkusTestResource(WorkNeighbours.class)
class GrpcEntranceTest extends GrpcEntranceContract {

    @Override
    protected ServiceDescriptor served() {
        return WorkServiceGrpc.getServiceDescriptor();
    }
}
