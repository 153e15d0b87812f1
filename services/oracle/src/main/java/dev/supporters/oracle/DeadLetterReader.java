package dev.supporters.oracle;

import dev.supporters.oracle.GivenUp.DeadLetterCount;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts the events that were put aside, in the topics of dead letters. */
final class DeadLetterReader {

    /** A topic's name, and that of the group that could not handle the event. */
    private static final Pattern DEAD_LETTERS =
            Pattern.compile(
                    "(supporters\\.[a-z-]+\\.v[0-9]+)\\.supporters\\.([a-z]+)\\.[a-z-]+\\.dlq");

    private DeadLetterReader() {}

    /** Only topics that have some. */
    static List<DeadLetterCount> read(String bootstrapServers) throws InterruptedException {
        try (Admin admin =
                Admin.create(
                        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            List<DeadLetterCount> found = new ArrayList<>();
            for (String name : admin.listTopics().names().get()) {
                Matcher topic = DEAD_LETTERS.matcher(name);
                if (topic.matches()) {
                    DeadLetterCount count = count(admin, name, topic.group(1), topic.group(2));
                    if (count.letters() > 0) {
                        found.add(count);
                    }
                }
            }
            return found;
        } catch (ExecutionException e) {
            throw new IllegalStateException("dead letters cannot be counted", e.getCause());
        }
    }

    private static DeadLetterCount count(Admin admin, String name, String topic, String service)
            throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions =
                admin
                        .describeTopics(List.of(name))
                        .allTopicNames()
                        .get()
                        .get(name)
                        .partitions()
                        .stream()
                        .map(partition -> new TopicPartition(name, partition.partition()))
                        .toList();
        long letters =
                sum(offsets(admin, partitions, OffsetSpec.latest()))
                        - sum(offsets(admin, partitions, OffsetSpec.earliest()));
        long newest =
                offsets(admin, partitions, OffsetSpec.maxTimestamp()).values().stream()
                        .mapToLong(ListOffsetsResultInfo::timestamp)
                        .max()
                        .orElse(0);
        return new DeadLetterCount(topic, service, letters, Instant.ofEpochMilli(newest));
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> offsets(
            Admin admin, List<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, spec));
        return admin.listOffsets(asked).all().get();
    }

    private static long sum(Map<TopicPartition, ListOffsetsResultInfo> offsets) {
        return offsets.values().stream().mapToLong(ListOffsetsResultInfo::offset).sum();
    }
}
