package dev.supporters.gateway.validation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.Refusal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputChecksTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "1234567890123456789", "1.0"})
    void aCallIdIsDecimalDigitsOnly(String callId) {
        assertThatThrownBy(() -> InputChecks.callId(callId, "callId")).isInstanceOf(Refusal.class);
    }
}
