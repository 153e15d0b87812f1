package dev.supporters.player.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GraphQlAnswerTest {

    @Test
    void tellsRefusalsByTheirReason() {
        // When
        GraphQlAnswer answer =
                GraphQlAnswer.of(
                        200,
                        "{\"data\":null,\"errors\":[{\"message\":\"no\",\"extensions\":{\"code\":\"FAILED_PRECONDITION\","
                                + "\"reason\":\"CALL_ENDED\",\"retryable\":false}}]}");
        // Then
        assertThat(answer.refusedFor("CALL_ENDED")).isTrue();
    }

    @Test
    void readsTheDataOfAnAnswer() {
        GraphQlAnswer answer =
                GraphQlAnswer.of(200, "{\"data\":{\"call\":{\"status\":\"ACCEPTED\"}}}");
        assertThat(answer.refused()).isFalse();
        assertThat(answer.data().path("call").path("status").asText()).isEqualTo("ACCEPTED");
    }

    @Test
    void takesAnyOtherStatusForARefusal() {
        assertThat(GraphQlAnswer.of(401, "").reason()).isEqualTo("HTTP_401");
    }

    @Test
    void takesOnlyRetryableErrorsForTransient() {
        assertThat(
                        GraphQlAnswer.isTransient(
                                "{\"errors\":[{\"extensions\":{\"retryable\":true}}]}"))
                .isTrue();
        assertThat(
                        GraphQlAnswer.isTransient(
                                "{\"errors\":[{\"extensions\":{\"retryable\":false}}]}"))
                .isFalse();
        assertThat(GraphQlAnswer.isTransient("{\"data\":{}}")).isFalse();
        assertThat(GraphQlAnswer.isTransient("{\"errors\":")).isFalse();
    }
}
