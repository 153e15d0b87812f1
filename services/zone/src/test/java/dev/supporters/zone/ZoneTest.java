package dev.supporters.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.Position;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Box;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.call.v1.CallRequested;
import dev.supporters.proto.events.policy.v1.PolicyEvent;
import dev.supporters.proto.events.policy.v1.PolicyPut;
import dev.supporters.proto.events.zone.v1.ZoneEvent;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.policy.v1.ZonePolicy;
import dev.supporters.proto.zone.v1.ContainsRequest;
import dev.supporters.proto.zone.v1.ContainsResponse;
import dev.supporters.proto.zone.v1.GetRequest;
import dev.supporters.proto.zone.v1.ReplayRequest;
import dev.supporters.proto.zone.v1.ZoneBasis;
import dev.supporters.proto.zone.v1.ZoneCellState;
import dev.supporters.proto.zone.v1.ZonePlacement;
import dev.supporters.proto.zone.v1.ZoneServiceGrpc;
import dev.supporters.proto.zone.v1.ZoneServiceGrpc.ZoneServiceBlockingStub;
import dev.supporters.proto.zone.v1.Zones;
import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.EventProbe;
import dev.supporters.testkit.TestChannel;
import dev.supporters.testkit.TestClock;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

@QuarkusTest
@QuarkusTestResource(Embedded.class)
class ZoneTest {

    @Inject TestClock clock;

    @AutoClose private final EventProbe probe = EventProbe.ofTest();
    @AutoClose private TestChannel channel;
    private ZoneServiceBlockingStub zones;

    @BeforeEach
    void connect() {
        channel = new TestChannel();
        zones = channel.stub(ZoneServiceGrpc::newBlockingStub);
    }

    @Test
    void callsOpenAZoneThatIsToldAndAsked() {
        // Given
        probe.tell(policy("gangnam", zonePolicy().build(), 37.4, 37.6));
        probe.tellPoison(Topics.CALLS, "9");
        probe.tell(call("8", SampleZones.CENTER, "north"));
        for (int call = 10; call < 14; call++) {
            probe.tell(call(Integer.toString(call), SampleZones.CENTER, ""));
            probe.tell(call("1" + call, SampleZones.NEIGHBOUR, ""));
        }

        // When
        Zones planned = planned("gangnam", ZoneBasis.ZONE_BASIS_ZONES);

        // Then
        assertThat(planned.getForecastVersion()).isEqualTo("tonight");
        assertThat(planned.getZonesList())
                .singleElement()
                .satisfies(zone -> {
                    assertThat(zone.getCellsList())
                            .allSatisfy(cell -> {
                                assertThat(cell.getBoundaryCount()).isEqualTo(6);
                                assertThat(cell.getState())
                                        .isEqualTo(ZoneCellState.ZONE_CELL_STATE_OPEN);
                            });
                });
        assertThat(get("gangnam").getZonesList()).isEqualTo(planned.getZonesList());
        ContainsResponse inside = contains(SampleZones.GANGNAM);
        assertThat(inside.getPlacement()).isEqualTo(ZonePlacement.ZONE_PLACEMENT_INSIDE);
        assertThat(inside.getRegion()).isEqualTo("gangnam");
        assertThat(inside.getZone().getZoneId()).isEqualTo("1");
        assertThat(inside.getCell().getCell()).isEqualTo(Long.toHexString(SampleZones.CENTER));
        assertThat(contains(new Position(37.41, 127)).getPlacement())
                .isEqualTo(ZonePlacement.ZONE_PLACEMENT_OUTSIDE);
        assertThat(
                        zones.replay(
                                        ReplayRequest.newBuilder()
                                                .setProduct(Product.PRODUCT_DRIVER)
                                                .setRegion("gangnam")
                                                .setVersion(planned.getVersion())
                                                .build())
                                .getSame())
                .isTrue();
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains(
                        "supporters_events_total{result=\"dead\",topic=\"supporters.calls.v1\"} 2.0");
    }

    @Test
    void theRegionAppliesWhereNothingIsKnown() {
        // Given
        probe.tell(policy("jeju", zonePolicy().build(), 33, 34));

        // When
        Zones planned = planned("jeju", ZoneBasis.ZONE_BASIS_NO_FORECAST);

        // Then
        assertThat(planned.getZonesList()).isEmpty();
        assertThat(contains(new Position(33.5, 127)).getPlacement())
                .isEqualTo(ZonePlacement.ZONE_PLACEMENT_REGION);
    }

