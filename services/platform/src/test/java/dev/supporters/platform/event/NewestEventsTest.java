package dev.supporters.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.function.LongConsumer;

class NewestEventsTest {

    private final NewestEvents newest = new NewestEvents();

    @Test
    void saysOfWhenTheNewestEventIs() {
        // Given
        LongConsumer reader = newest.reader(Topics.POLICIES);
        assertThat(newest.seconds(Topics.POLICIES)).isZero();

        // When
        reader.accept(1_795_000_000_250L);
        reader.accept(1_795_000_000_125L); // of another partition

        // Then
        assertThat(newest.seconds(Topics.POLICIES)).isEqualTo(1_795_000_000.25);
    }

    @Test
    void countsTheReaderOfATopicThatIsFurthestBehind() {
        // Given
        LongConsumer first = newest.reader(Topics.POLICIES);
        LongConsumer second = newest.reader(Topics.POLICIES);
        newest.reader(Topics.WORK).accept(9_000);

        // When and then
        first.accept(5_000);
        assertThat(newest.seconds(Topics.POLICIES)).isZero();
        second.accept(3_000);
        assertThat(newest.seconds(Topics.POLICIES)).isEqualTo(3);
        second.accept(7_000);
        assertThat(newest.seconds(Topics.POLICIES)).isEqualTo(5);
    }
}
