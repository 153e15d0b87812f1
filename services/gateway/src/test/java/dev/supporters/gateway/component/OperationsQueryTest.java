package dev.supporters.gateway.component;

import static dev.supporters.gateway.component.GatewayRequests.ask;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import org.junit.jupiter.api.Test;

/** How operators see what the services do, by their metrics. */
@QuarkusTest
class OperationsQueryTest extends ComponentTest {

    private static final String OPERATIONS =
            "{ operations { readAt alerts { name severity service subject value since runbook }"
                    + " services { name answers since version openBreakers topics { topic behind readerAgeSeconds } events { waiting oldestSeconds dead } } } }";

    @Test
    void showsAnAlertOfAServiceWithItsRunbook() {
        // Given
        metrics.tell("call", "supporters_call_parked 3.0\n");

        // When, Then
        await().untilAsserted(() -> {
            String parked = "data.operations.alerts.find { it.name == 'CallsAreParked' }.";
            operations()
                    .body(parked + "severity", equalTo("CRITICAL"))
                    .body(parked + "service", equalTo("call"))
                    .body(parked + "subject", nullValue())
                    .body(parked + "value", equalTo(3.0f))
                    .body(parked + "since", notNullValue())
                    .body(parked + "runbook", equalTo("helm/README.md#callsareparked"));
        });

        // and no more once it is over
        metrics.tell("call", "supporters_call_parked 0.0\n");
        await().untilAsserted(() ->
                operations().body("data.operations.alerts.name", not(hasItem("CallsAreParked"))));
    }

    @Test
    void showsVersionsBreakersAndHowFarServicesAreBehind() {
        // Given
        metrics.tell(
                "settlement",
                """
                supporters_version{version="1.2.3"} 1.0
                supporters_remote_breaker_open{remote="policy"} 1.0
                kafka_consumer_fetch_manager_records_lag{topic="supporters.work.v1"} 12.0
                supporters_topic_reader_age_seconds{topic="supporters.zones.v1"} 1.5
                supporters_outbox_waiting{collection="ledgers"} 4.0
                supporters_outbox_oldest_seconds{collection="ledgers"} 2.5
                supporters_events_total{result="dead",topic="supporters.work.v1"} 1.0
                """);

        // When, Then
        await().untilAsserted(() -> {
            String settlement = "data.operations.services.find { it.name == 'settlement' }.";
            operations()
                    .body(settlement + "answers", equalTo(true))
                    .body(settlement + "version", equalTo("1.2.3"))
                    .body(settlement + "openBreakers", contains("policy"))
                    .body(
                            settlement + "topics.topic",
                            contains("supporters.work.v1", "supporters.zones.v1"))
                    .body(settlement + "topics[0].behind", equalTo(12))
                    .body(settlement + "topics[1].readerAgeSeconds", equalTo(1.5f))
                    .body(settlement + "events.waiting", equalTo(4))
                    .body(settlement + "events.oldestSeconds", equalTo(2.5f))
                    .body(settlement + "events.dead", equalTo(1));
        });
    }

    @Test
    void showsAServiceThatDoesNotAnswerAndTheGatewayItself() {
        await().untilAsserted(() ->
                operations()
                        .body(
                                "data.operations.services.find { it.name == 'zone' }.answers",
                                equalTo(false))
                        .body(
                                "data.operations.services.find { it.name == 'gateway' }.answers",
                                equalTo(true))
                        .body(
                                "data.operations.services.find { it.name == 'gateway' }.version",
                                notNullValue()));
    }

    @Test
    void isForOperatorsOnly() {
        for (String role : new String[] {"driver", "customer", "service"}) {
            ask(issuer.token("4711", role), OPERATIONS)
                    .body("errors[0].extensions.reason", equalTo("PERMISSION_DENIED"));
        }
    }

    private ValidatableResponse operations() {
        return ask(issuer.operator(), OPERATIONS).body("errors", nullValue());
    }
}
