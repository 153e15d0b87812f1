package dev.supporters.player.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GraphQlOperationTest {

    @ParameterizedTest
    @EnumSource(GraphQlOperation.class)
    void isNamedInItsDocument(GraphQlOperation operation) {
        assertThat(operation.document())
                .matches("(?s)(query|mutation|subscription) " + operation.title() + "\\W.*");
    }
}
