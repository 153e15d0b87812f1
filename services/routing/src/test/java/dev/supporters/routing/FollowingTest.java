package dev.supporters.routing;

import static dev.supporters.routing.RoutingFixtures.ORIGIN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.supporters.contract.DriverId;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.commander.v1.CancelRequest;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.events.activity.v1.CallAccepted;
import dev.supporters.proto.events.activity.v1.CallCommanded;
import dev.supporters.proto.events.activity.v1.CallRefused;
import dev.supporters.proto.events.driver.v1.DriverEvent;
import dev.supporters.proto.events.driver.v1.DriverPut;
import dev.supporters.proto.events.routing.v1.CandidateFilter;
import dev.supporters.proto.events.routing.v1.RankedCandidate;
import dev.supporters.proto.events.tag.v1.TagEvent;
import dev.supporters.proto.events.tag.v1.TagsPut;
import dev.supporters.proto.events.zone.v1.ZoneEvent;
import dev.supporters.proto.events.zone.v1.ZonesPlanned;
import dev.supporters.proto.routing.v1.Decision;
import dev.supporters.proto.routing.v1.RoutingReason;
import dev.supporters.proto.zone.v1.ZoneBasis;
import dev.supporters.proto.zone.v1.Zones;
import dev.supporters.routing.adapter.kafka.FreshView;
import dev.supporters.testkit.Embedded;

import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;

/** What the service learns from topics, and what it then does. */
@QuarkusTest
class FollowingTest extends ComponentTest {

    @Inject RoutingConfig config;

    @Inject Events events;

    @Inject Clock clock;

    @Test
    void knowsWhoIsFreeFromEvents() {
        // When
        tell(activity(1, "800").setCommanded(CallCommanded.getDefaultInstance()));
        await().until(() -> supporters.count() == 0);
        Decision none = route("254139");
        tell(activity(2, "800").setRefused(CallRefused.getDefaultInstance()));
        await().until(() -> supporters.count() == 1);
        Decision again = route("254140");

        // Then
        assertThat(none.getReason()).isEqualTo(RoutingReason.ROUTING_REASON_NO_SUPPORTER);
        assertThat(again.getReason()).isEqualTo(RoutingReason.ROUTING_REASON_ASSIGNED);
    }

    @Test
    void whoIsRemovedFromTheGroupGetsNoCallAndTheRecordSaysWhy() {
        // When
        probe.tell(removed(driver));
        await().until(() -> supporters.count() == 0);
        Decision decision = route("254143");

        // Then
        assertThat(decision.getReason()).isEqualTo(RoutingReason.ROUTING_REASON_NO_SUPPORTER);
        await().untilAsserted(() ->
                assertThat(record("254143").getRemovedList())
                        .extracting(RankedCandidate::getFilter)
                        .containsExactly(CandidateFilter.CANDIDATE_FILTER_NOT_A_MEMBER));
    }

    @Test
    void knowsTheTagsOfDriversFromTheirTopic() {
        // When
        probe.tell(tagged("customer:7", "vip"));
        probe.tell(tagged("driver:" + driver, "senior"));

        // Then
        await().untilAsserted(() ->
                assertThat(supporters.tagsOf(new DriverId(driver))).containsExactly("senior"));
        assertThat(supporters.tagsOf(new DriverId("7"))).isEmpty();
    }

    private static Event tagged(String entityId, String tag) {
        return new Event(
                Topics.TAGS,
                entityId,
                "supporters.tag.put.v1",
                TagEvent.newBuilder()
                        .setPut(TagsPut.newBuilder().setEntityId(entityId).addTags(tag))
                        .build());
    }

    private static Event removed(String driver) {
        return new Event(
                Topics.DRIVERS,
                driver,
                "supporters.driver.put.v1",
                DriverEvent.newBuilder()
                        .setPut(
                                DriverPut.newBuilder()
                                        .setDriver(
                                                Driver.newBuilder()
                                                        .setDriverId(driver)
                                                        .setVersion(2)))
                        .build());
    }

