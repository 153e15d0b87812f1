package dev.supporters.gateway.adapter.graphql.driver;

import dev.supporters.contract.DriverId;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.Principal.Role;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;
import dev.supporters.gateway.adapter.graphql.driver.StatisticsInputs.RateDriveInput;
import dev.supporters.gateway.adapter.graphql.driver.StatisticsInputs.RecordIncidentInput;
import dev.supporters.gateway.adapter.graphql.driver.StatisticsInputs.RevokeIncidentInput;
import dev.supporters.gateway.adapter.graphql.driver.StatisticsTypes.EligibilityView;
import dev.supporters.gateway.adapter.graphql.driver.StatisticsTypes.IncidentPayload;
import dev.supporters.gateway.adapter.graphql.driver.StatisticsTypes.IncidentView;
import dev.supporters.gateway.adapter.graphql.driver.StatisticsTypes.RateDrivePayload;
import dev.supporters.gateway.adapter.grpc.DriverClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.call.CallService;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.driver.v1.GetEligibilityRequest;
import dev.supporters.proto.driver.v1.Incident;
import dev.supporters.proto.driver.v1.ListIncidentsRequest;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import java.util.List;

/** Whether drivers may join, and what that is judged by: drives, ratings, accidents and fines. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class StatisticsApi {

    private final PrincipalProvider principals;
    private final DriverClient drivers;
    private final CallService calls;

    StatisticsApi(PrincipalProvider principals, DriverClient drivers, CallService calls) {
        this.principals = principals;
        this.drivers = drivers;
        this.calls = calls;
    }

    @NonNull
    @Query("eligibility")
    @Description(
            "Whether a driver may join the supporters group: every criterion with its value and limit. Drivers see their own.")
    public EligibilityView eligibility(
            @Id @Description(SchemaDescriptions.DRIVER) String driverId,
            @DefaultValue("DRIVER") @Description("The product.") Product product,
            @NonNull @Description("The region whose policy applies.") String region) {
        DriverId driver = InputChecks.driverId(principals.get(), driverId);
        return StatisticsSchemaMapper.view(
                drivers.eligibility(
                        GetEligibilityRequest.newBuilder()
                                .setDriverId(driver.value())
                                .setProduct(ProtoMapper.product(product))
                                .setRegion(region)
                                .build()));
    }

    @NonNull
    @Query("incidents")
    @Description(
            "A driver's accidents and fines of the last four weeks, also those that were revoked; the oldest date first. Drivers see their own.")
    public List<@NonNull IncidentView> incidents(
            @Id @Description(SchemaDescriptions.DRIVER) String driverId,
            @DefaultValue("DRIVER") @Description("The product.") Product product) {
        Principal principal = principals.get();
        ListIncidentsRequest request =
                ListIncidentsRequest.newBuilder()
                        .setDriverId(InputChecks.driverId(principal, driverId).value())
                        .setProduct(ProtoMapper.product(product))
                        .build();
        return drivers.incidents(request).stream()
                .map(incident -> StatisticsSchemaMapper.view(principal, incident))
                .toList();
    }

    @NonNull
    @Mutation("rateDrive")
    @Description("Rates a completed drive, once for each call. For the call's customer.")
    public RateDrivePayload rateDrive(@NonNull @Description("The rating.") RateDriveInput input) {
        Principal customer = principals.only(Role.CUSTOMER);
        Call call = calls.completed(customer, InputChecks.callId(input.callId(), "callId"));
        int stars = drivers.rate(StatisticsSchemaMapper.request(customer, input, call));
        return new RateDrivePayload(input.clientMutationId(), call.getCallId(), stars);
    }

    @NonNull
    @Mutation("recordIncident")
    @Description("Enters an accident or a fine of a driver. For operators.")
    public IncidentPayload recordIncident(
            @NonNull @Description("The incident.") RecordIncidentInput input) {
        Principal operator = principals.operator();
        return payload(
                operator,
                input.clientMutationId(),
                drivers.record(StatisticsSchemaMapper.request(operator, input)));
    }

    @NonNull
    @Mutation("revokeIncident")
    @Description(
            "Revokes an incident that was entered by mistake; it stays visible and does not count any more. For operators.")
    public IncidentPayload revokeIncident(
            @NonNull @Description("Which incident, and why.") RevokeIncidentInput input) {
        Principal operator = principals.operator();
        return payload(
                operator,
                input.clientMutationId(),
                drivers.revoke(StatisticsSchemaMapper.request(operator, input)));
    }

    private static IncidentPayload payload(
            Principal operator, String clientMutationId, Incident incident) {
        return new IncidentPayload(
                clientMutationId, StatisticsSchemaMapper.view(operator, incident));
    }
}
