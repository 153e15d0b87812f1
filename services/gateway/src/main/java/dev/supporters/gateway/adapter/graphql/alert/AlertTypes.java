package dev.supporters.gateway.adapter.graphql.alert;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.util.List;

/** Services and what is wrong with them, as the schema shows it. */
public final class AlertTypes {

    private AlertTypes() {}

    @Type("Operations")
    @Description(
            "How the services do, as their metrics say it: of each the process that answered the gateway. Functions that answer nobody are in Prometheus alone.")
    public record OperationsView(
            @Description("When the services were asked last; null before the first time.")
                    Instant readAt,
            @NonNull
                    @Description(
                            "The alerts that one service's metrics decide, the most urgent first. Prometheus decides those, too, and more.")
                    List<@NonNull AlertView> alerts,
            @NonNull @Description("In the order of their names.")
                    List<@NonNull ServiceStatusView> services) {}

    @Type("Alert")
    @Description("Something that somebody must do something about.")
    public record AlertView(
            @NonNull @Description("Its name in the chart, like CallsAreParked.") String name,
            @NonNull @Description("How soon somebody must act.") AlertSeverity severity,
            @NonNull @Description("The service, like call.") String service,
            @Description("Of which topic, part or collection; null for the whole service.")
                    String subject,
            @Description(
                            "The number that decides; null for what has happened, and for a service that is away.")
                    Double value,
            @NonNull @Description("Since when it is so, as far as the gateway has seen it.")
                    Instant since,
            @NonNull
                    @Description(
                            "Where the runbook says what to do, like helm/README.md#callsareparked.")
                    String runbook) {}

    /** How soon somebody must act. */
    @Enum("AlertSeverity")
    @Description("How soon somebody must act.")
    public enum AlertSeverity {
        @Description("At once.")
        CRITICAL,

        @Description("By day.")
        WARNING
    }

    @Type("ServiceStatus")
    @Description("How a service does.")
    public record ServiceStatusView(
            @NonNull @Description("Its name, like call.") String name,
            @NonNull @Description("Whether it answered when it was asked last.") Boolean answers,
            @NonNull
                    @Description(
                            "When it began to answer, or not to, as far as the gateway has seen it.")
                    Instant since,
            @Description("The version of its build; null while nobody knows.") String version,
            @Description("When its process started, in real time; null while it does not answer.")
                    Instant startedAt,
            @Description(
                            "gRPC requests that it answered a second, lately; null while nobody knows.")
                    Double requestsPerSecond,
            @Description(
                            "How long they took on average, in milliseconds; null where there were none.")
                    Double meanMilliseconds,
            @NonNull
                    @Description(
                            "The parts that it does not ask at present, because too many calls failed.")
                    List<@NonNull String> openBreakers,
            @NonNull @Description("How far it is behind, by topic.")
                    List<@NonNull TopicStatusView> topics,
            @NonNull @Description("What waits of its events, and what it gave up.")
                    EventBacklogView events) {}

    @Type("EventBacklog")
    @Description("What waits of a service's events, and what it gave up.")
    public record EventBacklogView(
            @Description(
                            "Documents with events that wait in its outboxes to be published; null where it has no outbox, or could not look.")
                    Long waiting,
            @Description(
                            "For how long the first of them has waited, in seconds; null where none waits.")
                    Double oldestSeconds,
            @Description(
                            "Events that its process gave up since it began, which are dead letters now; null where it handles none.")
                    Long dead) {}

    @Type("TopicStatus")
    @Description("How far a service is behind on a topic.")
    public record TopicStatusView(
            @NonNull @Description("The topic.") String topic,
            @Description("Records that its consumers have not read; null where it has none.")
                    Long behind,
            @Description(
                            "For how long the broker has not answered the reader that follows the topic, in seconds of real time; on a quiet topic it asks every 10 s. Null where none follows it.")
                    Double readerAgeSeconds) {}
}
