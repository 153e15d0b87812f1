package dev.supporters.gateway.alert;

import dev.supporters.platform.metric.MetricSample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a service does, as the process that answered tells it.
 *
 * @param answers whether it answered when it was asked last
 * @param since when it began to answer, or not to
 * @param version of its build; empty while nobody knows
 * @param started when the process started
 * @param requestsPerSecond gRPC requests that it answered between the last two readings; empty for the first
 * @param meanMilliseconds how long they took; empty where there were none
 * @param openBreakers the parts that it does not ask at present
 * @param topics how far behind it is, by topic
 * @param events what waits of its events, and what it gave up
 */
public record ServiceStatus(
        String service,
        boolean answers,
        Instant since,
        Optional<String> version,
        Optional<Instant> started,
        Optional<Double> requestsPerSecond,
        Optional<Double> meanMilliseconds,
        List<String> openBreakers,
        List<TopicStatus> topics,
        EventBacklog events) {

    /** How the names of our own metrics begin. */
    static final String OURS = "supporters_";

    static final String BUILD = OURS + "version";
    static final String STARTED = "process_start_time_seconds";
    static final String UPTIME = "process_uptime_seconds";
    static final String REQUESTS = "grpc_server_processing_duration_seconds_count";
    static final String REQUEST_SECONDS = "grpc_server_processing_duration_seconds_sum";
    static final String BREAKER = OURS + "remote_breaker_open";
    static final String LAG = "kafka_consumer_fetch_manager_records_lag";
    static final String READER_AGE = OURS + "topic_reader_age_seconds";
    static final String OUTBOX = OURS + "outbox_waiting";
    static final String OUTBOX_AGE = OURS + "outbox_oldest_seconds";
    static final String EVENTS = OURS + "events_total";

    private static final String TOPIC = "topic";
    private static final String DEAD = "dead";
    private static final double MILLIS = 1_000;

    /**
     * How far a service is behind on a topic.
     *
     * @param behind records of the topic that its consumers have not read, all partitions together; empty for a topic that it has no consumer of
     * @param readerAge since when the broker has not answered a reader that follows the topic; empty where none does
     */
    public record TopicStatus(String topic, Optional<Long> behind, Optional<Duration> readerAge) {}

    /**
     * What waits of a service's events, and what it gave up.
     *
     * @param waiting documents with events that wait to be published, of all collections together; empty where it has none, or could not look
     * @param oldest how long the first of them has waited; empty where none waits
     * @param dead events that its process gave up since it began: dead letters; empty where it handles none
     */
    public record EventBacklog(
            Optional<Long> waiting, Optional<Duration> oldest, Optional<Long> dead) {

        static final EventBacklog UNKNOWN =
                new EventBacklog(Optional.empty(), Optional.empty(), Optional.empty());

        private static EventBacklog of(List<MetricSample> samples) {
            return new EventBacklog(
                    sum(samples, OUTBOX),
                    samples.stream()
                            .filter(sample -> sample.name().equals(OUTBOX_AGE))
                            .map(MetricSample::value)
                            .filter(seconds -> Double.isFinite(seconds) && seconds > 0)
                            .max(Double::compare)
                            .map(seconds -> Duration.ofMillis(Math.round(seconds * MILLIS))),
                    sum(
                            samples.stream()
                                    .filter(sample -> sample.label("result").equals(DEAD))
                                    .toList(),
                            EVENTS));
        }

        private static Optional<Long> sum(List<MetricSample> samples, String metric) {
            return samples.stream()
                    .filter(sample -> sample.name().equals(metric))
                    .map(MetricSample::value)
                    .filter(Double::isFinite)
                    .map(Math::round)
                    .reduce(Long::sum);
        }
    }

    /** As a reading says it, after the one before. */
    static ServiceStatus of(
            ServiceReading reading,
            Optional<ServiceReading> before,
            Optional<ServiceStatus> known) {
        boolean answers = reading.samples().isPresent();
        Instant since =
                known.filter(status -> status.answers() == answers)
                        .map(ServiceStatus::since)
                        .orElse(reading.at());
        if (!answers) {
            return new ServiceStatus(
                    reading.service(),
                    false,
                    since,
                    known.flatMap(ServiceStatus::version),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    EventBacklog.UNKNOWN);
        }
        List<MetricSample> samples = reading.samples().get();
        Optional<ServiceReading> sameProcess =
                before.filter(earlier -> earlier.largest(STARTED).equals(reading.largest(STARTED)));
        double requests =
                sameProcess
                        .map(earlier -> reading.sum(REQUESTS) - earlier.sum(REQUESTS))
                        .orElse(0d);
        return new ServiceStatus(
                reading.service(),
                true,
                since,
                samples.stream()
                        .filter(sample -> sample.name().equals(BUILD))
                        .map(sample -> sample.label("version"))
                        .findFirst(),
                reading.largest(STARTED)
                        .map(seconds -> Instant.ofEpochMilli(Math.round(seconds * MILLIS))),
                sameProcess.map(earlier ->
                        requests
                                * MILLIS
                                / Math.max(
                                        1, reading.elapsed().minus(earlier.elapsed()).toMillis())),
                sameProcess
                        .filter(_ -> requests > 0)
                        .map(earlier ->
                                (reading.sum(REQUEST_SECONDS) - earlier.sum(REQUEST_SECONDS))
                                        * MILLIS
                                        / requests),
                samples.stream()
                        .filter(sample -> sample.name().equals(BREAKER) && sample.value() > 0)
                        .map(sample -> sample.label("remote"))
                        .sorted()
                        .toList(),
                topics(samples),
                EventBacklog.of(samples));
    }

    /** The client tells a topic under its name, and once more with underscores instead of dots. */
    private static List<TopicStatus> topics(List<MetricSample> samples) {
        Map<String, Long> behind = new TreeMap<>();
        Map<String, Duration> ages = new TreeMap<>();
        for (MetricSample sample : samples) {
            String topic = sample.label(TOPIC);
            if (sample.name().equals(LAG)
                    && topic.contains(".")
                    && Double.isFinite(sample.value())) {
                behind.merge(topic, Math.round(sample.value()), Long::sum);
            } else if (sample.name().equals(READER_AGE)) {
                ages.put(topic, Duration.ofMillis(Math.round(sample.value() * MILLIS)));
            }
        }
        List<String> all = new ArrayList<>(behind.keySet());
        ages.keySet().stream().filter(topic -> !behind.containsKey(topic)).forEach(all::add);
        all.sort(Comparator.naturalOrder());
        return all.stream()
                .map(topic ->
                        new TopicStatus(
                                topic,
                                Optional.ofNullable(behind.get(topic)),
                                Optional.ofNullable(ages.get(topic))))
                .toList();
    }
}
