package dev.supporters.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppVersionTest {

    @ParameterizedTest
    @CsvSource({"5.2.0,5.10.0", "5.2,5.2.1", "4.99.99,5", "9,10", "5.2.0,5.2.0.1"})
    void isComparedNumberByNumber(String older, String newer) {
        assertThat(new AppVersion(older)).isLessThan(new AppVersion(newer));
        assertThat(new AppVersion(newer)).isGreaterThan(new AppVersion(older));
    }

    @Test
    void aNumberThatIsNotThereIsZero() {
        assertThat(new AppVersion("5.2")).isEqualByComparingTo(new AppVersion("5.2.0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "5.", ".5", "5.2-beta", "five", "1.2.3.4.5", "-1", "9999999", "5.2.0\n"})
    void refusesWhatIsNoVersion(String text) {
        assertThatThrownBy(() -> new AppVersion(text))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_INVALID_ARGUMENT));
    }
}
