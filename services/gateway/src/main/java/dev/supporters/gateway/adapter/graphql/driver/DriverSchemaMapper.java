package dev.supporters.gateway.adapter.graphql.driver;

import dev.supporters.contract.DriverId;
import dev.supporters.gateway.access.IdempotencyKeys;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.driver.DriverInputs.MembershipInput;
import dev.supporters.gateway.adapter.graphql.driver.DriverInputs.PutDriverInput;
import dev.supporters.gateway.adapter.graphql.driver.DriverInputs.SetActivityModeInput;
import dev.supporters.gateway.adapter.graphql.driver.DriverTypes.DispatchState;
import dev.supporters.gateway.adapter.graphql.driver.DriverTypes.DispatchStatusView;
import dev.supporters.gateway.adapter.graphql.driver.DriverTypes.DriverView;
import dev.supporters.gateway.adapter.graphql.driver.DriverTypes.MembershipView;
import dev.supporters.gateway.adapter.graphql.driver.DriverTypes.ModeChangeView;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.proto.driver.v1.ActivityMode;
import dev.supporters.proto.driver.v1.DispatchStatus;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.Membership;
import dev.supporters.proto.driver.v1.ModeChange;
import dev.supporters.proto.driver.v1.PutRequest;
import dev.supporters.proto.driver.v1.SetActivityModeRequest;

import java.util.Objects;

/** Drivers between the protos and the schema. */
final class DriverSchemaMapper {

    private static final String MODE = "ACTIVITY_MODE_";

    private DriverSchemaMapper() {}

    static DriverView view(Driver driver) {
        return new DriverView(
                driver.getDriverId(),
                driver.getName(),
                driver.getMembershipsList().stream().map(DriverSchemaMapper::view).toList(),
                ProtoMapper.instant(driver.hasCreateTime(), driver.getCreateTime()),
                driver.getVersion());
    }

    /** The profile with the memberships of one product. */
    static DriverView view(Driver driver, Product product) {
        DriverView all = view(driver);
        return new DriverView(
                all.driverId(),
                all.name(),
                all.memberships().stream()
                        .filter(membership -> membership.product() == product)
                        .toList(),
                all.createdAt(),
                all.version());
    }

    static DispatchStatusView view(DispatchStatus status) {
        return new DispatchStatusView(
                status.getDriverId(),
                ProtoMapper.product(status.getProduct()),
                ProtoMapper.read(DispatchState.class, status.getState(), "DISPATCH_STATE_"),
                ProtoMapper.text(status.getCallId()),
                ProtoMapper.instant(status.hasBeginTime(), status.getBeginTime()),
                status.getCompletedDrives());
    }

    static PutRequest request(Principal principal, PutDriverInput input) {
        return PutRequest.newBuilder()
                .setRequestId(IdempotencyKeys.of("putDriver", principal, input.clientMutationId()))
                .setActor(principal.id())
                .setReason(Objects.requireNonNullElse(input.reason(), ""))
                .setDriver(
                        Driver.newBuilder()
                                .setDriverId(input.driverId())
                                .setName(input.name())
                                .addAllMemberships(
                                        input.memberships().stream()
                                                .map(DriverSchemaMapper::membership)
                                                .toList()))
                .build();
    }

    static SetActivityModeRequest request(Principal principal, SetActivityModeInput input) {
        DriverId driverId = InputChecks.driverId(principal, input.driverId());
        if (!principal.isDriver(driverId.value())) {
            principal.mustBeOperator();
        }
        return SetActivityModeRequest.newBuilder()
                .setRequestId(
                        IdempotencyKeys.of("setActivityMode", principal, input.clientMutationId()))
                .setDriverId(driverId.value())
                .setProduct(ProtoMapper.product(input.product()))
                .setMode(ProtoMapper.write(ActivityMode.class, MODE, input.mode()))
                .setActor(principal.id())
                .build();
    }

    static ModeChangeView view(ModeChange change) {
        return new ModeChangeView(
                ProtoMapper.product(change.getProduct()),
                ProtoMapper.read(DriverTypes.ActivityMode.class, change.getMode(), MODE),
                ProtoMapper.text(change.getActor()),
                ProtoMapper.text(change.getSignalId()),
                ProtoMapper.instant(change.hasChangeTime(), change.getChangeTime()));
    }

    private static MembershipView view(Membership membership) {
        return new MembershipView(
                ProtoMapper.product(membership.getProduct()),
                membership.getRegion(),
                ProtoMapper.read(DriverTypes.ActivityMode.class, membership.getMode(), MODE),
                ProtoMapper.instant(membership.hasSuspendTime(), membership.getSuspendTime()));
    }

    private static Membership membership(MembershipInput input) {
        return Membership.newBuilder()
                .setProduct(ProtoMapper.product(input.product()))
                .setRegion(input.region())
                .setMode(ProtoMapper.write(ActivityMode.class, MODE, input.activityMode()))
                .build();
    }
}
