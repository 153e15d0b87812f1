package dev.supporters.gateway.adapter.graphql.engagement;

import dev.supporters.contract.DriverId;
import dev.supporters.gateway.access.IdempotencyKeys;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.Session;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;
import dev.supporters.gateway.adapter.graphql.engagement.EngagementInputs.AcceptCallInput;
import dev.supporters.gateway.adapter.graphql.engagement.EngagementInputs.DriveInput;
import dev.supporters.gateway.adapter.graphql.engagement.EngagementInputs.RefuseCallInput;
import dev.supporters.gateway.adapter.graphql.engagement.EngagementTypes.CommandPayload;
import dev.supporters.gateway.adapter.graphql.engagement.EngagementTypes.CommandView;
import dev.supporters.gateway.adapter.graphql.engagement.EngagementTypes.EngagementPayload;
import dev.supporters.gateway.adapter.graphql.engagement.EngagementTypes.EngagementView;
import dev.supporters.gateway.adapter.graphql.engagement.EngagementTypes.StepDoubt;
import dev.supporters.gateway.adapter.graphql.error.GraphQLRefusal;
import dev.supporters.gateway.adapter.grpc.GrpcCommanderClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.subscription.SubscriptionHub;
import dev.supporters.gateway.subscription.SubscriptionHub.Snapshot;
import dev.supporters.gateway.subscription.SubscriptionKeys;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.proto.commander.v1.DriveStep;
import dev.supporters.proto.commander.v1.Engagement;
import dev.supporters.proto.commander.v1.ProgressResponse;
import dev.supporters.proto.commander.v1.RespondRequest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import java.util.List;

/** What a driver is ordered to do, and what he answers. A command never tells the destination. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class EngagementApi {

    private final PrincipalProvider principals;
    private final GrpcCommanderClient commander;
    private final SubscriptionHub subscriptions;

    EngagementApi(
            PrincipalProvider principals,
            GrpcCommanderClient commander,
            SubscriptionHub subscriptions) {
        this.principals = principals;
        this.commander = commander;
        this.subscriptions = subscriptions;
    }

    @NonNull
    @Query("engagement")
    @Description("The slot of a driver; one who never worked is OFF.")
    public EngagementView engagement(@Id @Description(SchemaDescriptions.DRIVER) String driverId) {
        Principal principal = principals.get();
        return EngagementSchemaMapper.view(
                principal, commander.engagement(InputChecks.driverId(principal, driverId)));
    }

    @Query("liveCommand")
    @Description(
            "The live command of a driver, also after its acceptance until the drive ends; null when there is none.")
    public CommandView liveCommand(@Id @Description(SchemaDescriptions.DRIVER) String driverId) {
        return engagement(driverId).command();
    }

    @Subscription("commands")
    @Description("The slot of a driver now, then after each change. Never tells the destination.")
    public Multi<EngagementView> commands(
            @Id @Description(SchemaDescriptions.DRIVER) String driverId) {
        Session session = principals.session();
        DriverId driver = InputChecks.driverId(session.principal(), driverId);
        return GraphQLRefusal.mapFailures(
                subscriptions.subscribe(
                        session,
                        SubscriptionKeys.driver(driver),
                        List.of("commands", driver),
                        reader -> snapshot(reader, driver)));
    }

    @NonNull
    @Mutation("acceptCall")
    @Description("Accepts a command.")
    public CommandPayload acceptCall(@NonNull @Description("The answer.") AcceptCallInput input) {
        Principal principal = principals.get();
        RespondRequest request = EngagementSchemaMapper.request(principal, input);
        return EngagementSchemaMapper.payload(
                principal, input.clientMutationId(), commander.respond(request));
    }

    @NonNull
    @Mutation("refuseCall")
    @Description("Refuses a command, with a reason.")
    public CommandPayload refuseCall(@NonNull @Description("The answer.") RefuseCallInput input) {
        Principal principal = principals.get();
        RespondRequest request = EngagementSchemaMapper.request(principal, input);
        return EngagementSchemaMapper.payload(
                principal, input.clientMutationId(), commander.respond(request));
    }

    @NonNull
    @Mutation("arrive")
    @Description("The driver is with the customer.")
    public EngagementPayload arrive(@NonNull @Description("The step.") DriveInput input) {
        return step("arrive", input, DriveStep.DRIVE_STEP_ARRIVED);
    }

    @NonNull
    @Mutation("pickUp")
    @Description("The drive begins.")
    public EngagementPayload pickUp(@NonNull @Description("The step.") DriveInput input) {
        return step("pickUp", input, DriveStep.DRIVE_STEP_PICKED_UP);
    }

    @NonNull
    @Mutation("complete")
    @Description("The drive is over.")
    public EngagementPayload complete(@NonNull @Description("The step.") DriveInput input) {
        return step("complete", input, DriveStep.DRIVE_STEP_COMPLETED);
    }

    private EngagementPayload step(String mutation, DriveInput input, DriveStep step) {
        Principal principal = principals.get();
        ProgressResponse taken =
                commander.progress(
                        IdempotencyKeys.of(mutation, principal, input.clientMutationId()),
                        InputChecks.driverId(principal, input.driverId()),
                        InputChecks.callId(input.callId(), "callId"),
                        step);
        return new EngagementPayload(
                input.clientMutationId(),
                EngagementSchemaMapper.view(principal, taken.getEngagement()),
                ProtoMapper.read(StepDoubt.class, taken.getDoubt(), "STEP_DOUBT_"));
    }

    private Snapshot<EngagementView> snapshot(Principal principal, DriverId driverId) {
        Engagement engagement = commander.engagement(driverId);
        return new Snapshot<>(
                EngagementSchemaMapper.view(principal, engagement), engagement.getVersion(), false);
    }
}
