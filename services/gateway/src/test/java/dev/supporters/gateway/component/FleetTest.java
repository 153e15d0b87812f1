package dev.supporters.gateway.component;

import static dev.supporters.gateway.component.GatewayRequests.ask;
import static dev.supporters.gateway.component.GatewayRequests.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.location.v1.LocationReported;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.proto.events.work.v1.WorkEnded;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.testkit.EventProbe;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Where supporters are, for operators: as a query and as a subscription, fed by events. */
@QuarkusTest
class FleetTest extends ComponentTest {

    private static final String FLEET =
            "{ fleet(product: DRIVER, region: \"fleet\") { supporters { driverId state position { lat lng } unreachable } } }";
    private static final DriverId DRIVER = new DriverId("4711");
    private static final Instant BEGAN = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void tellsOperatorsOfABeginAPositionAndAnEnd() {
        // Given
        try (SubscriptionClient socket = socket(Optional.of(issuer.operator()), Optional.empty());
                EventProbe probe = EventProbe.ofTest()) {
            assertThat(socket.next()).contains("connection_ack");
            socket.subscribe("subscription " + FLEET);
            assertThat(socket.next()).contains("\"supporters\":[]");

            // When
            probe.tell(shift(work(1).setBegun(begun(37.4))));
            String begun = told(socket, "37.4");
            probe.tell(located(37.5));
            String moved = told(socket, "37.5");
            ask(issuer.operator(), FLEET)
                    .body("data.fleet.supporters[0].state", equalTo("FREE"))
                    .body("data.fleet.supporters[0].position.lat", equalTo(37.5f));
            probe.tell(shift(work(2).setEnded(WorkEnded.getDefaultInstance())));
            String ended = told(socket, "\"supporters\":[]");

            // Then
            assertThat(begun).contains("\"4711\"", "\"FREE\"");
            assertThat(moved).contains("\"4711\"", "\"unreachable\":false");
            assertThat(ended).doesNotContain("4711");
        }
    }

    @Test
    void keepsPositionsFromEverybodyElse() {
        for (String role : new String[] {"driver", "customer", "service"}) {
            String token = issuer.token("4711", role);

            ask(token, FLEET).body("errors[0].extensions.reason", equalTo("PERMISSION_DENIED"));
            try (SubscriptionClient socket = socket(Optional.of(token), Optional.empty())) {
                socket.next();
                socket.subscribe("subscription " + FLEET);
                assertThat(socket.next()).contains("\"error\"", "PERMISSION_DENIED");
            }
        }
    }

    /** Changes that come close together may be told as one. */
    private static String told(SubscriptionClient socket, String part) {
        AtomicReference<String> message = new AtomicReference<>("");
        await().until(() -> {
            socket.poll().ifPresent(message::set);
            return message.get().contains(part);
        });
        return message.get();
    }

    private static WorkEvent.Builder work(long version) {
        return WorkEvent.newBuilder()
                .setDriverId(DRIVER.value())
                .setWorkId(
                        WorkId.of(DRIVER, Product.PRODUCT_DRIVER, LocalDate.parse("2026-11-20"))
                                .value())
                .setProduct(Product.PRODUCT_DRIVER)
                .setRegion("fleet")
                .setBusinessDate("2026-11-20")
                .setVersion(version)
                .setEventTime(Timestamps.of(BEGAN));
    }

    private static Event shift(WorkEvent.Builder event) {
        return new Event(Topics.WORK, DRIVER.value(), "supporters.work.changed.v1", event.build());
    }

    private static WorkBegun begun(double lat) {
        return WorkBegun.newBuilder().setLocation(point(lat)).build();
    }

    private static Event located(double lat) {
        return new Event(
                Topics.LOCATIONS,
                DRIVER.value(),
                "supporters.location.reported.v1",
                LocationEvent.newBuilder()
                        .setDriverId(DRIVER.value())
                        .setEventTime(Timestamps.of(BEGAN.plusSeconds(60)))
                        .setReported(LocationReported.newBuilder().setLocation(point(lat)))
                        .build());
    }

    private static Point point(double lat) {
        return Point.newBuilder().setLat(lat).setLng(127.1).build();
    }
}
