package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.CALL;
import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.component.GatewayRequests.ask;
import static dev.supporters.gateway.component.GatewayRequests.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.commander.v1.Command;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.proto.commander.v1.Engagement;
import dev.supporters.proto.commander.v1.EngagementState;
import dev.supporters.proto.commander.v1.GetEngagementResponse;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.testkit.EventProbe;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The subscription to commands, and who may have it. */
@QuarkusTest
class CommandSubscriptionTest extends ComponentTest {

    @Test
    void tellsACommandAtOnceAndAfterEachChangeAndNeverTheDestination() {
        // Given
        AtomicReference<Engagement> slot =
                new AtomicReference<>(engagement(1, EngagementState.ENGAGEMENT_STATE_FREE));
        services.answer(
                CommanderServiceGrpc.getGetEngagementMethod(),
                request -> GetEngagementResponse.newBuilder().setEngagement(slot.get()).build());

        try (SubscriptionClient socket = socket(Optional.of(issuer.driver()), Optional.empty());
                EventProbe probe = EventProbe.ofTest()) {
            assertThat(socket.next()).contains("connection_ack");
            socket.subscribe(
                    "subscription { commands(driverId: 1004550)"
                            + " { state version command { callId fare origin { poi } } } }");

            // When
            String first = socket.next();
            slot.set(
                    engagement(2, EngagementState.ENGAGEMENT_STATE_COMMANDED).toBuilder()
                            .setCommand(
                                    Command.newBuilder()
                                            .setCallId(CALL)
                                            .setDriverId(DRIVER)
                                            .setCommandId("c")
                                            .setOrigin(Place.newBuilder().setPoi("판교역"))
                                            .setFare(Money.newBuilder().setAmount(18000)))
                            .build());
            AtomicReference<String> second = new AtomicReference<>("");
            await().until(() -> {
                probe.tell(
                        new Event(
                                Topics.ACTIVITY,
                                DRIVER,
                                "supporters.activity.commanded.v1",
                                ActivityEvent.newBuilder()
                                        .setDriverId(DRIVER)
                                        .setVersion(2)
                                        .build()));
                socket.poll().ifPresent(second::set);
                return second.get().contains("next");
            });

            // Then
            assertThat(first).contains("\"state\":\"FREE\"", "\"command\":null");
            assertThat(second.get())
                    .contains(
                            "\"state\":\"COMMANDED\"",
                            "\"callId\":\"254137\"",
                            "\"fare\":null",
                            "판교역");
        }
    }

    @Test
    void letsASocketBringItsTokenInItsFirstMessageOrInBothPlaces() {
        // Given
        services.answer(
                CommanderServiceGrpc.getGetEngagementMethod(),
                request ->
                        GetEngagementResponse.newBuilder()
                                .setEngagement(engagement(1, EngagementState.ENGAGEMENT_STATE_FREE))
                                .build());

        for (Optional<String> upgrade :
                List.of(Optional.<String>empty(), Optional.of(issuer.driver()))) {
            try (SubscriptionClient socket = socket(upgrade, Optional.of(issuer.driver()))) {
                assertThat(socket.next()).contains("connection_ack");

                // When
                socket.subscribe("subscription { commands { driverId state } }");

                // Then
                assertThat(socket.next()).contains("\"driverId\":\"1004550\"", "FREE");
            }
        }
    }

    @Test
    void showsADriverWhoIsNoMemberAnyMore() {
        // Given
        services.answer(
                CommanderServiceGrpc.getGetEngagementMethod(),
                request ->
                        GetEngagementResponse.newBuilder()
                                .setEngagement(
                                        engagement(4, EngagementState.ENGAGEMENT_STATE_DRIVING)
                                                .toBuilder()
                                                .setNotAMember(true))
                                .build());

        // When and then
        ask(issuer.driver(), "{ engagement { state notAMember } }")
                .body("errors", nullValue())
                .body("data.engagement.state", equalTo("DRIVING"))
                .body("data.engagement.notAMember", equalTo(true));
    }

    @Test
    void refusesSubscriptionsWithoutATokenAndToOthersThings() {
        try (SubscriptionClient nobody = socket(Optional.empty(), Optional.empty())) {
            assertThat(nobody.next()).isEqualTo("closed 4403");
        }
        try (SubscriptionClient other =
                socket(Optional.of(issuer.token("99", "driver")), Optional.empty())) {
            other.next();
            other.subscribe("subscription { commands(driverId: 1004550) { state } }");
            assertThat(other.next()).contains("\"error\"", "PERMISSION_DENIED");
        }
        try (SubscriptionClient invalid = socket(Optional.empty(), Optional.of("nonsense"))) {
            assertThat(invalid.next()).isEqualTo("closed 4403");
        }
    }

    private static Engagement engagement(long version, EngagementState state) {
        return Engagement.newBuilder()
                .setDriverId(DRIVER)
                .setState(state)
                .setVersion(version)
                .build();
    }
}
