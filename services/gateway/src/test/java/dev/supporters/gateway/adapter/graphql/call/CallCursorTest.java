package dev.supporters.gateway.adapter.graphql.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.Refusal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallCursorTest {

    @Test
    void aCursorIsReadAsItWasWritten() {
        assertThat(CallCursor.parse(new CallCursor(3, "a:b").text()))
                .isEqualTo(new CallCursor(3, "a:b"));
    }

    @Test
    void noCursorIsTheStart() {
        assertThat(CallCursor.parse(null)).isEqualTo(CallCursor.START);
        assertThat(CallCursor.parse("")).isEqualTo(CallCursor.START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "eA", "LTE6", "OTk5OTk6"})
    void whatNobodyGaveIsRefused(String cursor) {
        assertThatThrownBy(() -> CallCursor.parse(cursor)).isInstanceOf(Refusal.class);
    }
}
