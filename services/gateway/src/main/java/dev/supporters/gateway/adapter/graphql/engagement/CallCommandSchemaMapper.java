package dev.supporters.gateway.adapter.graphql.engagement;

import dev.supporters.gateway.adapter.graphql.common.CommonTypes.RefusalConsequence;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.engagement.CallCommandTypes.CallCommandState;
import dev.supporters.gateway.adapter.graphql.engagement.CallCommandTypes.CallCommandView;
import dev.supporters.gateway.adapter.graphql.engagement.CallCommandTypes.CommandCancellationReason;
import dev.supporters.gateway.adapter.graphql.engagement.EngagementTypes.RefusalReason;
import dev.supporters.proto.commander.v1.CallCommand;

import java.util.List;

/** What became of commands, from the protos to the schema. */
final class CallCommandSchemaMapper {

    private CallCommandSchemaMapper() {}

    static List<CallCommandView> views(List<CallCommand> commands) {
        return commands.stream().map(CallCommandSchemaMapper::view).toList();
    }

    private static CallCommandView view(CallCommand command) {
        return new CallCommandView(
                command.getCommandId(),
                command.getCallId(),
                command.getDriverId(),
                ProtoMapper.read(CallCommandState.class, command.getState(), "CALL_COMMAND_STATE_"),
                command.getEtaSeconds() == 0 ? null : command.getEtaSeconds(),
                ProtoMapper.instant(command.hasEndTime(), command.getEndTime()),
                ProtoMapper.read(
                        RefusalReason.class, command.getRefusalReason(), "REFUSAL_REASON_"),
                ProtoMapper.text(command.getRefusalComment()),
                ProtoMapper.read(
                        RefusalConsequence.class, command.getOnRefusal(), "REFUSAL_CONSEQUENCE_"),
                ProtoMapper.read(
                        CommandCancellationReason.class,
                        command.getCancellationReason(),
                        "CANCELLATION_REASON_"));
    }
}
