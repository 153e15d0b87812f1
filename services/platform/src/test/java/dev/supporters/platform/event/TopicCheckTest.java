package dev.supporters.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class TopicCheckTest {

    @Test
    void aTopicThatIsCleanedUpAsItMustBeIsRight() {
        assertThat(TopicCheck.fault(Topics.POLICIES, Optional.of("compact"))).isEmpty();
        assertThat(TopicCheck.fault(Topics.POLICIES, Optional.of("compact,delete"))).isEmpty();
        assertThat(TopicCheck.fault(Topics.CALLS, Optional.of("delete"))).isEmpty();
    }

    @Test
    void aTopicThatTheBrokerMadeByItselfLosesTheNewestValues() {
        assertThat(TopicCheck.fault(Topics.POLICIES, Optional.of("delete")))
                .contains("cleanup.policy delete (expected: cleanup.policy compact)");
    }

    @Test
    void aTopicOfEventsThatIsCompactedLosesEvents() {
        assertThat(TopicCheck.fault(Topics.CALLS, Optional.of("compact")))
                .contains("cleanup.policy compact (expected: cleanup.policy delete)");
    }

    @Test
    void aMissingTopicIsWrong() {
        assertThat(TopicCheck.fault(Topics.CALLS, Optional.empty()))
                .contains("no such topic (expected: cleanup.policy delete)");
    }

    @Test
    void knowsTheTopicsOfTheChannelsThatAreSwitchedOn() {
        assertThat(
                        TopicCheck.consumed(
                                new SmallRyeConfigBuilder()
                                        .withDefaultValue(
                                                "mp.messaging.incoming.a.topic", Topics.CALLS)
                                        .withDefaultValue(
                                                "mp.messaging.incoming.a.dead-letter-queue.topic",
                                                Topics.CALLS + ".group.dlq")
                                        .withDefaultValue(
                                                "mp.messaging.incoming.b.topic", Topics.WORK)
                                        .withDefaultValue(
                                                "mp.messaging.incoming.b.enabled", "false")
                                        .withDefaultValue(
                                                "mp.messaging.incoming.c.topic", "another")
                                        .build()))
                .containsExactly(Topics.CALLS, Topics.CALLS + ".group.dlq");
    }
}
