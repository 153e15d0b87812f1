package dev.supporters.gateway.adapter.transcoding;

import com.google.protobuf.Message;

import dev.supporters.gateway.access.CallSecrecy;
import dev.supporters.gateway.access.Principal;
import dev.supporters.proto.commander.v1.GetEngagementResponse;
import dev.supporters.proto.commander.v1.ProgressResponse;
import dev.supporters.proto.commander.v1.RespondResponse;
import dev.supporters.proto.move.v1.GetActiveResponse;

/** Rule 9 for answers: a driver learns nothing of a command from which the destination could be told before it is accepted. */
final class AnswerSecrecy {

    private AnswerSecrecy() {}

    /** The answer as this principal may see it. */
    static Message visible(Message answer, Principal principal) {
        if (principal.seesAll()) {
            return answer;
        }
        return switch (answer) {
            case GetEngagementResponse engagement ->
                    engagement.toBuilder()
                            .setEngagement(
                                    CallSecrecy.visible(principal, engagement.getEngagement()))
                            .build();
            case RespondResponse respond ->
                    respond.toBuilder()
                            .setEngagement(CallSecrecy.visible(principal, respond.getEngagement()))
                            .build();
            case ProgressResponse progress ->
                    progress.toBuilder()
                            .setEngagement(CallSecrecy.visible(principal, progress.getEngagement()))
                            .build();
            case GetActiveResponse active when active.hasMove() ->
                    active.toBuilder().setMove(active.getMove().toBuilder().clearModel()).build();
            case dev.supporters.proto.move.v1.RespondResponse moved ->
                    moved.toBuilder().setMove(moved.getMove().toBuilder().clearModel()).build();
            default -> answer;
        };
    }
}
