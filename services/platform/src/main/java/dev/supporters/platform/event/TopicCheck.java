package dev.supporters.platform.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks after the start whether the topics that this process uses are there and keep what they must, and says what is wrong: once in the
 * log, and in a metric until it is right. Topics of dead letters are made with the first one, so a missing one is nothing wrong, and is looked
 * for less often. A topic that the broker made by itself keeps the newest value of each key only for a while, and
 * one without a bound keeps for ever what was told of people.
 */
@ApplicationScoped
public class TopicCheck {

    private static final Logger LOG = Logger.getLogger(TopicCheck.class);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Pattern CHANNEL =
            Pattern.compile("mp\\.messaging\\.incoming\\.([^.]+)(\\.dead-letter-queue)?\\.topic");
    private static final String RIGHT = "";

    /** Looks between two at missing topics of dead letters: ten minutes, as most of them are never made. */
    private static final int LOOKS_BETWEEN = 20;

    private final Map<String, Object> connection;
    private final TopicRetention retention;
    private final MeterRegistry meters;
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private final Map<String, String> faults = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> wrong = new ConcurrentHashMap<>();

    /** Topics of dead letters that were not there, and how many looks are left until the next one at them. */
    private final Map<String, Integer> missing = new ConcurrentHashMap<>();

    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("topic-check").factory());

    public TopicCheck(
            @Identifier(KafkaConnection.NAME) Map<String, Object> connection,
            TopicRetention retention,
            MeterRegistry meters) {
        this.connection = connection;
        this.retention = retention;
        this.meters = meters;
    }

    void start(@Observes StartupEvent started, Events events, Config config) {
        used.addAll(consumed(config));
        var _ =
                looks.scheduleWithFixedDelay(
                        () -> {
                            used.addAll(events.followed());
                            look(used);
                        },
                        FIRST_LOOK.toMillis(),
                        PAUSE.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** This process uses it. */
    void use(String topic) {
        used.add(topic);
    }

    /**
     * Looks at those that have not been found right before; at a missing one of dead letters only now and then.
     *
     * @return whether the broker was asked
     */
    public boolean look(Set<String> topics) {
        Set<String> open = new TreeSet<>(topics);
        open.removeIf(topic -> RIGHT.equals(faults.get(topic)) || isLookedAtLater(topic));
        if (open.isEmpty()) {
            return false;
        }
        try (Admin admin = Admin.create(connection)) {
            for (String topic : open) {
                Optional<KeptTopic> found = found(admin, topic);
                judge(topic, faultOf(topic, found).orElse(RIGHT));
                if (found.isEmpty() && isOfDeadLetters(topic)) {
                    // nothing is wrong yet; how it is kept shows once the first dead letter has
                    // made it
                    faults.remove(topic);
                    missing.put(topic, LOOKS_BETWEEN - 1);
                }
            }
        } catch (KafkaException e) {
            LOG.debugf("topics are looked at later cause=%s", e.getMessage());
        }
        return true;
    }

    private boolean isLookedAtLater(String topic) {
        return Optional.ofNullable(
                        missing.computeIfPresent(
                                topic, (name, left) -> left == 0 ? null : left - 1))
                .isPresent();
    }

    private void judge(String topic, String fault) {
        if (!fault.equals(faults.put(topic, fault)) && !fault.equals(RIGHT)) {
            LOG.errorf("topic is not as it must be topic=%s found=%s", topic, fault);
        }
        wrong.computeIfAbsent(
                        topic,
                        name ->
                                meters.gauge(
                                        "supporters_topic_wrong",
                                        Tags.of("topic", name),
                                        new AtomicInteger()))
                .set(fault.equals(RIGHT) ? 0 : 1);
    }

    /** How a topic is kept. */
    private record KeptTopic(String cleanup, long retentionMillis) {}

    /** Topics of dead letters are made with the first one, and kept as the broker keeps topics. */
    private Optional<String> faultOf(String topic, Optional<KeptTopic> found) {
        Optional<String> fault =
                Topics.ALL.contains(topic)
                        ? fault(topic, found.map(KeptTopic::cleanup))
                        : Optional.empty();
        return fault.isPresent() || Topics.COMPACTED.contains(topic)
                ? fault
                : found.flatMap(is -> retention.fault(topic, is.retentionMillis()));
    }

    /** What is wrong with a topic of ours that has this cleanup policy; one that is missing has none. */
    static Optional<String> fault(String topic, Optional<String> cleanup) {
        String expected =
                Topics.COMPACTED.contains(topic)
                        ? TopicConfig.CLEANUP_POLICY_COMPACT
                        : TopicConfig.CLEANUP_POLICY_DELETE;
        boolean right =
                cleanup.filter(found ->
                                found.contains(TopicConfig.CLEANUP_POLICY_COMPACT)
                                        == Topics.COMPACTED.contains(topic))
                        .isPresent();
        return right
                ? Optional.empty()
                : Optional.of(
                        cleanup.map(found -> "cleanup.policy " + found).orElse("no such topic")
                                + " (expected: cleanup.policy "
                                + expected
                                + ")");
    }

    /** The topics of the consumer groups of this process, and those of their dead letters. */
    static Set<String> consumed(Config config) {
        Set<String> topics = new TreeSet<>();
        for (String property : config.getPropertyNames()) {
            Matcher channel = CHANNEL.matcher(property);
            if (channel.matches() && enabled(config, channel.group(1))) {
                config.getOptionalValue(property, String.class).ifPresent(topics::add);
            }
        }
        topics.removeIf(topic -> !Topics.ALL.contains(topic) && !isOfDeadLetters(topic));
        return topics;
    }

    private static boolean isOfDeadLetters(String topic) {
        return Topics.ALL.stream().anyMatch(ours -> topic.startsWith(ours + "."));
    }

    private static boolean enabled(Config config, String channel) {
        return config.getOptionalValue(
                        "mp.messaging.incoming." + channel + ".enabled", Boolean.class)
                .orElse(true);
    }

    /** Empty if there is no such topic; as it must be where we may not see it. */
    private Optional<KeptTopic> found(Admin admin, String topic) {
        try {
            var _ = get(admin.describeTopics(List.of(topic)).allTopicNames());
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            org.apache.kafka.clients.admin.Config settings =
                    get(admin.describeConfigs(List.of(resource)).all()).get(resource);
            return Optional.of(
                    new KeptTopic(
                            settings.get(TopicConfig.CLEANUP_POLICY_CONFIG).value(),
                            Long.parseLong(settings.get(TopicConfig.RETENTION_MS_CONFIG).value())));
        } catch (UnknownTopicOrPartitionException e) {
            return Optional.empty();
        } catch (AuthorizationException e) {
            LOG.infof("settings of the topic may not be read topic=%s", topic);
            return Optional.of(
                    new KeptTopic(
                            Topics.COMPACTED.contains(topic)
                                    ? TopicConfig.CLEANUP_POLICY_COMPACT
                                    : TopicConfig.CLEANUP_POLICY_DELETE,
                            0));
        }
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known
                    ? known
                    : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }

    @PreDestroy
    void close() {
        looks.shutdownNow();
    }
}
