package dev.supporters.oracle;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** What the services' consumer groups have still to handle: a night is judged when nothing is left. */
final class ConsumerLag {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int LOOKS_IN_A_ROW = 4; // what a group handles may become another's event

    private ConsumerLag() {}

    /** Waits until no group has anything left to handle, or the time is over. */
    static void awaitIdle(String bootstrapServers, Duration most) throws InterruptedException {
        try (Admin admin =
                Admin.create(
                        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            long end = System.nanoTime() + most.toNanos();
            for (int idle = 0; idle < LOOKS_IN_A_ROW && System.nanoTime() < end; ) {
                idle = lag(admin) == 0 ? idle + 1 : 0;
                Thread.sleep(PAUSE);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("consumer groups cannot be read", e.getCause());
        }
    }

    /** How many records are left to handle, over all groups. */
    static long lag(Admin admin) throws ExecutionException, InterruptedException {
        List<String> groups =
                admin.listGroups().all().get().stream().map(GroupListing::groupId).toList();
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = new HashMap<>();
        Set<TopicPartition> partitions = new HashSet<>();
        for (String group : groups) {
            Map<TopicPartition, OffsetAndMetadata> offsets =
                    admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
            committed.put(group, offsets);
            partitions.addAll(offsets.keySet());
        }
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(asked).all().get();
        long lag = 0;
        for (Map<TopicPartition, OffsetAndMetadata> offsets : committed.values()) {
            for (Map.Entry<TopicPartition, OffsetAndMetadata> offset : offsets.entrySet()) {
                if (offset.getValue() != null) {
                    lag += ends.get(offset.getKey()).offset() - offset.getValue().offset();
                }
            }
        }
        return lag;
    }
}
