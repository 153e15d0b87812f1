package dev.supporters.commander.adapter.grpc;

import dev.supporters.commander.engagement.AnswerService;
import dev.supporters.commander.engagement.AssignmentService;
import dev.supporters.commander.engagement.AssignmentService.Assignment;
import dev.supporters.commander.engagement.DriveService;
import dev.supporters.commander.engagement.SlotService;
import dev.supporters.commander.engagement.StepCheck;
import dev.supporters.commander.slot.CommandKey;
import dev.supporters.commander.slot.DriveRule.DriveStep;
import dev.supporters.commander.slot.ShiftVersion;
import dev.supporters.commander.slot.Slot;
import dev.supporters.commander.slot.StepRule.Doubt;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.request.EndUser;
import dev.supporters.platform.rpc.GrpcResponder;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.commander.v1.AssignRequest;
import dev.supporters.proto.commander.v1.AssignResponse;
import dev.supporters.proto.commander.v1.CallClosed;
import dev.supporters.proto.commander.v1.CancelRequest;
import dev.supporters.proto.commander.v1.CancelResponse;
import dev.supporters.proto.commander.v1.CloseCallRequest;
import dev.supporters.proto.commander.v1.CloseCallResponse;
import dev.supporters.proto.commander.v1.CloseSlotRequest;
import dev.supporters.proto.commander.v1.CloseSlotResponse;
import dev.supporters.proto.commander.v1.CommandOutcome;
import dev.supporters.proto.commander.v1.CommanderService;
import dev.supporters.proto.commander.v1.GetCallCommandsRequest;
import dev.supporters.proto.commander.v1.GetCallCommandsResponse;
import dev.supporters.proto.commander.v1.GetDriverCommandsRequest;
import dev.supporters.proto.commander.v1.GetDriverCommandsResponse;
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

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** CommanderService. */
@GrpcService
class CommanderGrpc implements CommanderService {

    private final GrpcResponder responder;
    private final AssignmentService assignments;
    private final AnswerService answers;
    private final DriveService drives;
    private final StepCheck checks;
    private final SlotService slots;
    private final WatchStreams streams;

    CommanderGrpc(
            GrpcResponder responder,
            AssignmentService assignments,
            AnswerService answers,
            DriveService drives,
            StepCheck checks,
            SlotService slots,
            WatchStreams streams) {
        this.responder = responder;
        this.assignments = assignments;
        this.answers = answers;
        this.drives = drives;
        this.checks = checks;
        this.slots = slots;
        this.streams = streams;
    }

    @Override
    public Uni<AssignResponse> assign(AssignRequest request) {
        return responder.answer(
                () -> response(assignments.assign(EngagementProtoMapper.order(request))));
    }

    @Override
    public Uni<RespondResponse> respond(RespondRequest request) {
        return responder.answer(() -> decided(request));
    }

    @Override
    public Uni<ProgressResponse> progress(ProgressRequest request) {
        boolean ofTheDriver = EndUser.present().isPresent(); // operators have looked themselves
        return responder.answer(() -> {
            DriverId driverId = new DriverId(request.getDriverId());
            CallId callId = new CallId(request.getCallId());
            DriveStep step = EngagementProtoMapper.step(request.getStep());
            Optional<Doubt> doubt =
                    ofTheDriver ? checks.check(driverId, callId, step) : Optional.empty();
            Versioned<Slot> slot = drives.step(driverId, callId, step, request.getRequestId());
            return ProgressResponse.newBuilder()
                    .setEngagement(EngagementProtoMapper.engagement(slot))
                    .setDoubt(EngagementProtoMapper.doubt(doubt))
                    .build();
        });
    }

    @Override
    public Uni<CancelResponse> cancel(CancelRequest request) {
        return responder.answer(() -> {
            CancelResponse.Builder response = CancelResponse.newBuilder();
            drives.cancel(new CallId(request.getCallId()), request.getReason())
                    .ifPresent(
                            slot -> response.setEngagement(EngagementProtoMapper.engagement(slot)));
            return response.build();
        });
    }

    @Override
    public Uni<CloseCallResponse> closeCall(CloseCallRequest request) {
        return responder.answer(() -> {
            CloseCallResponse.Builder response = CloseCallResponse.newBuilder();
            assignments
                    .close(new CallId(request.getCallId()))
                    .ifPresent(
                            command -> response.setCommand(EngagementProtoMapper.command(command)));
            return response.build();
        });
    }

