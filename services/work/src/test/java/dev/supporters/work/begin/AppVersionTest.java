package dev.supporters.work.begin;

import static dev.supporters.work.Refused.assertRefused;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.common.v1.ErrorReason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppVersionTest {

    @ParameterizedTest
    @CsvSource({"5.2.0,5.10.0", "5.2,5.2.1", "4.99.99,5", "9,10", "5.2.0,5.2.0.1"})
    void isComparedNumberByNumber(String older, String newer) {
        assertThat(AppVersion.parse(older)).isLessThan(AppVersion.parse(newer));
        assertThat(AppVersion.parse(newer)).isGreaterThan(AppVersion.parse(older));
    }

    @Test
    void aNumberThatIsNotThereIsZero() {
        assertThat(AppVersion.parse("5.2")).isEqualByComparingTo(AppVersion.parse("5.2.0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "5.", ".5", "5.2-beta", "five", "1.2.3.4.5", "-1", "9999999", "5.2.0\n"})
    void refusesWhatIsNoVersion(String text) {
        assertRefused(ErrorReason.ERROR_REASON_INVALID_ARGUMENT, () -> AppVersion.parse(text));
    }
}
