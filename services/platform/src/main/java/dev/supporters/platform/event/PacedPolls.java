package dev.supporters.platform.event;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.configuration.DurationConverter;

import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Makes a consumer take records together: a poll that brings records comes some time after the one before. Without this each record costs
 * a request, and its answer, for every consumer of its topic. A record that comes alone is not kept waiting, and neither are many that
 * wait already.
 */
@RegisterForReflection
public final class PacedPolls implements ConsumerInterceptor<String, byte[]> {

    /** A property of the consumer: the least time between two polls that bring records, as a duration ("50ms"). */
    static final String PACE = "supporters.pace";

    /** Who gets so many at once has a backlog, and gets the next at once. */
    static final int MANY = 100;

    private final LongSupplier clock;
    private final LongConsumer parking;
    private long pace;
    private long earliest;

    /** By its name, as Kafka does it. */
    public PacedPolls() {
        this(System::nanoTime, LockSupport::parkNanos);
    }

    /** With another way to tell nanoseconds, and to wait for so many. */
    PacedPolls(LongSupplier clock, LongConsumer parking) {
        this.clock = clock;
        this.parking = parking;
        earliest = clock.getAsLong();
    }

    @Override
    public void configure(Map<String, ?> properties) {
        Object given = properties.get(PACE);
        pace = given == null ? 0 : DurationConverter.parseDuration(given.toString()).toNanos();
    }

    @Override
    public ConsumerRecords<String, byte[]> onConsume(ConsumerRecords<String, byte[]> records) {
        int count = records.count();
        if (count > 0) {
            long wait = earliest - clock.getAsLong();
            if (wait > 0) {
                parking.accept(wait);
            }
            earliest = clock.getAsLong() + (count < MANY ? pace : 0);
        }
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}
}
