package dev.supporters.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.ActiveZones.Placement;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.zone.v1.Zone;
import dev.supporters.proto.zone.v1.ZoneBasis;
import dev.supporters.proto.zone.v1.ZoneCell;
import dev.supporters.proto.zone.v1.Zones;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class ActiveZonesTest {

    private static final Instant PLANNED = Instant.parse("2026-11-20T12:30:00Z");
    private static final Instant EXPIRES = PLANNED.plusSeconds(300);

    @Test
    void aPositionIsInTheCellWhoseBoundaryIsAroundIt() {
        // Given
        ActiveZones zones = ActiveZones.of(zones().build());

        // When
        Placement west = zones.place(new Position(37.5, 127.005), PLANNED);
        Placement east = zones.place(new Position(37.5, 127.015), PLANNED);
        Placement outside = zones.place(new Position(37.5, 127.025), PLANNED);

        // Then
        assertThat(west)
                .isInstanceOfSatisfying(
                        Placement.Inside.class,
                        inside -> {
                            assertThat(inside.cell().cell()).isEqualTo("west");
                            assertThat(inside.cell().zoneId()).isEqualTo("3");
                            assertThat(inside.cell().capacity()).isEqualTo(30);
                            assertThat(inside.cell().closeTime()).isEmpty();
                        });
        assertThat(east)
                .isInstanceOfSatisfying(
                        Placement.Inside.class,
                        inside -> assertThat(inside.cell().closeTime()).contains(EXPIRES));
        assertThat(outside).isEqualTo(new Placement.Outside());
    }

    @Test
    void aPositionOnACommonSideIsInOneOfTheTwo() {
        // Given
        ActiveZones zones = ActiveZones.of(zones().build());

        // When
        Placement placement = zones.place(new Position(37.5, 127.01), PLANNED);

        // Then
        assertThat(placement).isInstanceOf(Placement.Inside.class);
    }

    @Test
    void aCellMayLieAcrossThe180thMeridian() {
        // Given
        CellBoundary boundary = new CellBoundary(square(-17, 179.99, -179.99));

        // Then
        assertThat(boundary.contains(new Position(-17, -179.995))).isTrue();
        assertThat(boundary.contains(new Position(-17, 179.995))).isTrue();
        assertThat(boundary.contains(new Position(-17, 0))).isFalse();
        assertThat(boundary.contains(new Position(-17, 179.98))).isFalse();
    }

    @Test
    void theRegionAppliesWhenThePlanIsTooOldOrSaysSo() {
        // Given
        Position gangnam = new Position(37.5, 127.005);
        ActiveZones none =
                ActiveZones.of(zones().setBasis(ZoneBasis.ZONE_BASIS_NO_FORECAST).build());

        // When
        Placement inTime = ActiveZones.of(zones().build()).place(gangnam, EXPIRES);
        Placement late = ActiveZones.of(zones().build()).place(gangnam, EXPIRES.plusMillis(1));

        // Then
        assertThat(inTime).isInstanceOf(Placement.Inside.class);
        assertThat(late).isEqualTo(new Placement.InRegion(ZoneBasis.ZONE_BASIS_ZONES, true));
        assertThat(((Placement.InRegion) late).reason()).isEqualTo("outdated");
        assertThat(((Placement.InRegion) none.place(gangnam, PLANNED)).reason())
                .isEqualTo("no_forecast");
        assertThat(ActiveZones.noPlan()).isInstanceOf(Placement.InRegion.class);
    }

    @Test
    void anOlderPlanThatComesAgainChangesNothing() {
        // Given
        ActiveZones newer = ActiveZones.of(zones().setVersion(2).build());
        ActiveZones older =
                ActiveZones.of(
                        zones().setVersion(1)
                                .setExpireTime(Timestamps.of(EXPIRES.minusSeconds(60)))
                                .build());

        // Then
        assertThat(ActiveZones.newer(newer, older)).isEqualTo(newer);
        assertThat(ActiveZones.newer(older, newer)).isEqualTo(newer);
    }

    @Test
    void refusesWhatIsNoPlan() {
        refuses(zones().clearProduct());
        refuses(zones().clearRegion());
        refuses(zones().clearZones().addZones(zone().setZoneId("")));
        refuses(zones().clearZones().addZones(zone().setCapacity(-1)));
        refuses(zones().clearZones().addZones(zone().addCells(ZoneCell.newBuilder().setCell("a"))));
        refuses(
                zones().clearZones()
                        .addZones(
                                zone().addCells(
                                                ZoneCell.newBuilder()
                                                        .setCell("a")
                                                        .addBoundary(Point.newBuilder().setLat(91))
                                                        .addBoundary(Point.newBuilder())
                                                        .addBoundary(Point.newBuilder()))));
    }

    private static void refuses(Zones.Builder zones) {
        assertThatThrownBy(() -> ActiveZones.of(zones.build())).isInstanceOf(Refusal.class);
    }

    /** Two squares side by side. */
    private static Zones.Builder zones() {
        return Zones.newBuilder()
                .setProduct(Product.PRODUCT_DRIVER)
                .setRegion("seoul")
                .setVersion(1)
                .setPlanTime(Timestamps.of(PLANNED))
                .setExpireTime(Timestamps.of(EXPIRES))
                .setBasis(ZoneBasis.ZONE_BASIS_ZONES)
                .addZones(zone());
    }

    private static Zone.Builder zone() {
        ZoneCell.Builder west = ZoneCell.newBuilder().setCell("west");
        square(37.5, 127, 127.01).forEach(corner -> west.addBoundary(corner.toProto()));
        ZoneCell.Builder east =
                ZoneCell.newBuilder().setCell("east").setCloseTime(Timestamps.of(EXPIRES));
        square(37.5, 127.01, 127.02).forEach(corner -> east.addBoundary(corner.toProto()));
        return Zone.newBuilder().setZoneId("3").setCapacity(30).addCells(west).addCells(east);
    }

    private static List<Position> square(double lat, double west, double east) {
        return List.of(
                new Position(lat - .01, west),
                new Position(lat - .01, east),
                new Position(lat + .01, east),
                new Position(lat + .01, west));
    }
}
