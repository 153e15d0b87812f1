package dev.supporters.gateway.adapter.graphql.driver;

import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;
import dev.supporters.gateway.adapter.graphql.driver.DriverInputs.PutDriverInput;
import dev.supporters.gateway.adapter.graphql.driver.DriverInputs.SetActivityModeInput;
import dev.supporters.gateway.adapter.graphql.driver.DriverTypes.DispatchState;
import dev.supporters.gateway.adapter.graphql.driver.DriverTypes.DispatchStatusView;
import dev.supporters.gateway.adapter.graphql.driver.DriverTypes.DriverPayload;
import dev.supporters.gateway.adapter.graphql.driver.DriverTypes.DriverView;
import dev.supporters.gateway.adapter.graphql.driver.DriverTypes.ModeChangeView;
import dev.supporters.gateway.adapter.grpc.DriverClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.proto.driver.v1.Driver;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import java.util.List;

/** Drivers: their profiles, memberships and activity modes. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class DriverApi {

    private final PrincipalProvider principals;
    private final DriverClient drivers;

    DriverApi(PrincipalProvider principals, DriverClient drivers) {
        this.principals = principals;
        this.drivers = drivers;
    }

    @Query("driver")
    @Description("A driver's profile. Drivers see their own.")
    public DriverView driver(
            @Id @Description(SchemaDescriptions.DRIVER) String driverId,
            @Description("Only the membership of this product; all if left out.") Product product) {
        Driver driver = drivers.get(InputChecks.driverId(principals.get(), driverId));
        return product == null
                ? DriverSchemaMapper.view(driver)
                : DriverSchemaMapper.view(driver, product);
    }

    @NonNull
    @Query("modeChanges")
    @Description(
            "How a driver's activity modes were switched, and by whom, the newest first; at most 100."
                    + " Drivers see their own.")
    public List<@NonNull ModeChangeView> modeChanges(
            @Id @Description(SchemaDescriptions.DRIVER) String driverId) {
        return drivers
                .modeChanges(InputChecks.driverId(principals.get(), driverId))
                .reversed()
                .stream()
                .map(DriverSchemaMapper::view)
                .toList();
    }

    @Query("driverDispatchStatus")
    @Description(
            "What a driver does at present: the name of the state; null for one never seen at work. Drivers see their own.")
    public String driverDispatchStatus(
            @Id @Description(SchemaDescriptions.DRIVER) String driverId,
            @NonNull @Description("The product.") Product product) {
        DispatchState state = dispatchStatus(driverId, product).state();
        return state == null ? null : state.name();
    }

    @Query("dispatchStatus")
    @Description("What a driver does at present, and since when. Drivers see their own.")
    public DispatchStatusView dispatchStatus(
            @Id @Description(SchemaDescriptions.DRIVER) String driverId,
            @NonNull @Description("The product.") Product product) {
        return DriverSchemaMapper.view(
                drivers.dispatchStatus(
                        InputChecks.driverId(principals.get(), driverId),
                        ProtoMapper.product(product)));
    }

    @NonNull
    @Mutation("putDriver")
    @Description(
            "Puts a profile with its memberships, as a whole. Whoever is suspended is not put ON (SUSPENDED); setActivityMode ends a suspension."
                    + " For operators.")
    public DriverPayload putDriver(@NonNull @Description("The profile.") PutDriverInput input) {
        Driver driver = drivers.put(DriverSchemaMapper.request(principals.operator(), input));
        return new DriverPayload(input.clientMutationId(), DriverSchemaMapper.view(driver));
    }

    @NonNull
    @Mutation("setActivityMode")
    @Description(
            "Switches a member's activity mode. Drivers switch their own, but not ON while suspended"
                    + " (SUSPENDED); an operator who switches ON ends the suspension.")
    public DriverPayload setActivityMode(
            @NonNull @Description("The mode.") SetActivityModeInput input) {
        Driver driver =
                drivers.setActivityMode(DriverSchemaMapper.request(principals.get(), input));
        return new DriverPayload(input.clientMutationId(), DriverSchemaMapper.view(driver));
    }
}
