package dev.supporters.gateway.adapter.graphql;

import dev.supporters.gateway.access.Viewer;
import dev.supporters.gateway.adapter.graphql.input.AcceptCallInput;
import dev.supporters.gateway.adapter.graphql.input.Bounds;
import dev.supporters.gateway.adapter.graphql.input.DriveInput;
import dev.supporters.gateway.adapter.graphql.input.RefuseCallInput;
import dev.supporters.gateway.adapter.graphql.view.CommandPayload;
import dev.supporters.gateway.adapter.graphql.view.CommandView;
import dev.supporters.gateway.adapter.graphql.view.EngagementPayload;
import dev.supporters.gateway.adapter.graphql.view.EngagementView;
import dev.supporters.gateway.adapter.graphql.view.Words;
import dev.supporters.gateway.adapter.grpc.CommanderClient;
import dev.supporters.gateway.live.Keys;
import dev.supporters.gateway.live.Live;
import dev.supporters.gateway.live.Watched;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.commander.v1.Accept;
import dev.supporters.proto.commander.v1.DriveStep;
import dev.supporters.proto.commander.v1.Engagement;
import dev.supporters.proto.commander.v1.Refuse;
import dev.supporters.proto.commander.v1.RespondRequest;
import dev.supporters.proto.common.v1.RefusalReason;

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

/** What a driver is ordered to do, and what he answers. A command never tells the destination. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class EngagementApi {

    private static final int COMMENT = 500;

    private final Viewers viewers;
    private final CommanderClient commander;
    private final Live live;

    EngagementApi(Viewers viewers, CommanderClient commander, Live live) {
        this.viewers = viewers;
        this.commander = commander;
        this.live = live;
    }

    @NonNull
    @Query("engagement")
    @Description("The slot of a driver; one who never worked is OFF.")
    public EngagementView engagement(@Id @Description(Words.DRIVER) String driverId) {
        return EngagementView.of(commander.engagement(Bounds.driver(viewers.current(), driverId)));
    }

    @Query("liveCommand")
    @Description(
            "The live command of a driver, also after its acceptance until the drive ends; null when there is none.")
    public CommandView liveCommand(@Id @Description(Words.DRIVER) String driverId) {
        Engagement engagement = commander.engagement(Bounds.driver(viewers.current(), driverId));
        return engagement.hasCommand() ? CommandView.of(engagement.getCommand()) : null;
    }

    @Subscription("commands")
    @Description("The slot of a driver now, then after each change. Never tells the destination.")
    public Multi<EngagementView> commands(@Id @Description(Words.DRIVER) String driverId) {
        Session session = viewers.session();
        String driver = Bounds.driver(session.viewer(), driverId);
        return Subscriptions.told(live.watch(Keys.driver(driver), () -> look(session, driver)));
    }

    @NonNull
    @Mutation("acceptCall")
    @Description("Accepts a command.")
    public CommandPayload acceptCall(@NonNull @Description("The answer.") AcceptCallInput input) {
        Viewer viewer = viewers.current();
        RespondRequest request =
                answer(viewer, input.driverId(), input.commandId(), input.callId())
                        .setRequestId(
                                RequestKeys.of("acceptCall", viewer, input.clientMutationId()))
                        .setAccept(Accept.getDefaultInstance())
                        .build();
        return CommandPayload.of(input.clientMutationId(), commander.respond(request));
    }

    @NonNull
    @Mutation("refuseCall")
    @Description("Refuses a command, with a reason.")
    public CommandPayload refuseCall(@NonNull @Description("The answer.") RefuseCallInput input) {
        Viewer viewer = viewers.current();
        RespondRequest request =
                answer(viewer, input.driverId(), input.commandId(), input.callId())
                        .setRequestId(
                                RequestKeys.of("refuseCall", viewer, input.clientMutationId()))
                        .setRefuse(
                                Refuse.newBuilder()
                                        .setReason(
                                                Bounds.constant(
                                                        RefusalReason.class,
                                                        "REFUSAL_REASON_",
                                                        input.reason()))
                                        .setComment(
                                                Bounds.optionalText(
                                                        input.comment(), "comment", COMMENT)))
                        .build();
        return CommandPayload.of(input.clientMutationId(), commander.respond(request));
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
        Viewer viewer = viewers.current();
        Engagement engagement =
                commander.progress(
                        RequestKeys.of(mutation, viewer, input.clientMutationId()),
                        Bounds.driver(viewer, input.driverId()),
                        Bounds.callId(input.callId()),
                        step);
        return new EngagementPayload(input.clientMutationId(), EngagementView.of(engagement));
    }

    private static RespondRequest.Builder answer(
            Viewer viewer, String driverId, String commandId, String callId) {
        if (commandId == null && callId == null) {
            throw Refusal.invalid("commandId", "nothing", "a command or a call");
        }
        RespondRequest.Builder request =
                RespondRequest.newBuilder().setDriverId(Bounds.driver(viewer, driverId));
        if (commandId != null) {
            request.setCommandId(Bounds.text(commandId, "commandId", 100));
        }
        if (callId != null) {
            request.setCallId(Bounds.callId(callId));
        }
        return request;
    }

    private Watched<EngagementView> look(Session session, String driverId) {
        session.valid();
        Engagement engagement = commander.engagement(driverId);
        return new Watched<>(EngagementView.of(engagement), engagement.getVersion(), false);
    }
}
