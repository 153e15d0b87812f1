package dev.supporters.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class TopicRetentionTest {

    private final TopicRetention retention =
            new TopicRetention(Topics.CALLS + "=30d, " + Topics.LOCATIONS + "=12h,dead-letters=7d");

    @Test
    void readsItsTable() {
        assertThat(retention.longest(Topics.CALLS)).contains(Duration.ofDays(30));
        assertThat(retention.longest(Topics.LOCATIONS)).contains(Duration.ofHours(12));
        assertThat(retention.longest(Topics.CALLS + ".a.group.dlq")).contains(Duration.ofDays(7));
        assertThat(retention.longest(Topics.WORK)).isEmpty();
    }

    @Test
    void aTopicThatKeepsForEverOrTooLongIsWrong() {
        long most = Duration.ofDays(30).toMillis();

        assertThat(retention.fault(Topics.CALLS, -1))
                .contains("retention.ms -1 (expected: at most " + most + ")");
        assertThat(retention.fault(Topics.CALLS, most + 1)).isPresent();
        assertThat(retention.fault(Topics.CALLS, most)).isEmpty();
        assertThat(retention.fault(Topics.WORK, -1)).isEmpty();
    }

    @Test
    void boundsNothingWithoutATable() {
        assertThat(new TopicRetention("").longest(Topics.CALLS)).isEmpty();
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThatThrownBy(() -> new TopicRetention("supporters.calls.v1=ever"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "supporters.events.retention: supporters.calls.v1=ever (expected: topic=30d)");
    }
}
