package dev.supporters.platform.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a topic may keep what it was told, at most: one table for all of them, as `topic=30d,…`. Topics that keep the newest value of
 * each key are not in it. {@link #DEAD_LETTERS} stands for all topics of dead letters. An empty table bounds nothing.
 */
@ApplicationScoped
public class TopicRetention {

    /** In the table in the place of the topics of dead letters. */
    public static final String DEAD_LETTERS = "dead-letters";

    private static final String DEAD_LETTER_END = ".dlq";
    private static final Pattern ENTRY =
            Pattern.compile("\\s*([^=\\s]+)=([1-9][0-9]{0,4})([dh])\\s*");

    private final Map<String, Duration> longest = new TreeMap<>();

    @Inject
    public TopicRetention(
            @ConfigProperty(name = "supporters.events.retention") Optional<String> table) {
        this(table.orElse(""));
    }

    public TopicRetention(String table) {
        if (table.isBlank()) {
            return;
        }
        for (String entry : table.split(",", -1)) {
            Matcher matcher = ENTRY.matcher(entry);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "supporters.events.retention: " + entry + " (expected: topic=30d)");
            }
            long count = Long.parseLong(matcher.group(2));
            longest.put(
                    matcher.group(1),
                    matcher.group(3).equals("d")
                            ? Duration.ofDays(count)
                            : Duration.ofHours(count));
        }
    }

    /** The longest that a topic may keep a record; empty if it is not bounded. */
    public Optional<Duration> longest(String topic) {
        return Optional.ofNullable(
                longest.get(topic.endsWith(DEAD_LETTER_END) ? DEAD_LETTERS : topic));
    }

    /** What is wrong with a topic that keeps its records for so long; negative is for ever. */
    Optional<String> fault(String topic, long retentionMillis) {
        return longest(topic)
                .filter(most -> retentionMillis < 0 || retentionMillis > most.toMillis())
                .map(most ->
                        "retention.ms "
                                + retentionMillis
                                + " (expected: at most "
                                + most.toMillis()
                                + ")");
    }
}
