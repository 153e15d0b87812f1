package dev.supporters.platform.event;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** How far the views of a process are: of when the newest event is that all readers of its topic have taken in. */
final class NewestEvents {

    private static final double MILLIS = 1_000;

    private final Map<String, List<AtomicLong>> readers = new ConcurrentHashMap<>();

    /** One more reader of a topic: is told the time of each event that it has taken in, in milliseconds since 1970. */
    LongConsumer reader(String topic) {
        AtomicLong newest = new AtomicLong();
        readers.computeIfAbsent(topic, name -> new CopyOnWriteArrayList<>()).add(newest);
        return millis -> newest.accumulateAndGet(millis, Math::max);
    }

    /** In seconds since 1970; 0 while a reader has taken in none. */
    double seconds(String topic) {
        return readers.getOrDefault(topic, List.of()).stream()
                        .mapToLong(AtomicLong::get)
                        .min()
                        .orElse(0)
                / MILLIS;
    }
}
