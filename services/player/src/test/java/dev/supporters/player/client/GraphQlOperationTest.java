package dev.supporters.player.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GraphQlOperationTest {

    @ParameterizedTest
    @EnumSource(GraphQlOperation.class)
    void isNamedInItsDocument(GraphQlOperation operation) {
        assertThat(operation.document())
                .matches("(?s)(query|mutation|subscription) " + operation.title() + "\\W.*");
    }

    /** Without variables only those that are missing are wrong. */
    @ParameterizedTest
    @EnumSource(GraphQlOperation.class)
    void asksWhatTheGatewayHas(GraphQlOperation operation) {
        assertThat(GatewaySchema.problems(operation.document(), JsonNodes.object()))
                .allMatch(problem -> problem.contains("has coerced Null value for NonNull type"));
    }

    @Test
    void aFieldThatTheGatewayDoesNotHaveIsFound() {
        assertThat(
                        GatewaySchema.problems(
                                "query Call { call(id: 1) { colour } }", JsonNodes.object()))
                .singleElement()
                .asString()
                .contains("colour");
    }

    @Test
    void anInputThatTheGatewayDoesNotTakeIsFound() {
        assertThat(
                        GatewaySchema.problems(
                                GraphQlOperation.RATE_DRIVE.document(),
                                MutationInput.of("k").with("callId", "1").variables()))
                .singleElement()
                .asString()
                .contains("stars");
    }
}
