package dev.supporters.gateway.adapter.graphql.driver;

import dev.supporters.contract.DriverId;
import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.Principal.Role;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;
import dev.supporters.gateway.adapter.graphql.driver.ApplicationInputs.ApplyToGroupInput;
import dev.supporters.gateway.adapter.graphql.driver.ApplicationInputs.LeaveGroupInput;
import dev.supporters.gateway.adapter.graphql.driver.ApplicationInputs.ReviewApplicationInput;
import dev.supporters.gateway.adapter.graphql.driver.ApplicationInputs.SupplementApplicationInput;
import dev.supporters.gateway.adapter.graphql.driver.ApplicationInputs.WithdrawApplicationInput;
import dev.supporters.gateway.adapter.graphql.driver.ApplicationTypes.ApplicationPage;
import dev.supporters.gateway.adapter.graphql.driver.ApplicationTypes.ApplicationPayload;
import dev.supporters.gateway.adapter.graphql.driver.ApplicationTypes.ApplicationView;
import dev.supporters.gateway.adapter.graphql.driver.DriverTypes.DriverPayload;
import dev.supporters.gateway.adapter.grpc.DriverClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.driver.v1.Application;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.ListApplicationsRequest;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** How drivers join the supporters group, and leave it. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class ApplicationApi {

    private final PrincipalProvider principals;
    private final DriverClient drivers;
    private final GatewayConfig config;

    ApplicationApi(PrincipalProvider principals, DriverClient drivers, GatewayConfig config) {
        this.principals = principals;
        this.drivers = drivers;
        this.config = config;
    }

    @Query("application")
    @Description("One application to the supporters group. Drivers see their own.")
    public ApplicationView application(
            @Id @NonNull @Description("The application.") String applicationId) {
        Principal principal = principals.get();
        Application found = drivers.application(applicationId);
        if (!principal.seesAll() && !principal.isDriver(found.getDriverId())) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_APPLICATION_NOT_FOUND,
                    "application_id: " + applicationId,
                    "the id of an application");
        }
        return ApplicationSchemaMapper.view(found);
    }

    @NonNull
    @Query("applications")
    @Description(
            "All applications of a driver, whatever became of them, the newest first, in one page. Drivers see their own.")
    public ApplicationPage applications(
            @Id @Description(SchemaDescriptions.DRIVER) String driverId) {
        DriverId driver = InputChecks.driverId(principals.get(), driverId);
        return ApplicationSchemaMapper.page(
                drivers.applications(
                        ListApplicationsRequest.newBuilder().setDriverId(driver.value()).build()));
    }

    @NonNull
    @Query("openApplications")
    @Description(
            "The applications of all drivers that wait for a review, the one that waits longest first. For operators and services.")
    public ApplicationPage openApplications(
            @Description("Those of at most so many drivers; 100 if left out.") Integer first,
            @Description(SchemaDescriptions.AFTER) String after) {
        principals.get().mustSeeAll();
        return ApplicationSchemaMapper.page(
                drivers.applications(
                        ListApplicationsRequest.newBuilder()
                                .setPageSize(InputChecks.pageSize(first, config.pageSize()))
                                .setPageToken(ProtoMapper.orEmpty(after))
                                .build()));
    }

    @NonNull
    @Mutation("applyToGroup")
    @Description("Applies to the supporters group. For drivers, in their own name.")
    public ApplicationPayload applyToGroup(
            @NonNull @Description("The application.") ApplyToGroupInput input) {
        return payload(
                input.clientMutationId(),
                drivers.apply(ApplicationSchemaMapper.request(driver(), input)));
    }

    @NonNull
    @Mutation("supplementApplication")
    @Description("Answers what an operator has asked. For drivers, of their own applications.")
    public ApplicationPayload supplementApplication(
            @NonNull @Description("The answer.") SupplementApplicationInput input) {
        return payload(
                input.clientMutationId(),
                drivers.supplement(ApplicationSchemaMapper.request(driver(), input)));
    }

    @NonNull
    @Mutation("withdrawApplication")
    @Description("Takes an open application back. For drivers, of their own applications.")
    public ApplicationPayload withdrawApplication(
            @NonNull @Description("Which application.") WithdrawApplicationInput input) {
        return payload(
                input.clientMutationId(),
                drivers.withdraw(ApplicationSchemaMapper.request(driver(), input)));
    }

    @NonNull
    @Mutation("reviewApplication")
    @Description(
            "Approves or rejects an open application, or asks for more. Of several decisions the first counts. For operators.")
    public ApplicationPayload reviewApplication(
            @NonNull @Description("The decision.") ReviewApplicationInput input) {
        return payload(
                input.clientMutationId(),
                drivers.review(ApplicationSchemaMapper.request(principals.operator(), input)));
    }

    @NonNull
    @Mutation("leaveGroup")
    @Description(
            "Leaves the supporters group; a shift that goes on ends after its drive. For drivers, in their own name.")
    public DriverPayload leaveGroup(
            @NonNull @Description("Which group, and why.") LeaveGroupInput input) {
        Driver left = drivers.leave(ApplicationSchemaMapper.request(driver(), input));
        return new DriverPayload(input.clientMutationId(), DriverSchemaMapper.view(left));
    }

    private static ApplicationPayload payload(String clientMutationId, Application application) {
        return new ApplicationPayload(clientMutationId, ApplicationSchemaMapper.view(application));
    }

    private Principal driver() {
        return principals.only(Role.DRIVER);
    }
}
