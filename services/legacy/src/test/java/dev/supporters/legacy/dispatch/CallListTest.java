package dev.supporters.legacy.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.legacy.LegacyFixture;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class CallListTest {

    private final LegacyFixture world = new LegacyFixture();

    @Test
    void listsCallsPageByPage() {
        // Given
        for (String id : List.of("3", "1", "2")) {
            world.dispatch.submit(LegacyFixture.submission(id, false));
        }
        world.clock.advance(Duration.ofSeconds(1));
        world.dispatch.submit(LegacyFixture.submission("0", false));
        CallList list = new CallList(world.calls);

        // When
        CallList.Slice first = list.slice(LegacyFixture.NOW, CallList.Cursor.START, 2);
        CallList.Slice second =
                list.slice(LegacyFixture.NOW, CallList.Cursor.of(first.calls().getLast()), 2);

        // Then
        assertThat(first.calls()).extracting(GeneralCall::id).containsExactly("1", "2");
        assertThat(first.more()).isTrue();
        assertThat(second.calls()).extracting(GeneralCall::id).containsExactly("3", "0");
        assertThat(second.more()).isFalse();
        assertThat(list.slice(LegacyFixture.NOW.plusSeconds(1), CallList.Cursor.START, 9).calls())
                .extracting(GeneralCall::id)
                .containsExactly("0");
    }
}