    @Override
    public Uni<GetCallCommandsResponse> getCallCommands(GetCallCommandsRequest request) {
        return responder.answer(() -> {
            Set<CallId> callIds =
                    request.getCallIdsList().stream()
                            // what no call can be called has no command, as an unknown id
                            .filter(id -> !id.isBlank())
                            .map(CallId::new)
                            .collect(Collectors.toSet());
            return GetCallCommandsResponse.newBuilder()
                    .addAllCommands(CallCommandMapper.commands(slots.ofCalls(callIds), callIds))
                    .build();
        });
    }

    @Override
    public Uni<GetDriverCommandsResponse> getDriverCommands(GetDriverCommandsRequest request) {
        return responder.answer(() -> {
            Slot slot = slots.slot(new DriverId(request.getDriverId())).value();
            return GetDriverCommandsResponse.newBuilder()
                    .addAllCommands(CallCommandMapper.commands(slot))
                    .build();
        });
    }

    @Override
    public Uni<PauseResponse> pause(PauseRequest request) {
        return responder.answer(() -> {
            DriverId driverId = new DriverId(request.getDriverId());
            ShiftVersion shift = shift(driverId, request.getWorkId(), request.getWorkVersion());
            Versioned<Slot> paused = slots.pause(driverId, shift);
            PauseResponse.Builder response =
                    PauseResponse.newBuilder()
                            .setEngagement(EngagementProtoMapper.engagement(paused));
            paused.value()
                    .header()
                    .lastFreed()
                    .ifPresent(time -> response.setLastEngagementEndTime(Timestamps.of(time)));
            return response.build();
        });
    }

    @Override
    public Uni<UnpauseResponse> unpause(UnpauseRequest request) {
        return responder.answer(() -> {
            DriverId driverId = new DriverId(request.getDriverId());
            ShiftVersion shift = shift(driverId, request.getWorkId(), request.getWorkVersion());
            return UnpauseResponse.newBuilder()
                    .setEngagement(EngagementProtoMapper.engagement(slots.unpause(driverId, shift)))
                    .build();
        });
    }

    @Override
    public Uni<CloseSlotResponse> closeSlot(CloseSlotRequest request) {
        return responder.answer(() -> {
            DriverId driverId = new DriverId(request.getDriverId());
            WorkId workId = WorkId.ofStored(request.getWorkId());
            SlotService.ClosedSlot closed = slots.close(driverId, workId);
            CloseSlotResponse.Builder response =
                    CloseSlotResponse.newBuilder().setEngaged(closed.engaged());
            closed.lastFreed()
                    .ifPresent(time -> response.setLastEngagementEndTime(Timestamps.of(time)));
            return response.build();
        });
    }

    @Override
    public Uni<GetEngagementResponse> getEngagement(GetEngagementRequest request) {
        return responder.answer(() ->
                GetEngagementResponse.newBuilder()
                        .setEngagement(
                                EngagementProtoMapper.engagement(
                                        slots.slot(new DriverId(request.getDriverId()))))
                        .build());
    }

    @Override
    public Multi<WatchResponse> watch(WatchRequest request) {
        return streams.watch(request);
    }

    /** Callers that are older than the field name no shift: they mean the newest one. */
    private ShiftVersion shift(DriverId driverId, String workId, long version) {
        return workId.isEmpty()
                ? slots.newestShift(driverId)
                : new ShiftVersion(WorkId.ofStored(workId), version);
    }

    private RespondResponse decided(RespondRequest request) {
        DriverId driverId = new DriverId(request.getDriverId());
        CommandKey key = EngagementProtoMapper.key(request);
        return switch (request.getAnswerCase()) {
            case ACCEPT ->
                    response(
                            CommandOutcome.COMMAND_OUTCOME_ACCEPTED,
                            answers.accept(driverId, key, request.getRequestId()));
            case REFUSE ->
                    response(
                            CommandOutcome.COMMAND_OUTCOME_REFUSED,
                            answers.refuse(
                                    driverId,
                                    key,
                                    EngagementProtoMapper.refusal(request.getRefuse()),
                                    request.getRequestId()));
            case ANSWER_NOT_SET -> throw Refusal.invalid("answer", "nothing", "accept or refuse");
        };
    }

    private static RespondResponse response(CommandOutcome outcome, Versioned<Slot> slot) {
        return RespondResponse.newBuilder()
                .setOutcome(outcome)
                .setEngagement(EngagementProtoMapper.engagement(slot))
                .build();
    }

    private static AssignResponse response(Assignment assignment) {
        return switch (assignment) {
            case Assignment.Given given ->
                    AssignResponse.newBuilder()
                            .setCommand(EngagementProtoMapper.command(given.command()))
                            .build();
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
