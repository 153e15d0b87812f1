package dev.supporters.gateway.adapter.transcoding;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;

import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.Principal.Role;
import dev.supporters.proto.commander.v1.Command;
import dev.supporters.proto.commander.v1.Engagement;
import dev.supporters.proto.commander.v1.EngagementState;
import dev.supporters.proto.commander.v1.GetEngagementResponse;
import dev.supporters.proto.commander.v1.RespondResponse;
import dev.supporters.proto.common.v1.Money;

import org.junit.jupiter.api.Test;

import java.util.Set;

class AnswerSecrecyTest {

    private static final Principal DRIVER = new Principal("7", Set.of(Role.DRIVER));
    private static final Principal OPERATOR = new Principal("o", Set.of(Role.OPERATOR));

    @Test
    void hidesTheFareOfACommandUntilItIsAccepted() {
        Message commanded = engagement(EngagementState.ENGAGEMENT_STATE_COMMANDED);
        Message accepted = engagement(EngagementState.ENGAGEMENT_STATE_ACCEPTED);

        assertThat(AnswerSecrecy.visible(commanded, DRIVER).toString())
                .contains("c1")
                .doesNotContain("18000");
        assertThat(AnswerSecrecy.visible(accepted, DRIVER)).isEqualTo(accepted);
        assertThat(AnswerSecrecy.visible(commanded, OPERATOR)).isEqualTo(commanded);
    }

    @Test
    void alsoInTheAnswerToAnAnswer() {
        Message respond =
                RespondResponse.newBuilder()
                        .setEngagement(
                                engagement(EngagementState.ENGAGEMENT_STATE_COMMANDED)
                                        .getEngagement())
                        .build();

        assertThat(AnswerSecrecy.visible(respond, DRIVER).toString()).doesNotContain("18000");
    }

    private static GetEngagementResponse engagement(EngagementState state) {
        return GetEngagementResponse.newBuilder()
                .setEngagement(
                        Engagement.newBuilder()
                                .setState(state)
                                .setCommand(
                                        Command.newBuilder()
                                                .setCommandId("c1")
                                                .setFare(Money.newBuilder().setAmount(18000))))
                .build();
    }
}
