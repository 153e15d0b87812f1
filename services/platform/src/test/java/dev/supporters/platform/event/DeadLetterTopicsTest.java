package dev.supporters.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;

class DeadLetterTopicsTest {

    private static final ConsumerRecord<String, byte[]> RECORD =
            new ConsumerRecord<>("topic", 3, 17, "key", new byte[] {1, 2});

    @Test
    void aDeadLetterIsTheRecordWithWhereItStoodAndWhyItIsDead() {
        RECORD.headers().add("ce_id", "event".getBytes(UTF_8));

        ProducerRecord<String, byte[]> letter =
                DeadLetterTopics.letter(
                        "topic.group.dlq",
                        RECORD,
                        new IllegalArgumentException("why", new IllegalStateException("because")));

        assertThat(letter.topic()).isEqualTo("topic.group.dlq");
        assertThat(letter.key()).isEqualTo("key");
        assertThat(letter.value()).containsExactly(1, 2);
        assertThat(headers(letter))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "ce_id", "event",
                                "dead-letter-exception-class-name",
                                        "java.lang.IllegalArgumentException",
                                "dead-letter-reason", "why",
                                "dead-letter-cause-class-name", "java.lang.IllegalStateException",
                                "dead-letter-cause", "because",
                                "dead-letter-topic", "topic",
                                "dead-letter-partition", "3",
                                "dead-letter-offset", "17"));
    }

    @Test
    void aLetterThatIsDeadAgainSaysWhereItStoodLast() {
        RECORD.headers().add("dead-letter-offset", "4".getBytes(UTF_8));

        ProducerRecord<String, byte[]> letter =
                DeadLetterTopics.letter("dlq", RECORD, new IllegalStateException());

        assertThat(headers(letter)).containsEntry("dead-letter-offset", "17");
        assertThat(letter.headers().headers("dead-letter-offset")).hasSize(1);
    }

    private static Map<String, String> headers(ProducerRecord<String, byte[]> letter) {
        Map<String, String> headers = new HashMap<>();
        letter.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }
}
