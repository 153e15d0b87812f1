package dev.supporters.gateway.adapter.graphql.engagement;

import dev.supporters.gateway.access.CallSecrecy;
import dev.supporters.gateway.access.IdempotencyKeys;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.RefusalConsequence;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.engagement.EngagementInputs.AcceptCallInput;
import dev.supporters.gateway.adapter.graphql.engagement.EngagementInputs.RefuseCallInput;
import dev.supporters.gateway.adapter.graphql.engagement.EngagementTypes.CommandOutcome;
import dev.supporters.gateway.adapter.graphql.engagement.EngagementTypes.CommandPayload;
import dev.supporters.gateway.adapter.graphql.engagement.EngagementTypes.CommandView;
import dev.supporters.gateway.adapter.graphql.engagement.EngagementTypes.EngagementState;
import dev.supporters.gateway.adapter.graphql.engagement.EngagementTypes.EngagementView;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.commander.v1.Accept;
import dev.supporters.proto.commander.v1.Command;
import dev.supporters.proto.commander.v1.Engagement;
import dev.supporters.proto.commander.v1.Refuse;
import dev.supporters.proto.commander.v1.RespondRequest;
import dev.supporters.proto.commander.v1.RespondResponse;
import dev.supporters.proto.common.v1.RefusalReason;

/** A driver's slot and command between the protos and the schema. */
final class EngagementSchemaMapper {

    private EngagementSchemaMapper() {}

    /** The slot as this principal may see it: the one place where a command becomes visible. */
    static EngagementView view(Principal principal, Engagement found) {
        Engagement engagement = CallSecrecy.visible(principal, found);
        return new EngagementView(
                engagement.getDriverId(),
                ProtoMapper.product(engagement.getProduct()),
                ProtoMapper.read(EngagementState.class, engagement.getState(), "ENGAGEMENT_STATE_"),
                engagement.hasCommand() ? view(engagement.getCommand()) : null,
                engagement.getVersion(),
                engagement.getNotAMember());
    }

    private static CommandView view(Command command) {
        return new CommandView(
                command.getCommandId(),
                command.getCallId(),
                command.getDriverId(),
                ProtoMapper.location(command.getOrigin()),
                command.hasFare() ? command.getFare().getAmount() : null,
                command.hasFare() ? command.getFare().getCurrency() : null,
                command.getEtaSeconds(),
                ProtoMapper.instant(command.hasCreateTime(), command.getCreateTime()),
                ProtoMapper.instant(command.hasDeadlineTime(), command.getDeadlineTime()),
                ProtoMapper.read(
                        RefusalConsequence.class, command.getOnRefusal(), "REFUSAL_CONSEQUENCE_"));
    }

    static CommandPayload payload(
            Principal principal, String clientMutationId, RespondResponse response) {
        return new CommandPayload(
                clientMutationId,
                ProtoMapper.read(CommandOutcome.class, response.getOutcome(), "COMMAND_OUTCOME_"),
                view(principal, response.getEngagement()));
    }

    static RespondRequest request(Principal principal, AcceptCallInput input) {
        return answer(principal, input.driverId(), input.commandId(), input.callId())
                .setRequestId(IdempotencyKeys.of("acceptCall", principal, input.clientMutationId()))
                .setAccept(Accept.getDefaultInstance())
                .build();
    }

    static RespondRequest request(Principal principal, RefuseCallInput input) {
        return answer(principal, input.driverId(), input.commandId(), input.callId())
                .setRequestId(IdempotencyKeys.of("refuseCall", principal, input.clientMutationId()))
                .setRefuse(
                        Refuse.newBuilder()
                                .setReason(
                                        ProtoMapper.write(
                                                RefusalReason.class,
                                                "REFUSAL_REASON_",
                                                input.reason()))
                                .setComment(ProtoMapper.orEmpty(input.comment())))
                .build();
    }

    private static RespondRequest.Builder answer(
            Principal principal, String driverId, String commandId, String callId) {
        if (commandId == null && callId == null) {
            throw Refusal.invalid("commandId", "nothing", "a command or a call");
        }
        RespondRequest.Builder request =
                RespondRequest.newBuilder()
                        .setDriverId(InputChecks.driverId(principal, driverId).value());
        if (commandId != null) {
            request.setCommandId(commandId);
        }
        if (callId != null) {
            request.setCallId(InputChecks.callId(callId, "callId").value());
        }
        return request;
    }
}
