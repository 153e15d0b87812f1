package dev.supporters.gateway.adapter.graphql.alert;

import dev.supporters.gateway.adapter.graphql.alert.AlertTypes.AlertSeverity;
import dev.supporters.gateway.adapter.graphql.alert.AlertTypes.AlertView;
import dev.supporters.gateway.adapter.graphql.alert.AlertTypes.EventBacklogView;
import dev.supporters.gateway.adapter.graphql.alert.AlertTypes.OperationsView;
import dev.supporters.gateway.adapter.graphql.alert.AlertTypes.ServiceStatusView;
import dev.supporters.gateway.adapter.graphql.alert.AlertTypes.TopicStatusView;
import dev.supporters.gateway.alert.AlertRule;
import dev.supporters.gateway.alert.FiringAlert;
import dev.supporters.gateway.alert.ServiceMonitor.Findings;
import dev.supporters.gateway.alert.ServiceStatus;
import dev.supporters.gateway.alert.ServiceStatus.EventBacklog;
import dev.supporters.gateway.alert.ServiceStatus.TopicStatus;

import java.util.List;
import java.util.Locale;

/** What the gateway sees of services, as the schema shows it. */
final class AlertSchemaMapper {

    private static final OperationsView NOTHING_YET =
            new OperationsView(null, List.of(), List.of());
    private static final double MILLIS = 1_000;

    private AlertSchemaMapper() {}

    static OperationsView nothingYet() {
        return NOTHING_YET;
    }

    static OperationsView view(Findings findings) {
        return new OperationsView(
                findings.readAt(),
                findings.alerts().stream().map(AlertSchemaMapper::view).toList(),
                findings.services().stream().map(AlertSchemaMapper::view).toList());
    }

    private static AlertView view(FiringAlert alert) {
        AlertRule rule = alert.rule();
        return new AlertView(
                rule.name(),
                switch (rule.severity()) {
                    case CRITICAL -> AlertSeverity.CRITICAL;
                    case WARNING -> AlertSeverity.WARNING;
                },
                alert.service(),
                alert.subject().orElse(null),
                switch (rule.kind()) {
                    case GAUGE -> alert.value();
                    case COUNTER, AWAY -> null;
                },
                alert.since(),
                "helm/README.md#" + rule.name().toLowerCase(Locale.ROOT));
    }

    private static ServiceStatusView view(ServiceStatus status) {
        return new ServiceStatusView(
                status.service(),
                status.answers(),
                status.since(),
                status.version().orElse(null),
                status.started().orElse(null),
                status.requestsPerSecond().orElse(null),
                status.meanMilliseconds().orElse(null),
                status.openBreakers(),
                status.topics().stream().map(AlertSchemaMapper::view).toList(),
                view(status.events()));
    }

    private static EventBacklogView view(EventBacklog events) {
        return new EventBacklogView(
                events.waiting().orElse(null),
                events.oldest().map(age -> age.toMillis() / MILLIS).orElse(null),
                events.dead().orElse(null));
    }

    private static TopicStatusView view(TopicStatus topic) {
        return new TopicStatusView(
                topic.topic(),
                topic.behind().orElse(null),
                topic.readerAge().map(age -> age.toMillis() / MILLIS).orElse(null));
    }
}
