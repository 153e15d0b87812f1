package dev.supporters.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Set;

class TopicsFollowedCheckTest {

    @Test
    void isReadyWhileAllTopicsAreFollowed() {
        assertThat(TopicsFollowedCheck.response(Set.of()).getStatus())
                .isEqualTo(HealthCheckResponse.Status.UP);
    }

    @Test
    void isNotReadyAndNamesTheTopicThatIsNot() {
        HealthCheckResponse response = TopicsFollowedCheck.response(Set.of(Topics.WORK));

        assertThat(response.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(response.getData()).contains(Map.of("not followed", Topics.WORK));
    }
}