    @Test
    void theRegionAppliesWhereThresholdsContradictEachOther() {
        // Given
        probe.tell(policy("busan", zonePolicy().setCloseDemand(.6).build(), 35, 36));

        // When
        Zones planned = planned("busan", ZoneBasis.ZONE_BASIS_INVALID_THRESHOLDS);

        // Then
        assertThat(planned.getZonesList()).isEmpty();
    }

    @Test
    void refusesWhatThereIsNot() {
        assertCode(Status.Code.NOT_FOUND, () -> get("atlantis"));
        assertCode(Status.Code.NOT_FOUND, () -> contains(new Position(0, 0)));
        assertCode(Status.Code.INVALID_ARGUMENT, () -> get("No Region"));
        assertCode(
                Status.Code.INVALID_ARGUMENT,
                () ->
                        zones.contains(
                                ContainsRequest.newBuilder()
                                        .setProduct(Product.PRODUCT_DRIVER)
                                        .setPosition(Point.newBuilder().setLat(91))
                                        .build()));
        assertCode(
                Status.Code.NOT_FOUND,
                () ->
                        zones.replay(
                                ReplayRequest.newBuilder()
                                        .setProduct(Product.PRODUCT_DRIVER)
                                        .setRegion("gangnam")
                                        .setVersion(9_999)
                                        .build()));
    }

    private static void assertCode(Status.Code code, Runnable request) {
        assertThatThrownBy(request::run)
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e -> assertThat(e.getStatus().getCode()).isEqualTo(code));
    }

    /** Lets minutes pass until a plan of the region has the basis, and returns it as the topic has it. */
    private Zones planned(String region, ZoneBasis basis) {
        Awaitility.await()
                .untilAsserted(() -> {
                    clock.advance(Duration.ofSeconds(10));
                    clock.tick();
                    assertThat(told(region)).isNotEmpty();
                    assertThat(told(region).getLast().getBasis()).isEqualTo(basis);
                });
        return told(region).getLast();
    }

    private List<Zones> told(String region) {
        return probe.all(Topics.ZONES, ZoneEvent.parser()).stream()
                .map(event -> event.getPlanned().getZones())
                .filter(zones -> zones.getRegion().equals(region))
                .toList();
    }

    private Zones get(String region) {
        return zones.get(
                        GetRequest.newBuilder()
                                .setProduct(Product.PRODUCT_DRIVER)
                                .setRegion(region)
                                .build())
                .getZones();
    }

    private ContainsResponse contains(Position position) {
        return zones.contains(
                ContainsRequest.newBuilder()
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setPosition(position.toProto())
                        .build());
    }

    private static ZonePolicy.Builder zonePolicy() {
        return ZonePolicy.newBuilder()
                .setEnabled(true)
                .setOpenDemand(.5)
                .setCloseDemand(.35)
                .setMinCells(2)
                .setClosingWarning(Timestamps.of(Duration.ofMinutes(10)));
    }

    private static Event policy(String region, ZonePolicy zones, double south, double north) {
        Policy policy =
                Policy.newBuilder()
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setRegion(region)
                        .setVersion(1)
                        .setBounds(
                                Box.newBuilder()
                                        .setSouthWest(
                                                Point.newBuilder().setLat(south).setLng(126.7))
                                        .setNorthEast(
                                                Point.newBuilder().setLat(north).setLng(127.3)))
                        .setTimeZone("Asia/Seoul")
                        .setWindowBegin("21:00")
                        .setWindowLength(Timestamps.of(Duration.ofHours(4)))
                        .setHourlyWage(Money.newBuilder().setAmount(14_000).setCurrency("KRW"))
                        .setZones(zones)
                        .build();
        return new Event(
                Topics.POLICIES,
                "DRIVER/" + region,
                "supporters.policy.put.v1",
                PolicyEvent.newBuilder().setPut(PolicyPut.newBuilder().setPolicy(policy)).build());
    }

    private Event call(String callId, long cell, String lat) {
        Position center = SampleZones.GRID.center(cell);
        Place origin =
                Place.newBuilder()
                        .setLat(lat.isEmpty() ? Double.toString(center.lat()) : lat)
                        .setLng(Double.toString(center.lng()))
                        .build();
        return new Event(
                Topics.CALLS,
                callId,
                "supporters.call.requested.v1",
                CallEvent.newBuilder()
                        .setCallId(callId)
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setVersion(1)
                        .setEventTime(Timestamps.of(clock.instant()))
                        .setRequested(CallRequested.newBuilder().setOrigin(origin))
                        .build());
    }
}
