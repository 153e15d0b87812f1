package dev.supporters.work.adapter.grpc;

import dev.supporters.contract.DriverId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.GuardedCalls;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.DriverServiceGrpc.DriverServiceBlockingStub;
import dev.supporters.proto.driver.v1.GetRequest;
import dev.supporters.work.begin.MembershipClient;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Optional;

/** Asks driver. */
@ApplicationScoped
class GrpcMembershipClient implements MembershipClient {

    private final DriverServiceBlockingStub drivers;
    private final DependencyInvoker driver;

    GrpcMembershipClient(
            @GrpcClient("driver") DriverServiceBlockingStub drivers, GuardedCalls calls) {
        this.drivers = drivers;
        driver = new DependencyInvoker("driver", calls.named("driver"));
    }

    @Override
    public Optional<Membership> find(DriverId driverId, Product product) {
        return profile(driverId)
                .flatMap(profile ->
                        profile.getMembershipsList().stream()
                                .filter(membership -> membership.getProduct() == product)
                                .findFirst()
                                .map(membership ->
                                        new Membership(
                                                membership.getRegion(),
                                                membership.getMode()
                                                        == ActivityMode.ACTIVITY_MODE_ON,
                                                profile.getVersion())));
    }

    private Optional<Driver> profile(DriverId driverId) {
        GetRequest request = GetRequest.newBuilder().setDriverId(driverId.value()).build();
        try {
            return Optional.of(driver.invoke(() -> drivers.get(request)).getDriver());
        } catch (Refusal refusal) {
            if (refusal.reason() == ErrorReason.ERROR_REASON_DRIVER_NOT_FOUND) {
                return Optional.empty();
            }
            throw refusal;
        }
    }
}
