package dev.supporters.legacy.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.legacy.World;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class CallListTest {

    private final World world = new World();

    @Test
    void listsCallsPageByPage() {
        // Given
        for (String id : List.of("3", "1", "2")) {
            world.dispatch.submit(World.submission(id, false));
        }
        world.clock.advance(Duration.ofSeconds(1));
        world.dispatch.submit(World.submission("0", false));
        CallList list = new CallList(world.calls);

        // When
        CallList.Page first = list.page(World.NOW, CallList.Place.START, 2);
        CallList.Page second = list.page(World.NOW, CallList.Place.of(first.calls().getLast()), 2);

        // Then
        assertThat(first.calls()).extracting(LegacyCall::id).containsExactly("1", "2");
        assertThat(first.more()).isTrue();
        assertThat(second.calls()).extracting(LegacyCall::id).containsExactly("3", "0");
        assertThat(second.more()).isFalse();
        assertThat(list.page(World.NOW.plusSeconds(1), CallList.Place.START, 9).calls())
                .extracting(LegacyCall::id)
                .containsExactly("0");
    }
}
