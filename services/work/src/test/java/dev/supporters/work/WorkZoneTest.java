package dev.supporters.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.zone.v1.ZoneEvent;
import dev.supporters.proto.events.zone.v1.ZonesPlanned;
import dev.supporters.proto.work.v1.BeginRequest;
import dev.supporters.proto.work.v1.Work;
import dev.supporters.proto.zone.v1.Zone;
import dev.supporters.proto.zone.v1.ZoneBasis;
import dev.supporters.proto.zone.v1.ZoneCell;
import dev.supporters.proto.zone.v1.Zones;
import dev.supporters.testkit.Embedded;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicInteger;

/** Where shifts begin. */
@QuarkusTest
@QuarkusTestResource(Embedded.class)
@QuarkusTestResource(WorkNeighbours.class)
class WorkZoneTest extends WorkFixture {

    private final AtomicInteger more = new AtomicInteger(3);

    @Test
    void withZonesAShiftBeginsInAnActiveCell() {
        // Given
        probe.tell(
                new Event(
                        Topics.POLICIES,
                        "DRIVER/seoul",
                        "supporters.policy.put.v1",
                        policy(2, true)));
        probe.tellPoison(Topics.ZONES, "DRIVER/seoul");
        probe.tell(
                new Event(Topics.ZONES, "DRIVER/seoul", "supporters.zone.planned.v1", planned()));
        AtomicInteger looks = new AtomicInteger();

        // When: somebody else at each look, who is let in as long as the plan is not known
        await().untilAsserted(() ->
                assertThat(refused(outside("outside-" + looks.incrementAndGet())))
                        .isEqualTo(ErrorReason.ERROR_REASON_OUTSIDE_ZONE));
        Work inside = works.begin(begin("r2", "z1")).getWork();
        clock.advance(java.time.Duration.ofMinutes(6));
        Work late = works.begin(begin("r1", "z2")).getWork();
        probe.tell(
                new Event(
                        Topics.POLICIES,
                        "DRIVER/seoul",
                        "supporters.policy.put.v1",
                        policy(3, false)));

        // Then
        assertThat(inside.getZoneId()).isEqualTo("3");
        assertThat(inside.getZoneCell()).isEqualTo("8830e1d8c7fffff");
        assertThat(late.getZoneId()).isEmpty();
        assertThat(late.getRegionReason()).isEqualTo("outdated");
        await().untilAsserted(() ->
                assertThat(told("z1"))
                        .extracting(event -> event.getBegun().getZoneCell())
                        .containsExactly("8830e1d8c7fffff"));
        await().untilAsserted(() ->
                assertThat(
                                works.begin(begin("r1", "z" + more.getAndIncrement()))
                                        .getWork()
                                        .getRegionReason())
                        .isEqualTo("switched_off"));
    }

    private static BeginRequest outside(String driverId) {
        return begin("r1", driverId).toBuilder().setLocation(point(37.6, 127)).build();
    }

    /** One triangular cell around the place of the begins, valid for five minutes. */
    private ZoneEvent planned() {
        Zones zones =
                Zones.newBuilder()
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setRegion("seoul")
                        .setVersion(1)
                        .setExpireTime(Timestamps.of(clock.instant().plusSeconds(300)))
                        .setBasis(ZoneBasis.ZONE_BASIS_ZONES)
                        .addZones(
                                Zone.newBuilder()
                                        .setZoneId("3")
                                        .addCells(
                                                ZoneCell.newBuilder()
                                                        .setCell("8830e1d8c7fffff")
                                                        .addBoundary(point(37.49, 127.02))
                                                        .addBoundary(point(37.49, 127.04))
                                                        .addBoundary(point(37.51, 127.03))))
                        .build();
        return ZoneEvent.newBuilder().setPlanned(ZonesPlanned.newBuilder().setZones(zones)).build();
    }
}