    @Test
    void callsFromOutsideTheActiveZonesGoToGeneralDispatch() {
        // When
        probe.tellPoison(Topics.ZONES, "DRIVER/seoul");
        tellZones(ZoneBasis.ZONE_BASIS_ZONES, 300);

        // Then
        await().untilAsserted(() ->
                assertThat(route("254141").getReason())
                        .isEqualTo(RoutingReason.ROUTING_REASON_OUTSIDE_ZONE));
        tellZones(ZoneBasis.ZONE_BASIS_SWITCHED_OFF, 301);
        await().untilAsserted(() ->
                assertThat(route("254142").getReason())
                        .isNotEqualTo(RoutingReason.ROUTING_REASON_OUTSIDE_ZONE));
    }

    /** A plan without any cell. */
    private void tellZones(ZoneBasis basis, int validSeconds) {
        Zones zones =
                Zones.newBuilder()
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setRegion("seoul")
                        .setBasis(basis)
                        .setExpireTime(Timestamps.of(RoutingFixtures.NOW.plusSeconds(validSeconds)))
                        .build();
        probe.tell(
                new Event(
                        Topics.ZONES,
                        "DRIVER/seoul",
                        "supporters.zone.planned.v1",
                        ZoneEvent.newBuilder()
                                .setPlanned(ZonesPlanned.newBuilder().setZones(zones))
                                .build()));
    }

    @Test
    void tellsTheLegacySystemUntilItAnswers() {
        // When
        tell(
                activity(1, FakeParts.CALL_TOLD_AT_THE_THIRD_TRY)
                        .setAccepted(CallAccepted.getDefaultInstance()));

        // Then
        String expected =
                "POST /api/v1/calls/dispatch_results.json Bearer "
                        + Embedded.LEGACY_TOKEN
                        + " {\"call_id\":\"904\",\"driver_id\":\""
                        + driver
                        + "\",\"command_id\":\"command-904\",\"accepted_at\":\"2026-11-20T12:30:00Z\"}";
        await().untilAsserted(() ->
                assertThat(parts.posted())
                        .filteredOn(entry -> entry.contains("\"904\""))
                        .containsExactly(expected, expected, expected));
    }

    @Test
    void oneResultThatTheLegacySystemDoesNotTakeKeepsNoOtherWaiting() {
        // When
        tell(activity(1, FakeParts.CALL_NOT_TAKEN).setAccepted(CallAccepted.getDefaultInstance()));
        await().untilAsserted(() ->
                assertThat(parts.posted()).anyMatch(entry -> entry.contains("\"905\"")));
        tell(activity(2, "906").setAccepted(CallAccepted.getDefaultInstance()));

        // Then
        await().untilAsserted(() ->
                assertThat(parts.posted()).anyMatch(entry -> entry.contains("\"906\"")));
        parts.takeIt();
    }

    @Test
    void withdrawsACallThatACommissionDriverHas() {
        // When
        tell(
                activity(1, FakeParts.CALL_TAKEN_BY_COMMISSION)
                        .setAccepted(CallAccepted.getDefaultInstance()));

        // Then
        await().untilAsserted(() ->
                assertThat(parts.cancelled)
                        .containsExactly(
                                CancelRequest.newBuilder()
                                        .setRequestId("withdraw-command-903")
                                        .setCallId("903")
                                        .setReason(CancellationReason.CANCELLATION_REASON_WITHDRAWN)
                                        .build()));
    }

    @Test
    void aFreshFunctionKnowsWhatWasBeforeItOnceItHasCaughtUp() {
        // When
        FreshView fresh = new FreshView(events, config, clock);
        await().until(fresh::caughtUp);

        // Then
        assertThat(fresh.supporters().count()).isEqualTo(1);
        assertThat(fresh.policies().at(Product.PRODUCT_DRIVER, ORIGIN)).isPresent();
    }

    @Test
    void hasItsDefaults() {
        assertThat(config.serve()).isTrue();
        assertThat(config.history()).isEqualTo(Duration.ofHours(12));
        assertThat(config.locationHistory()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.oldestResult()).isEqualTo(Duration.ofHours(24));
    }
}
