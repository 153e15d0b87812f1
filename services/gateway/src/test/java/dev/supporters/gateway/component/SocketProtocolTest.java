package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.component.GatewayRequests.rawSocket;
import static dev.supporters.gateway.component.GatewayRequests.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.proto.commander.v1.Engagement;
import dev.supporters.proto.commander.v1.GetEngagementResponse;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The websocket as its protocol (graphql-transport-ws) wants it. */
@QuarkusTest
class SocketProtocolTest extends ComponentTest {

    private static final String COMMANDS = "subscription { commands { driverId } }";

    @BeforeEach
    void aDriver() {
        services.answer(
                CommanderServiceGrpc.getGetEngagementMethod(),
                request ->
                        GetEngagementResponse.newBuilder()
                                .setEngagement(Engagement.newBuilder().setDriverId(DRIVER))
                                .build());
    }

    @Test
    void closesASocketThatSendsWhatIsNoMessage() {
        for (String message :
                List.of(
                        "nonsense",
                        "[]",
                        "{}",
                        "{\"type\":5}",
                        "{\"type\":\"nonsense\"}",
                        "{\"type\":\"complete\"}",
                        "{\"type\":\"subscribe\",\"payload\":{\"query\":\"{ __typename }\"}}",
                        "{\"type\":\"subscribe\",\"id\":5,\"payload\":{\"query\":\"{ __typename }\"}}",
                        "{\"type\":\"subscribe\",\"id\":\"1\"}",
                        "{\"type\":\"subscribe\",\"id\":\"\",\"payload\":{}}")) {
            try (SubscriptionClient client = opened()) {
                client.send(message);
                assertThat(client.next()).as(message).isEqualTo("closed 4400");
            }
        }
        try (SubscriptionClient client = opened()) {
            client.sendBinary();
            assertThat(client.next()).isEqualTo("closed 4400");
        }
    }

