package dev.supporters.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.embedded.EmbeddedBroker;
import dev.supporters.platform.event.TopicCheck;
import dev.supporters.platform.event.TopicRetention;
import dev.supporters.platform.event.Topics;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

class TopicCheckOnABrokerTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void saysWhichTopicsAreWrongUntilTheyAreRight(@TempDir Path directory) {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            // Given policies as a broker makes topics by itself, and no zones
            broker.createTopics(List.of(Topics.CALLS, Topics.DRIVERS), 1, List.of(Topics.DRIVERS));
            broker.createTopics(List.of(Topics.POLICIES), 1, List.of());
            Set<String> used = Set.of(Topics.CALLS, Topics.DRIVERS, Topics.POLICIES, Topics.ZONES);
            TopicCheck check =
                    new TopicCheck(
                            Map.of("bootstrap.servers", broker.bootstrapServers()),
                            new TopicRetention(""),
                            meters);

            check.look(used);

            assertThat(wrong(Topics.CALLS)).isZero();
            assertThat(wrong(Topics.DRIVERS)).isZero();
            assertThat(wrong(Topics.POLICIES)).isEqualTo(1);
            assertThat(wrong(Topics.ZONES)).isEqualTo(1);

            broker.createTopics(List.of(Topics.ZONES), 1, List.of(Topics.ZONES));
            check.look(used);
            assertThat(wrong(Topics.ZONES)).isZero();
        }
    }

    @Test
    void aTopicThatKeepsForEverWhatWasToldIsWrong(@TempDir Path directory) {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            // Given a broker that keeps everything
            String deadLetters = Topics.CALLS + ".group.dlq";
            broker.createTopics(List.of(Topics.CALLS, Topics.WORK, deadLetters), 1, List.of());
            broker.createTopics(List.of(Topics.DRIVERS), 1, List.of(Topics.DRIVERS));
            TopicCheck check =
                    new TopicCheck(
                            Map.of("bootstrap.servers", broker.bootstrapServers()),
                            new TopicRetention(Topics.CALLS + "=30d,dead-letters=30d"),
                            meters);

            check.look(
                    Set.of(
                            Topics.CALLS,
                            Topics.WORK,
                            Topics.DRIVERS,
                            deadLetters,
                            Topics.WORK + ".group.dlq"));

            assertThat(wrong(Topics.CALLS)).isEqualTo(1);
            assertThat(wrong(deadLetters)).isEqualTo(1);
            assertThat(wrong(Topics.WORK)).isZero();
            assertThat(wrong(Topics.DRIVERS)).isZero();
            assertThat(wrong(Topics.WORK + ".group.dlq")).isZero();
        }
    }

    @Test
    void aTopicOfDeadLettersIsLookedAtWhenItIsMade(@TempDir Path directory) {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            // Given a broker that keeps everything, and no dead letters yet
            String deadLetters = Topics.CALLS + ".group.dlq";
            TopicCheck check =
                    new TopicCheck(
                            Map.of("bootstrap.servers", broker.bootstrapServers()),
                            new TopicRetention("dead-letters=30d"),
                            meters);
            check.look(Set.of(deadLetters));
            assertThat(wrong(deadLetters)).isZero();

            // When
            broker.createTopics(List.of(deadLetters), 1, List.of());
            awaitALook(check, deadLetters);

            // Then
            assertThat(wrong(deadLetters)).isEqualTo(1);
            assertThat(check.look(Set.of(deadLetters))).isTrue();
        }
    }

    @Test
    void whereNothingIsDeadTheBrokerIsSeldomAsked(@TempDir Path directory) {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            // Given
            String deadLetters = Topics.CALLS + ".group.dlq";
            Set<String> used = Set.of(Topics.CALLS, deadLetters);
            broker.createTopics(List.of(Topics.CALLS), 1, List.of());
            TopicCheck check =
                    new TopicCheck(
                            Map.of("bootstrap.servers", broker.bootstrapServers()),
                            new TopicRetention(""),
                            meters);

            // When
            List<Integer> asked =
                    IntStream.range(0, 45).filter(look -> check.look(used)).boxed().toList();

            // Then
            assertThat(asked).containsExactly(0, 20, 40);
            assertThat(wrong(Topics.CALLS)).isZero();
            assertThat(wrong(deadLetters)).isZero();
        }
    }

    /** As often as it takes until the broker is asked again. */
    private static void awaitALook(TopicCheck check, String topic) {
        assertThat(IntStream.range(0, 20).anyMatch(look -> check.look(Set.of(topic)))).isTrue();
    }

    private double wrong(String topic) {
        return meters.get("supporters_topic_wrong").tag("topic", topic).gauge().value();
    }
}
