package dev.supporters.platform.event;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes records that a consumer group cannot handle, so that those behind them are. */
@FunctionalInterface
public interface DeadLetters {

    /**
     * Puts a record aside; it returns when the broker has it.
     *
     * @param channel of the consumer group
     * @throws RuntimeException where the broker does not take it
     */
    void put(String channel, ConsumerRecord<String, byte[]> record, Throwable why);
}
