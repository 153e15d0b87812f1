package dev.supporters.gateway.component;

import static dev.supporters.gateway.component.GatewayRequests.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.zone.v1.ZoneEvent;
import dev.supporters.proto.events.zone.v1.ZonesPlanned;
import dev.supporters.proto.zone.v1.GetResponse;
import dev.supporters.proto.zone.v1.ZoneServiceGrpc;
import dev.supporters.proto.zone.v1.Zones;
import dev.supporters.testkit.EventProbe;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Several operators who follow the same: each read has another version, so what they are told says which reads they share. */
@QuarkusTest
class SharedSubscriptionTest extends ComponentTest {

    private final AtomicLong reads = new AtomicLong();

    @BeforeEach
    void eachReadFindsAnotherPlan() {
        services.answer(
                ZoneServiceGrpc.getGetMethod(),
                request ->
                        GetResponse.newBuilder()
                                .setZones(
                                        Zones.newBuilder()
                                                .setProduct(Product.PRODUCT_DRIVER)
                                                .setRegion(request.getRegion())
                                                .setVersion(reads.incrementAndGet()))
                                .build());
    }

    @Test
    void readsOnceForAllOperatorsWhoFollowTheSame() {
        try (SubscriptionClient first = opened(issuer.token("op1", "operator"));
                SubscriptionClient second = opened(issuer.token("op2", "operator"));
                EventProbe probe = EventProbe.ofTest()) {
            first.subscribe("a", zones("shared"));
            AtomicReference<String> firstTold = new AtomicReference<>(payload(first.next()));
            second.subscribe("b", zones("shared"));
            AtomicReference<String> secondTold = new AtomicReference<>(payload(second.next()));
            awaitTheSame(first, firstTold, second, secondTold);
            String before = firstTold.get();

            // When
            await().until(() -> {
                probe.tell(planned("shared"));
                newest(first).ifPresent(firstTold::set);
                return !firstTold.get().equals(before);
            });

            // Then
            awaitTheSame(first, firstTold, second, secondTold);
        }
    }

    @Test
    void readsAnewForAnotherRegionAndForAnotherRole() {
        try (SubscriptionClient operator = opened(issuer.operator());
                SubscriptionClient service = opened(issuer.token("s", "service"));
                SubscriptionClient driver = opened(issuer.driver())) {
            // When
            operator.subscribe("a", zones("here"));
            operator.subscribe("b", zones("there"));
            service.subscribe("a", zones("here"));
            driver.subscribe("a", zones("here"));

            // Then
            String one = payload(operator.next());
            String other = payload(operator.next());
            String ofService = payload(service.next());
            String ofDriver = payload(driver.next());
            assertThat(one).isNotEqualTo(other);
            assertThat(ofService).isNotIn(one, other);
            assertThat(ofDriver).isNotIn(one, other, ofService);
        }
    }

    @Test
    void goesOnForTheOthersWhenTheFirstOneHasLeft() {
        try (SubscriptionClient second = opened(issuer.token("op2", "operator"));
                EventProbe probe = EventProbe.ofTest()) {
            // Given
            try (SubscriptionClient first = opened(issuer.token("op1", "operator"))) {
                first.subscribe("a", zones("left"));
                assertThat(first.next()).contains("next");
                second.subscribe("a", zones("left"));
                assertThat(second.next()).contains("next");

                // When
                first.send("{\"type\":\"complete\",\"id\":\"a\"}");
            }

            // Then
            awaitTwoMoreReads(probe, second, "left");
        }
    }

    @Test
    void goesOnForTheOthersWhenTheFirstOnesTokenExpires() {
        String shortLived = issuer.expiring("op1", Duration.ofSeconds(10), "operator");
        try (SubscriptionClient first = opened(shortLived);
                SubscriptionClient second = opened(issuer.token("op2", "operator"));
                EventProbe probe = EventProbe.ofTest()) {
            // Given
            first.subscribe("a", zones("expired"));
            assertThat(first.next()).contains("next");
            second.subscribe("a", zones("expired"));
            assertThat(second.next()).contains("next");

            // When
            String end = first.next();
            while (end.contains("\"next\"")) {
                end = first.next();
            }

            // Then
            assertThat(end).isEqualTo("closed 4403");
            awaitTwoMoreReads(probe, second, "expired");
        }
    }

    /** Two that are read apart are never told the same: each read is another one. */
    private static void awaitTheSame(
            SubscriptionClient first,
            AtomicReference<String> firstTold,
            SubscriptionClient second,
            AtomicReference<String> secondTold) {
        await().untilAsserted(() -> {
            newest(first).ifPresent(firstTold::set);
            newest(second).ifPresent(secondTold::set);
            assertThat(firstTold.get()).isEqualTo(secondTold.get());
        });
    }

    /** Twice, since who begins to lead reads once without an event. */
    private void awaitTwoMoreReads(EventProbe probe, SubscriptionClient socket, String region) {
        for (int time = 0; time < 2; time++) {
            long before = reads.addAndGet(1_000);
            AtomicLong told = new AtomicLong();
            await().until(() -> {
                probe.tell(planned(region));
                newest(socket).map(SharedSubscriptionTest::version).ifPresent(told::set);
                return told.get() > before;
            });
        }
    }

    private static long version(String payload) {
        return Long.parseLong(payload.substring(payload.indexOf(':') + 1));
    }

    private static Optional<String> newest(SubscriptionClient socket) {
        return socket.poll()
                .filter(message -> message.contains("\"next\""))
                .map(SharedSubscriptionTest::payload);
    }

    private static String payload(String message) {
        assertThat(message).contains("\"payload\":", "\"version\":");
        return message.substring(message.indexOf("\"version\":"), message.indexOf('}'));
    }

    private static String zones(String region) {
        return "subscription { zonesChanged(product: DRIVER, region: \"%s\") { version } }"
                .formatted(region);
    }

    private SubscriptionClient opened(String token) {
        SubscriptionClient client = socket(Optional.of(token), Optional.empty());
        assertThat(client.next()).contains("connection_ack");
        return client;
    }

    private static Event planned(String region) {
        return new Event(
                Topics.ZONES,
                "DRIVER/" + region,
                "supporters.zone.planned.v1",
                ZoneEvent.newBuilder()
                        .setPlanned(
                                ZonesPlanned.newBuilder()
                                        .setZones(
                                                Zones.newBuilder()
                                                        .setProduct(Product.PRODUCT_DRIVER)
                                                        .setRegion(region)))
                        .build());
    }
}
