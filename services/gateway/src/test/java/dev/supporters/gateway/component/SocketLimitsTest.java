package dev.supporters.gateway.component;

import static dev.supporters.gateway.component.GatewayRequests.metric;
import static dev.supporters.gateway.component.GatewayRequests.rawSocket;
import static dev.supporters.gateway.component.GatewayRequests.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Neither the strangers of one address nor one person take all websockets. The gateway is behind a proxy that it trusts. */
@QuarkusTest
@TestProfile(SocketLimitsTest.FewSockets.class)
class SocketLimitsTest extends ComponentTest {

    private static final int FEW = 3;
    private static final String ADDRESS = "192.0.2.7";
    private static final String ACKNOWLEDGED = "connection_ack";
    private static final String TOO_MANY = "closed 1013";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void strangersOfOneAddressTakeNoOthersSockets() {
        double ofAddress = refused("address");
        double ofProcess = refused("process");
        List<SubscriptionClient> silent = new ArrayList<>();
        try {
            for (int i = 0; i < FEW; i++) {
                silent.add(stranger(ADDRESS));
            }

            // When: one more, which writes another address before its own
            try (SubscriptionClient more = stranger("203.0.113.9, " + ADDRESS)) {
                assertThat(more.next()).isEqualTo(TOO_MANY);
            }

            // Then
            assertThat(refused("address")).isEqualTo(ofAddress + 1);
            assertThat(refused("process")).isEqualTo(ofProcess);
            isLetIn("192.0.2.8");
            SubscriptionClient first = silent.getFirst();
            first.send(SubscriptionClient.init(Optional.of(issuer.driver())));
            assertThat(first.next()).contains(ACKNOWLEDGED);
            isLetIn(ADDRESS);
        } finally {
            silent.forEach(SubscriptionClient::close);
        }
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(metric("supporters_gateway_sockets_without_token", ""))
                                .isZero());
    }

    @Test
    void onePersonTakesNoOthersSockets() {
        String token = issuer.token("many-sockets", "operator");
        double ofPerson = refused("person");
        List<SubscriptionClient> open = new ArrayList<>();
        try {
            for (int i = 0; i < FEW; i++) {
                open.add(opened(token));
            }

            // When: one more, also with another role
            try (SubscriptionClient more =
                    socket(Optional.of(issuer.token("many-sockets", "driver")), Optional.empty())) {
                assertThat(more.next()).isEqualTo(TOO_MANY);
            }

            // Then
            assertThat(refused("person")).isEqualTo(ofPerson + 1);
            opened(issuer.token("another-person", "driver")).close();
            open.removeFirst().close();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> {
                        try (SubscriptionClient again =
                                socket(Optional.of(token), Optional.empty())) {
                            assertThat(again.next()).contains(ACKNOWLEDGED);
                        }
                    });
        } finally {
            open.forEach(SubscriptionClient::close);
        }
    }

    @Test
    void whoBringsATokenWithTheUpgradeCountsBeforeAnythingIsSaid() {
        String token = issuer.token("silent-person", "driver");
        List<SubscriptionClient> silent = new ArrayList<>();
        try {
            for (int i = 0; i < FEW; i++) {
                silent.add(rawSocket(Optional.of(token), Optional.empty()));
            }

            try (SubscriptionClient more = rawSocket(Optional.of(token), Optional.empty())) {
                assertThat(more.next()).isEqualTo(TOO_MANY);
            }

            SubscriptionClient first = silent.getFirst();
            first.send(SubscriptionClient.init(Optional.of(token)));
            assertThat(first.next()).contains(ACKNOWLEDGED);
        } finally {
            silent.forEach(SubscriptionClient::close);
        }
    }

    @Test
    void aServiceSpeaksForMany() {
        List<SubscriptionClient> open = new ArrayList<>();
        try {
            for (int i = 0; i <= FEW; i++) {
                open.add(opened(issuer.token("s", "service")));
            }
            assertThat(open).hasSize(FEW + 1);
        } finally {
            open.forEach(SubscriptionClient::close);
        }
    }

    private void isLetIn(String forwarded) {
        try (SubscriptionClient client = stranger(forwarded)) {
            client.send(SubscriptionClient.init(Optional.of(issuer.driver())));
            assertThat(client.next()).as(forwarded).contains(ACKNOWLEDGED);
        }
    }

    private static SubscriptionClient stranger(String forwarded) {
        return rawSocket(Map.of("X-Forwarded-For", forwarded), Optional.empty());
    }

    private static SubscriptionClient opened(String token) {
        SubscriptionClient client = socket(Optional.of(token), Optional.empty());
        assertThat(client.next()).contains(ACKNOWLEDGED);
        return client;
    }

    private static double refused(String limit) {
        return metric("supporters_gateway_sockets_refused_total", "limit=\"" + limit + "\"");
    }

    public static final class FewSockets implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "supporters.gateway.sockets-without-token-per-address",
                    String.valueOf(FEW),
                    "supporters.gateway.sockets-per-person",
                    String.valueOf(FEW),
                    "supporters.gateway.trusted-proxies",
                    "127.0.0.1",
                    // nobody is closed for being silent on a slow machine
                    "supporters.gateway.socket-init-timeout",
                    "60s");
        }
    }
}
