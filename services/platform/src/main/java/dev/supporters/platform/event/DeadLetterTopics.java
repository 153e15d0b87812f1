package dev.supporters.platform.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.Config;

import java.util.Set;
import java.util.concurrent.CompletionException;

/**
 * The topics of dead letters, one for each consumer group and topic. A dead letter is the record with its headers, and others that say where
 * it stood and why it was put aside; they are named as the connector of SmallRye names them, which some channels use.
 */
@ApplicationScoped
class DeadLetterTopics implements DeadLetters {

    /** Of a reason: a letter must not become too large for its topic by what is added to it. */
    private static final int MOST = 1_000;

    /** What a letter without its value keeps; whoever wrote the event may have written headers of such names, too. */
    private static final Set<String> OURS =
            Set.of(
                    "dead-letter-exception-class-name",
                    "dead-letter-reason",
                    "dead-letter-cause-class-name",
                    "dead-letter-cause",
                    "dead-letter-topic",
                    "dead-letter-partition",
                    "dead-letter-offset");

    private final KafkaSender sender;
    private final Config config;

    DeadLetterTopics(KafkaSender sender, Config config) {
        this.sender = sender;
        this.config = config;
    }

    @Override
    public void put(String channel, ConsumerRecord<String, byte[]> record, Throwable why) {
        String topic =
                config.getValue(
                        "mp.messaging.incoming." + channel + ".dead-letter-queue.topic",
                        String.class);
        try {
            sender.send(letter(topic, record, why)).join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof RecordTooLargeException)) {
                throw e;
            }
            sender.send(withoutValue(letter(topic, record, why))).join();
        }
    }

    static ProducerRecord<String, byte[]> letter(
            String topic, ConsumerRecord<String, byte[]> record, Throwable why) {
        var letter =
                new ProducerRecord<String, byte[]>(
                        topic, null, record.key(), record.value(), record.headers());
        add(letter, "dead-letter-exception-class-name", why.getClass().getName());
        add(letter, "dead-letter-reason", String.valueOf(why.getMessage()));
        if (why.getCause() != null) {
            add(letter, "dead-letter-cause-class-name", why.getCause().getClass().getName());
            add(letter, "dead-letter-cause", String.valueOf(why.getCause().getMessage()));
        }
        add(letter, "dead-letter-topic", record.topic());
        add(letter, "dead-letter-partition", Integer.toString(record.partition()));
        add(letter, "dead-letter-offset", Long.toString(record.offset()));
        return letter;
    }

    /** What its topic does not take for its size: where the event stood and why it is dead, and there it still lies. */
    static ProducerRecord<String, byte[]> withoutValue(ProducerRecord<String, byte[]> letter) {
        var smaller = new ProducerRecord<String, byte[]>(letter.topic(), cut(letter.key()), null);
        for (Header header : letter.headers()) {
            byte[] value = header.value();
            if (OURS.contains(header.key()) && value != null && value.length <= 4 * MOST) {
                smaller.headers().add(header);
            }
        }
        int bytes = letter.value() == null ? 0 : letter.value().length;
        add(smaller, "dead-letter-left-out-bytes", Integer.toString(bytes));
        return smaller;
    }

    private static String cut(String text) {
        return text == null ? null : text.substring(0, Math.min(MOST, text.length()));
    }

    /** In the place of the one that a replayed letter may have from the time before. */
    private static void add(ProducerRecord<String, byte[]> letter, String name, String value) {
        Headers headers = letter.headers();
        headers.remove(name);
        headers.add(name, cut(value).getBytes(UTF_8));
    }
}
