package dev.supporters.local.night;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperationTest {

    @ParameterizedTest
    @EnumSource(Operation.class)
    void isNamedInItsDocument(Operation operation) {
        assertThat(operation.document())
                .matches("(?s)(query|mutation|subscription) " + operation.title() + "\\W.*");
    }
}
