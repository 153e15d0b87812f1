package dev.supporters.gateway.adapter.graphql;

import dev.supporters.gateway.access.Viewer;
import dev.supporters.gateway.adapter.graphql.input.Bounds;
import dev.supporters.gateway.adapter.graphql.input.MembershipInput;
import dev.supporters.gateway.adapter.graphql.input.PutDriverInput;
import dev.supporters.gateway.adapter.graphql.input.SetActivityModeInput;
import dev.supporters.gateway.adapter.graphql.view.DispatchStatusView;
import dev.supporters.gateway.adapter.graphql.view.DriverPayload;
import dev.supporters.gateway.adapter.graphql.view.DriverView;
import dev.supporters.gateway.adapter.graphql.view.Product;
import dev.supporters.gateway.adapter.graphql.view.Words;
import dev.supporters.gateway.adapter.grpc.DriverClient;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.driver.v1.ActivityMode;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.Membership;
import dev.supporters.proto.driver.v1.PutRequest;
import dev.supporters.proto.driver.v1.SetActivityModeRequest;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Drivers: their profiles, memberships and activity modes. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class DriverApi {

    private static final int MEMBERSHIPS = 10;

    private final Viewers viewers;
    private final DriverClient drivers;

    DriverApi(Viewers viewers, DriverClient drivers) {
        this.viewers = viewers;
        this.drivers = drivers;
    }

    @Query("driver")
    @Description("A driver's profile. Drivers see their own.")
    public DriverView driver(
            @Id @Description(Words.DRIVER) String driverId,
            @Description("Only the membership of this product; all if left out.") Product product) {
        DriverView driver = DriverView.of(drivers.get(Bounds.driver(viewers.current(), driverId)));
        return product == null ? driver : driver.within(product);
    }

    @Query("driverDispatchStatus")
    @Description("What a driver does at present. Drivers see their own.")
    public DispatchStatusView driverDispatchStatus(
            @Id @Description(Words.DRIVER) String driverId,
            @NonNull @Description("The product.") Product product) {
        return DispatchStatusView.of(
                drivers.dispatchStatus(
                        Bounds.driver(viewers.current(), driverId), Bounds.product(product)));
    }

    @NonNull
    @Mutation("putDriver")
    @Description("Puts a profile with its memberships, as a whole. For operators.")
    public DriverPayload putDriver(@NonNull @Description("The profile.") PutDriverInput input) {
        Viewer viewer = viewers.operator();
        if (input.memberships().size() > MEMBERSHIPS) {
            throw Refusal.invalid(
                    "memberships", input.memberships().size(), "at most " + MEMBERSHIPS);
        }
        PutRequest request =
                PutRequest.newBuilder()
                        .setRequestId(RequestKeys.of("putDriver", viewer, input.clientMutationId()))
                        .setDriver(
                                Driver.newBuilder()
                                        .setDriverId(Bounds.id(input.driverId(), "driverId"))
                                        .setName(Bounds.text(input.name(), "name", 100))
                                        .addAllMemberships(
                                                input.memberships().stream()
                                                        .map(DriverApi::membership)
                                                        .toList()))
                        .build();
        return new DriverPayload(input.clientMutationId(), DriverView.of(drivers.put(request)));
    }

    @NonNull
    @Mutation("setActivityMode")
    @Description("Switches a member's activity mode. Drivers switch their own.")
    public DriverPayload setActivityMode(
            @NonNull @Description("The mode.") SetActivityModeInput input) {
        Viewer viewer = viewers.current();
        SetActivityModeRequest request =
                SetActivityModeRequest.newBuilder()
                        .setRequestId(
                                RequestKeys.of("setActivityMode", viewer, input.clientMutationId()))
                        .setDriverId(Bounds.driver(viewer, input.driverId()))
                        .setProduct(Bounds.product(input.product()))
                        .setMode(
                                Bounds.constant(ActivityMode.class, "ACTIVITY_MODE_", input.mode()))
                        .build();
        return new DriverPayload(
                input.clientMutationId(), DriverView.of(drivers.setActivityMode(request)));
    }

    private static Membership membership(MembershipInput input) {
        return Membership.newBuilder()
                .setProduct(Bounds.product(input.product()))
                .setRegion(Bounds.text(input.region(), "region", 40))
                .setMode(
                        Bounds.constant(ActivityMode.class, "ACTIVITY_MODE_", input.activityMode()))
                .build();
    }
}
