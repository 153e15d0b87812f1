package dev.supporters.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.ActiveZones;
import dev.supporters.contract.Position;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.zone.v1.Zone;
import dev.supporters.proto.zone.v1.ZoneBasis;
import dev.supporters.proto.zone.v1.ZoneCell;
import dev.supporters.proto.zone.v1.Zones;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class ZoneCheckTest {

    private static final Instant NOW = TestClock.FRIDAY_NIGHT;
    private static final Position INSIDE = new Position(37.5, 127.03);
    private static final Position OUTSIDE = new Position(37.6, 127.03);

    private final ZoneCheck check = new ZoneCheck();

    @Test
    void anOriginInNoActiveCellIsOutside() {
        // When
        check.put(zones(ZoneBasis.ZONE_BASIS_ZONES));

        // Then
        assertThat(outside(INSIDE, NOW)).isFalse();
        assertThat(outside(OUTSIDE, NOW)).isTrue();
        assertThat(check.find(Product.PRODUCT_DRIVER, "busan", OUTSIDE, NOW).outside()).isFalse();
    }

    @Test
    void theRegionAppliesWithoutAValidPlan() {
        // Given
        assertThat(outside(OUTSIDE, NOW)).isFalse();

        // When
        check.put(zones(ZoneBasis.ZONE_BASIS_ZONES));

        // Then
        assertThat(outside(OUTSIDE, NOW.plus(Duration.ofMinutes(6)))).isFalse();
        check.put(zones(ZoneBasis.ZONE_BASIS_SWITCHED_OFF));
        assertThat(outside(OUTSIDE, NOW)).isFalse();
    }

    @Test
    void saysByWhichPlanAndWhyTheRegionAppliesInstead() {
        // Given
        assertThat(find(INSIDE, NOW)).isEqualTo(new ZoneFinding(false, 0, "no_plan"));

        // When
        check.put(zones(ZoneBasis.ZONE_BASIS_ZONES));

        // Then
        assertThat(find(INSIDE, NOW)).isEqualTo(new ZoneFinding(false, 1, "zones"));
        assertThat(find(OUTSIDE, NOW)).isEqualTo(new ZoneFinding(true, 1, "zones"));
        assertThat(find(OUTSIDE, NOW.plus(Duration.ofMinutes(6))))
                .isEqualTo(new ZoneFinding(false, 1, "outdated"));
        check.put(zones(ZoneBasis.ZONE_BASIS_NO_FORECAST));
        assertThat(find(OUTSIDE, NOW)).isEqualTo(new ZoneFinding(false, 1, "no_forecast"));
    }

    private boolean outside(Position position, Instant now) {
        return find(position, now).outside();
    }

    private ZoneFinding find(Position position, Instant now) {
        return check.find(Product.PRODUCT_DRIVER, "seoul", position, now);
    }

    private static ActiveZones zones(ZoneBasis basis) {
        return ActiveZones.of(
                Zones.newBuilder()
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setRegion("seoul")
                        .setVersion(1)
                        .setExpireTime(Timestamps.of(NOW.plus(Duration.ofMinutes(5))))
                        .setBasis(basis)
                        .addZones(
                                Zone.newBuilder()
                                        .setZoneId("3")
                                        .addCells(
                                                ZoneCell.newBuilder()
                                                        .setCell("8830e1d8c7fffff")
                                                        .addBoundary(point(37.49, 127.02))
                                                        .addBoundary(point(37.49, 127.04))
                                                        .addBoundary(point(37.51, 127.03))))
                        .build());
    }

    private static Point point(double lat, double lng) {
        return Point.newBuilder().setLat(lat).setLng(lng).build();
    }
}
