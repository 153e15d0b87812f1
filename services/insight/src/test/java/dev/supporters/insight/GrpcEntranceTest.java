package dev.supporters.insight;

import dev.supporters.proto.insight.v1.InsightServiceGrpc;
import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.GrpcEntranceContract;

import io.grpc.ServiceDescriptor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Embedded.class)
class GrpcEntranceTest extends GrpcEntranceContract {

    @Override
    protected ServiceDescriptor served() {
        return InsightServiceGrpc.getServiceDescriptor();
    }
}
