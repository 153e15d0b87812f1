package dev.supporters.load.bench;

import dev.supporters.contract.PolicyDefaults;
import dev.supporters.load.drive.LoadRegion;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.Membership;
import dev.supporters.proto.work.v1.BeginRequest;
import dev.supporters.stand.ServiceClients;

import io.grpc.StatusRuntimeException;

import java.time.Duration;

/** Makes a region and supporters at work in it, through the services' own APIs; a supporter stands where the work was begun. */
final class FleetSeed {

    private final ServiceClients services;

    FleetSeed(ServiceClients services) {
        this.services = services;
    }

    void putPolicy() {
        services.policies()
                .put(
                        dev.supporters.proto.policy.v1.PutRequest.newBuilder()
                                .setRequestId("load-policy")
                                .setExpectedVersion(-1)
                                .setActor("load-tests")
                                .setPolicy(
                                        PolicyDefaults.policy()
                                                .setProduct(Product.PRODUCT_DRIVER)
                                                .setRegion(LoadRegion.NAME)
                                                .setBounds(LoadRegion.box())
                                                .setWindowLength(Timestamps.of(Duration.ofHours(8)))
                                                .setRolloutPercent(100)
                                                .setMaxPickup(Timestamps.of(Duration.ofMinutes(20)))
                                                .setMaxCandidates(32)
                                                .setUnreachableAfter(
                                                        Timestamps.of(Duration.ofHours(8))))
                                .build());
    }

    void putDriver(String driverId) {
        services.drivers()
                .put(
                        dev.supporters.proto.driver.v1.PutRequest.newBuilder()
                                .setRequestId("load-driver-" + driverId)
                                .setDriver(
                                        Driver.newBuilder()
                                                .setDriverId(driverId)
                                                .setName("기사 " + driverId)
                                                .addMemberships(
                                                        Membership.newBuilder()
                                                                .setProduct(Product.PRODUCT_DRIVER)
                                                                .setRegion(LoadRegion.NAME)
                                                                .setMode(
                                                                        ActivityMode
                                                                                .ACTIVITY_MODE_ON)))
                                .build());
    }

    /** Whether it has begun; it cannot as long as the policy is still on its way. */
    boolean begin(String driverId, Point location) {
        try {
            return tryToBegin(driverId, location);
        } catch (StatusRuntimeException e) {
            return false;
        }
    }

    /** The same, and throws a StatusRuntimeException if it is refused. */
    boolean tryToBegin(String driverId, Point location) {
        return services.works()
                .begin(
                        BeginRequest.newBuilder()
                                .setRequestId("load-begin-" + driverId)
                                .setDriverId(driverId)
                                .setProduct(Product.PRODUCT_DRIVER)
                                .setLocation(location)
                                .setAppPlatform(AppPlatform.APP_PLATFORM_ANDROID)
                                .setAppVersion("5.2.0")
                                .build())
                .hasWork();
    }
}
