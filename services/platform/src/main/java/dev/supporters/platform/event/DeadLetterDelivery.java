package dev.supporters.platform.event;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Puts events aside until the broker has them: one that nobody handled is not passed over before. Where that fails, since the topic of dead letters is
 * missing or the broker refuses it, the event is stuck and so is its channel in this process; so it has an age, and the log says it each minute. All
 * times are real ones.
 */
final class DeadLetterDelivery {

    private static final Logger LOG = Logger.getLogger(DeadLetterDelivery.class);
    private static final Duration SAID_EVERY = Duration.ofMinutes(1);

    private final DeadLetters deadLetters;
    private final EventCounters counters;
    private final LongSupplier nanos;
    private final Set<Letter> waiting = ConcurrentHashMap.newKeySet();

    DeadLetterDelivery(DeadLetters deadLetters, EventCounters counters, LongSupplier nanos) {
        this.deadLetters = deadLetters;
        this.counters = counters;
        this.nanos = nanos;
    }

    /**
     * Returns when the broker has it.
     *
     * @param between waits before the next try
     */
    void put(
            String channel,
            ConsumerRecord<String, byte[]> record,
            Throwable dead,
            Runnable between) {
        try (Letter letter = new Letter(channel, record)) {
            while (true) {
                try {
                    deadLetters.put(channel, record, dead);
                    LOG.infof(
                            "event is put aside channel=%s partition=%d offset=%d cause=%s",
                            channel,
                            record.partition(),
                            record.offset(),
                            dead.getClass().getSimpleName());
                    return;
                } catch (RuntimeException e) {
                    // the alert on events that are stuck counts these
                    counters.count(record.topic(), "retried");
                    letter.refused(e);
                }
                between.run();
            }
        }
    }

    /** Of the event of a topic that could not be put aside for the longest time; 0 if there is none. */
    double oldestSeconds(String topic) {
        return waiting.stream()
                .filter(letter -> letter.record.topic().equals(topic))
                .mapToDouble(letter -> letter.age().toMillis() / 1_000.0)
                .max()
                .orElse(0);
    }

    /** An event on its way; it waits from the first time on that it is not taken. */
    private final class Letter implements AutoCloseable {

        private final String channel;
        private final ConsumerRecord<String, byte[]> record;
        private final long begin = nanos.getAsLong();
        private Duration saidLast = SAID_EVERY.negated();

        private Letter(String channel, ConsumerRecord<String, byte[]> record) {
            this.channel = channel;
            this.record = record;
        }

        private Duration age() {
            return Duration.ofNanos(nanos.getAsLong() - begin);
        }

        private void refused(RuntimeException why) {
            waiting.add(this);
            Duration age = age();
            if (age.minus(saidLast).compareTo(SAID_EVERY) >= 0) {
                saidLast = age;
                LOG.warnf(
                        "dead letter is not taken; its channel waits, trying again channel=%s partition=%d offset=%d seconds=%d cause=%s",
                        channel,
                        record.partition(),
                        record.offset(),
                        age.toSeconds(),
                        why.getMessage());
            }
        }

        @Override
        public void close() {
            waiting.remove(this);
        }
    }
}
