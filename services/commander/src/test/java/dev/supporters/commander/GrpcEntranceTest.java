package dev.supporters.commander;

import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.GrpcEntranceContract;

import io.grpc.ServiceDescriptor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Embedded.class)
@QuarkusTestResource(FakeCallService.class)
class GrpcEntranceTest extends GrpcEntranceContract {

    @Override
    protected ServiceDescriptor served() {
        return CommanderServiceGrpc.getServiceDescriptor();
    }
}
