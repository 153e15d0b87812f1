package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.component.GatewayRequests.rawSocket;
import static dev.supporters.gateway.component.GatewayRequests.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.proto.commander.v1.Engagement;
import dev.supporters.proto.commander.v1.GetEngagementResponse;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.testkit.EventProbe;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A websocket outlasts its token: a ping brings the next one. */
@QuarkusTest
class SocketRenewalTest extends ComponentTest {

    private static final Duration LIFE = Duration.ofSeconds(12);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String COMMANDS = "subscription { commands { driverId version } }";
    private static final String FLEET = "subscription { fleet(product: DRIVER) { product } }";

    private final AtomicLong reads = new AtomicLong();

    @BeforeEach
    void eachReadFindsAnotherVersion() {
        services.answer(
                CommanderServiceGrpc.getGetEngagementMethod(),
                request ->
                        GetEngagementResponse.newBuilder()
                                .setEngagement(
                                        Engagement.newBuilder()
                                                .setDriverId(DRIVER)
                                                .setVersion(reads.incrementAndGet()))
                                .build());
    }

    @Test
    void subscriptionsGoOnWithTheTokenThatAPingBrings() {
        Instant end = now().plus(LIFE);
        try (SubscriptionClient client = opened(issuer.expiring(DRIVER, LIFE, "driver"));
                EventProbe probe = EventProbe.ofTest()) {
            // Given
            client.subscribe("first", COMMANDS);
            assertThat(client.next()).contains("\"next\"", "\"first\"", DRIVER);
            client.send(ping("Bearer " + issuer.driver()));
            assertThat(client.nextBut("\"next\"")).contains("\"pong\"", "\"authorizedUntil\"");

            // When
            await().atMost(PATIENCE).until(() -> now().isAfter(end.plusSeconds(1)));
            client.subscribe("second", COMMANDS);

            // Then
            awaitNext(client, "second", () -> {});
            client.send("{\"type\":\"complete\",\"id\":\"second\"}");
            awaitNext(client, "first", () -> probe.tell(changed()));
        }
    }

    @Test
    void closesASocketWhenTheTokenThatAPingBroughtExpires() {
        try (SubscriptionClient client = opened(issuer.driver())) {
            client.send(ping("Bearer " + issuer.expiring(DRIVER, LIFE, "driver")));
            assertThat(client.next()).contains("\"pong\"", "\"authorizedUntil\"");
            assertThat(client.next()).isEqualTo("closed 4403");
        }
    }

    @Test
    void aTokenThatIsNotTakenChangesNothing() {
        try (SubscriptionClient client = opened(issuer.driver())) {
            for (String authorization :
                    List.of(
                            "",
                            "Bearer nonsense",
                            issuer.driver(),
                            "Bearer " + issuer.expired(DRIVER, "driver"))) {
                client.send(ping(authorization));
                assertThat(client.next())
                        .as(authorization)
                        .contains("\"pong\"", "\"refused\":\"UNAUTHENTICATED\"");
            }
            client.send("{\"type\":\"ping\",\"payload\":{\"Authorization\":null}}");
            assertThat(client.next()).contains("\"refused\":\"UNAUTHENTICATED\"");
            client.send(ping("Bearer " + issuer.token("99", "driver", "operator")));
            assertThat(client.next()).contains("\"refused\":\"PERMISSION_DENIED\"");
            client.subscribe(FLEET);
            assertThat(client.next()).contains("\"error\"", "PERMISSION_DENIED");
            client.subscribe(COMMANDS);
            assertThat(client.next()).contains("\"next\"", DRIVER);
        }
    }

    @Test
    void whatWasAllowedWithOtherRolesMustBeAskedAgain() {
        try (SubscriptionClient client = opened(issuer.token("op", "operator"))) {
            client.subscribe("fleet", FLEET);
            assertThat(client.next()).contains("\"next\"", "\"fleet\"");

            // When
            client.send(ping("Bearer " + issuer.token("op", "driver")));

            // Then
            assertThat(client.nextBut("\"next\""))
                    .contains("\"error\"", "\"fleet\"", "UNAVAILABLE", "\"retryable\":true");
            assertThat(client.next()).contains("\"pong\"", "\"authorizedUntil\"");
            client.subscribe("fleet", FLEET);
            assertThat(client.next()).contains("\"error\"", "PERMISSION_DENIED");
        }
    }

    @Test
    void aPingLetsNobodyIn() {
        try (SubscriptionClient client = rawSocket(Optional.empty(), Optional.empty())) {
            client.send(ping("Bearer " + issuer.driver()));
            assertThat(client.next()).isEqualTo("{\"type\":\"pong\"}");
            client.subscribe(COMMANDS);
            assertThat(client.next()).isEqualTo("closed 4401");
        }
    }

    /** What is told of others meanwhile is passed over. */
    private static void awaitNext(SubscriptionClient client, String id, Runnable meanwhile) {
        await().atMost(PATIENCE)
                .until(() -> {
                    meanwhile.run();
                    return client.poll()
                            .filter(message -> message.contains("\"next\""))
                            .filter(message -> message.contains("\"" + id + "\""))
                            .isPresent();
                });
    }

    private static Instant now() {
        return InstantSource.system().instant();
    }

    private static SubscriptionClient opened(String token) {
        SubscriptionClient client = socket(Optional.of(token), Optional.empty());
        assertThat(client.next()).contains("connection_ack");
        return client;
    }

    private static String ping(String authorization) {
        return "{\"type\":\"ping\",\"payload\":{\"authorization\":\"" + authorization + "\"}}";
    }

    private Event changed() {
        return new Event(
                Topics.ACTIVITY,
                DRIVER,
                "supporters.activity.commanded.v1",
                ActivityEvent.newBuilder().setDriverId(DRIVER).setVersion(reads.get()).build());
    }
}
