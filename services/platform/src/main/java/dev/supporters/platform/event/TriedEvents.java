package dev.supporters.platform.event;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The events that are tried again, since when, and for how long at most: nothing waits for ever (rule 17). One that failed for so long is
 * parked. What follows of its key is tried only for a short time, for as long again, so that one key does not keep the others waiting again and again.
 * All times are real ones.
 */
final class TriedEvents {

    /** Long enough for a part that restarts. */
    static final Duration AFTER_ANOTHER = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(TriedEvents.class);
    private static final int MOST_PARKED_KEYS = 1_000;

    private final Duration longest;
    private final LongSupplier nanos;
    private final Set<Attempt> failing = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> parkedKeys =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                    return size() > MOST_PARKED_KEYS;
                }
            };

    TriedEvents(Duration longest, LongSupplier nanos) {
        this.longest = longest;
        this.nanos = nanos;
    }

    Attempt begin(ConsumerRecord<String, byte[]> record) {
        String place = record.topic() + "/" + record.partition() + "/" + record.offset();
        return new Attempt(record.topic(), record.topic() + "/" + record.key(), place);
    }

    /** Of the event of a topic that has failed for the longest time; 0 if none fails. */
    double oldestSeconds(String topic) {
        return failing.stream()
                .filter(attempt -> attempt.topic.equals(topic))
                .mapToDouble(attempt -> attempt.age().toMillis() / 1_000.0)
                .max()
                .orElse(0);
    }

    private synchronized boolean hasParked(String key) {
        Long since = parkedKeys.get(key);
        return since != null && nanos.getAsLong() - since < longest.toNanos();
    }

    private synchronized void park(String key) {
        parkedKeys.remove(key); // its place is that of the newest
        parkedKeys.put(key, nanos.getAsLong());
    }

    private synchronized void release(String key) {
        parkedKeys.remove(key);
    }

    /** One event, as long as it is tried. */
    final class Attempt implements AutoCloseable {

        private final String topic;
        private final String key;
        private final String place;
        private final long begin = nanos.getAsLong();

        private Attempt(String topic, String key, String place) {
            this.topic = topic;
            this.key = key;
            this.place = place;
        }

        private Duration age() {
            return Duration.ofNanos(nanos.getAsLong() - begin);
        }

        private Duration patience() {
            return hasParked(key) && AFTER_ANOTHER.compareTo(longest) < 0 ? AFTER_ANOTHER : longest;
        }

        /** Once more; whether that is to be the last time. */
        boolean failedForTooLong() {
            failing.add(this);
            return age().compareTo(patience()) >= 0;
        }

        /** What is written beside the dead letter. */
        IllegalStateException parked(RuntimeException cause) {
            park(key);
            LOG.errorf(
                    "event is parked event=%s seconds=%d cause=%s",
                    place, age().toSeconds(), cause.getMessage());
            return new IllegalStateException(
                    "tried for " + age().toSeconds() + " s in vain: " + cause.getMessage(), cause);
        }

        void handled() {
            release(key);
        }

        @Override
        public void close() {
            failing.remove(this);
        }
    }
}
