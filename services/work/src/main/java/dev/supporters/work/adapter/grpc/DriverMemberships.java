package dev.supporters.work.adapter.grpc;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.GuardedCalls;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.DriverServiceGrpc.DriverServiceBlockingStub;
import dev.supporters.proto.driver.v1.GetRequest;
import dev.supporters.work.begin.Member;
import dev.supporters.work.begin.Memberships;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Optional;

/** The memberships, asked of driver. */
@ApplicationScoped
class DriverMemberships implements Memberships {

    private final DriverServiceBlockingStub drivers;
    private final Callee driver;

    DriverMemberships(
            @GrpcClient("driver") DriverServiceBlockingStub drivers, GuardedCalls remotes) {
        this.drivers = drivers;
        driver = new Callee("driver", remotes.named("driver"));
    }

    @Override
    public Optional<Member> find(String driverId, Product product) {
        return profile(driverId)
                .flatMap(profile ->
                        profile.getMembershipsList().stream()
                                .filter(membership -> membership.getProduct() == product)
                                .findFirst())
                .map(membership ->
                        new Member(
                                membership.getRegion(),
                                membership.getMode() == ActivityMode.ACTIVITY_MODE_ON));
    }

    private Optional<Driver> profile(String driverId) {
        GetRequest request = GetRequest.newBuilder().setDriverId(driverId).build();
        try {
            return Optional.of(driver.ask(() -> drivers.get(request)).getDriver());
        } catch (Refusal refusal) {
            if (refusal.reason() == ErrorReason.ERROR_REASON_DRIVER_NOT_FOUND) {
                return Optional.empty();
            }
            throw refusal;
        }
    }
}
