package dev.supporters.gateway.adapter.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.Refusal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void aCursorIsReadAsItWasWritten() {
        assertThat(Cursor.parse(new Cursor(3, "a:b").text())).isEqualTo(new Cursor(3, "a:b"));
    }

    @Test
    void noCursorIsTheStart() {
        assertThat(Cursor.parse(null)).isEqualTo(Cursor.START);
        assertThat(Cursor.parse("")).isEqualTo(Cursor.START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "eA", "LTE6", "OTk5OTk6"})
    void whatNobodyGaveIsRefused(String cursor) {
        assertThatThrownBy(() -> Cursor.parse(cursor)).isInstanceOf(Refusal.class);
    }
}
