package dev.supporters.commander.adapter.grpc;

import dev.supporters.commander.engagement.Assigning;
import dev.supporters.commander.engagement.Assignment;
import dev.supporters.commander.engagement.Driving;
import dev.supporters.commander.engagement.Working;
import dev.supporters.commander.slot.CallId;
import dev.supporters.commander.slot.DriverId;
import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.rpc.GrpcResponder;
import dev.supporters.proto.commander.v1.AssignRequest;
import dev.supporters.proto.commander.v1.AssignResponse;
import dev.supporters.proto.commander.v1.CallClosed;
import dev.supporters.proto.commander.v1.CancelRequest;
import dev.supporters.proto.commander.v1.CancelResponse;
import dev.supporters.proto.commander.v1.CloseCallRequest;
import dev.supporters.proto.commander.v1.CloseCallResponse;
import dev.supporters.proto.commander.v1.CloseSlotRequest;
import dev.supporters.proto.commander.v1.CloseSlotResponse;
import dev.supporters.proto.commander.v1.CommanderService;
import dev.supporters.proto.commander.v1.GetEngagementRequest;
import dev.supporters.proto.commander.v1.GetEngagementResponse;
import dev.supporters.proto.commander.v1.NoneFree;
import dev.supporters.proto.commander.v1.PauseRequest;
import dev.supporters.proto.commander.v1.PauseResponse;
import dev.supporters.proto.commander.v1.ProgressRequest;
import dev.supporters.proto.commander.v1.ProgressResponse;
import dev.supporters.proto.commander.v1.RespondRequest;
import dev.supporters.proto.commander.v1.RespondResponse;
import dev.supporters.proto.commander.v1.UnpauseRequest;
import dev.supporters.proto.commander.v1.UnpauseResponse;
import dev.supporters.proto.commander.v1.WatchRequest;
import dev.supporters.proto.commander.v1.WatchResponse;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** CommanderService. */
@GrpcService
class CommanderGrpc implements CommanderService {

    private static final int MAX_WORK_ID = 200;

    private final GrpcResponder rpc;
    private final Assigning assigning;
    private final Answers answers;
    private final Driving driving;
    private final Working working;
    private final WatchStreams streams;

    CommanderGrpc(
            GrpcResponder rpc,
            Assigning assigning,
            Answers answers,
            Driving driving,
            Working working,
            WatchStreams streams) {
        this.rpc = rpc;
        this.assigning = assigning;
        this.answers = answers;
        this.driving = driving;
        this.working = working;
        this.streams = streams;
    }

    @Override
    public Uni<AssignResponse> assign(AssignRequest request) {
        return rpc.answer(() -> {
            Require.requestId(request.getRequestId());
            return response(assigning.assign(Wire.order(request)));
        });
    }

    @Override
    public Uni<RespondResponse> respond(RespondRequest request) {
        return rpc.answer(() -> answers.respond(request));
    }

    @Override
    public Uni<ProgressResponse> progress(ProgressRequest request) {
        return rpc.answer(() -> {
            Require.requestId(request.getRequestId());
            DriverId driverId = new DriverId(request.getDriverId());
            CallId callId = new CallId(request.getCallId());
            return ProgressResponse.newBuilder()
                    .setEngagement(
                            Wire.engagement(
                                    driving.step(driverId, callId, Wire.step(request.getStep()))))
                    .build();
        });
    }

    @Override
    public Uni<CancelResponse> cancel(CancelRequest request) {
        return rpc.answer(() -> {
            Require.requestId(request.getRequestId());
            CancelResponse.Builder response = CancelResponse.newBuilder();
            driving.cancel(new CallId(request.getCallId()), request.getReason())
                    .ifPresent(slot -> response.setEngagement(Wire.engagement(slot)));
            return response.build();
        });
    }

    @Override
    public Uni<CloseCallResponse> closeCall(CloseCallRequest request) {
        return rpc.answer(() -> {
            CloseCallResponse.Builder response = CloseCallResponse.newBuilder();
            assigning
                    .close(new CallId(request.getCallId()))
                    .ifPresent(command -> response.setCommand(Wire.command(command)));
            return response.build();
        });
    }

    @Override
    public Uni<PauseResponse> pause(PauseRequest request) {
        return rpc.answer(() ->
                PauseResponse.newBuilder()
                        .setEngagement(
                                Wire.engagement(working.pause(new DriverId(request.getDriverId()))))
                        .build());
    }

    @Override
    public Uni<UnpauseResponse> unpause(UnpauseRequest request) {
        return rpc.answer(() ->
                UnpauseResponse.newBuilder()
                        .setEngagement(
                                Wire.engagement(
                                        working.unpause(new DriverId(request.getDriverId()))))
                        .build());
    }

    @Override
    public Uni<CloseSlotResponse> closeSlot(CloseSlotRequest request) {
        return rpc.answer(() -> {
            DriverId driverId = new DriverId(request.getDriverId());
            String workId = Require.text(request.getWorkId(), "work_id", MAX_WORK_ID);
            return CloseSlotResponse.newBuilder()
                    .setEngaged(working.close(driverId, workId))
                    .build();
        });
    }

    @Override
    public Uni<GetEngagementResponse> getEngagement(GetEngagementRequest request) {
        return rpc.answer(() ->
                GetEngagementResponse.newBuilder()
                        .setEngagement(
                                Wire.engagement(working.slot(new DriverId(request.getDriverId()))))
                        .build());
    }

    @Override
    public Multi<WatchResponse> watch(WatchRequest request) {
        return streams.watch(request);
    }

    private static AssignResponse response(Assignment assignment) {
        return switch (assignment) {
            case Assignment.Given given ->
                    AssignResponse.newBuilder().setCommand(Wire.command(given.command())).build();
            case Assignment.NoneFree none ->
                    AssignResponse.newBuilder()
                            .setNoneFree(NoneFree.newBuilder().setTried(none.tried()))
                            .build();
            case Assignment.CallClosed closed ->
                    AssignResponse.newBuilder()
                            .setCallClosed(CallClosed.getDefaultInstance())
                            .build();
        };
    }
}