    @Test
    void looksAtNothingBeforeAValidToken() {
        try (SubscriptionClient client =
                rawSocket(
                        Optional.of(issuer.driver()),
                        Optional.of(
                                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{ __schema { types { name } } }\"}}"))) {
            assertThat(client.next()).isEqualTo("closed 4401");
        }
        for (String wrong :
                List.of(
                        "{\"type\":\"connection_init\"}",
                        "{\"type\":\"connection_init\",\"payload\":{}}",
                        init("Authorization", "Bearer nonsense"),
                        init("Authorization", issuer.driver()),
                        init("Authorization", "Bearer " + issuer.expired(DRIVER, "driver")),
                        "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":5}}")) {
            try (SubscriptionClient client = rawSocket(Optional.empty(), Optional.of(wrong))) {
                assertThat(client.next()).as(wrong).isEqualTo("closed 4403");
            }
        }
    }

    @Test
    void closesASocketThatNeverSaysWhoItIs() {
        try (SubscriptionClient client =
                rawSocket(Optional.of(issuer.driver()), Optional.empty())) {
            assertThat(client.next()).isEqualTo("closed 4408");
        }
    }

    @Test
    void takesATokenUnderAKeyOfAnyCase() {
        for (String key : List.of("authorization", "Authorization", "AUTHORIZATION")) {
            try (SubscriptionClient client =
                    rawSocket(
                            Optional.empty(),
                            Optional.of(init(key, "Bearer " + issuer.driver())))) {
                assertThat(client.next()).contains("connection_ack");
                client.subscribe(COMMANDS);
                assertThat(client.next()).contains("\"next\"", DRIVER);
            }
        }
    }

    @Test
    void closesASocketThatIsOpenedTwice() {
        try (SubscriptionClient client = opened()) {
            client.send(SubscriptionClient.init(Optional.empty()));
            assertThat(client.next()).isEqualTo("closed 4429");
        }
    }

    @Test
    void takesAnIdAgainOnceItsOperationIsOver() {
        try (SubscriptionClient client = opened()) {
            client.subscribe("live", COMMANDS);
            assertThat(client.next()).contains("\"next\"", "\"live\"");

            // When: errors of all kinds, each under the same id
            client.subscribe("a", "subscription { nonsense }");
            assertThat(client.next()).contains("\"error\"", "\"a\"", "INVALID_ARGUMENT");
            client.subscribe("a", "subscription { commands(driverId: 99) { state } }");
            assertThat(client.next()).contains("\"error\"", "\"a\"", "PERMISSION_DENIED");
            client.subscribe("a", "{ __typename }");
            assertThat(client.next()).contains("\"next\"", "\"a\"", "Query");
            assertThat(client.next()).contains("\"complete\"", "\"a\"");
            client.subscribe("a", COMMANDS);
            assertThat(client.next()).contains("\"next\"", "\"a\"", DRIVER);
            client.send("{\"type\":\"complete\",\"id\":\"a\"}");
            client.subscribe("a", COMMANDS);

            // Then
            assertThat(client.next()).contains("\"next\"", "\"a\"", DRIVER);
            client.send("{\"type\":\"complete\",\"id\":\"never-begun\"}");
            client.send("{\"type\":\"ping\"}");
            assertThat(client.next()).contains("\"pong\"");
        }
    }

    @Test
    void closesASocketThatUsesAnIdTwiceAtOnce() {
        try (SubscriptionClient client = opened()) {
            client.subscribe("live", COMMANDS);
            assertThat(client.next()).contains("\"next\"");
            client.subscribe("live", COMMANDS);
            assertThat(client.next()).isEqualTo("closed 4409");
        }
    }

    @Test
    void closesASocketWhenItsTokenExpires() {
        String token = issuer.expiring(DRIVER, Duration.ofSeconds(10), "driver");
        try (SubscriptionClient client = socket(Optional.of(token), Optional.empty())) {
            assertThat(client.next()).contains("connection_ack");
            assertThat(client.next()).isEqualTo("closed 4403");
        }
    }

    @Test
    void refusesMoreOperationsThanASocketMayHave() {
        try (SubscriptionClient client = opened()) {
            for (int i = 0; i < 50; i++) {
                client.subscribe("s" + i, COMMANDS);
                assertThat(client.next()).contains("\"next\"");
            }
            client.subscribe("more", COMMANDS);
            assertThat(client.next()).contains("\"error\"", "\"more\"", "RESOURCE_EXHAUSTED");
        }
    }

    @Test
    void strangersCannotTakeAllSockets() {
        await().untilAsserted(() -> assertThat(metric("sockets_without_token")).isZero());
        double refusedBefore = metric("sockets_refused_total");
        List<SubscriptionClient> silent = new ArrayList<>();
        try {
            for (int i = 0; i < GatewayEnvironment.SOCKETS_WITHOUT_TOKEN; i++) {
                silent.add(rawSocket(Optional.empty(), Optional.empty()));
            }

            // When: one more
            try (SubscriptionClient more = rawSocket(Optional.empty(), Optional.empty())) {
                assertThat(more.next()).isEqualTo("closed 1013");
            }
            assertThat(metric("sockets_refused_total")).isEqualTo(refusedBefore + 1);

            // Then: who brings a token with the upgrade is no stranger
            opened().close();

            // and there is room for another as soon as one has said who it is
            SubscriptionClient first = silent.getFirst();
            first.send(init("Authorization", "Bearer " + issuer.driver()));
            assertThat(first.next()).contains("connection_ack");
            try (SubscriptionClient another = rawSocket(Optional.empty(), Optional.empty())) {
                another.send(init("Authorization", "Bearer " + issuer.driver()));
                assertThat(another.next()).contains("connection_ack");
            }
        } finally {
            silent.forEach(SubscriptionClient::close);
        }
        await().untilAsserted(() -> assertThat(metric("sockets_without_token")).isZero());
    }

    private static double metric(String name) {
        return GatewayRequests.metric("supporters_gateway_" + name, "");
    }

    private SubscriptionClient opened() {
        SubscriptionClient client = socket(Optional.of(issuer.driver()), Optional.empty());
        assertThat(client.next()).contains("connection_ack");
        return client;
    }

    private static String init(String key, String authorization) {
        return "{\"type\":\"connection_init\",\"payload\":{\"%s\":\"%s\"}}"
                .formatted(key, authorization);
    }
}
