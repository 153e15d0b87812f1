package dev.supporters.contract;

import static java.util.Objects.requireNonNull;

import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.zone.v1.Zone;
import dev.supporters.proto.zone.v1.ZoneBasis;
import dev.supporters.proto.zone.v1.ZoneCell;
import dev.supporters.proto.zone.v1.Zones;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The zones of a product and region as their newest plan has them, for whoever must know whether a position is in one. Zones only
 * narrow the region: whether the region contains the position is not looked at here.
 *
 * @param version of the plan
 * @param expireTime after it the plan is outdated
 * @param cells the active cells; empty unless the basis is ZONES
 */
public record ActiveZones(
        Product product,
        String region,
        long version,
        Instant expireTime,
        ZoneBasis basis,
        List<ActiveCell> cells) {

    private static final int MAX_CELLS = 4_000;
    private static final int REGION_LENGTH = 40;
    private static final int ID_LENGTH = 20;

    public ActiveZones {
        Products.required(product);
        Require.text(region, "region", REGION_LENGTH);
        requireNonNull(expireTime);
        requireNonNull(basis);
        Require.items(cells.size(), "zones.cells", 0, MAX_CELLS);
        cells = List.copyOf(cells);
    }

    /** Where a position is. */
    public sealed interface Placement {

        /** In an active cell. */
        record Inside(ActiveCell cell) implements Placement {}

        /** In none of the active cells. */
        record Outside() implements Placement {}

        /**
         * The region applies.
         *
         * @param basis why; ZONES if there are zones, but too old ones
         * @param outdated whether the plan is too old, or there is none
         */
        record InRegion(ZoneBasis basis, boolean outdated) implements Placement {

            /** As a word of events and metrics, like "no_forecast" or "outdated". */
            public String reason() {
                return outdated
                        ? "outdated"
                        : basis.name().replace("ZONE_BASIS_", "").toLowerCase(Locale.ROOT);
            }
        }
    }

    /**
     * A cell of a zone, with what a begin must know of the zone.
     *
     * @param cell H3 index in hexadecimal digits
     * @param capacity 0 if there is no limit
     * @param wageBound empty if the policy has none
     * @param closeTime set if the cell was warned
     */
    public record ActiveCell(
            String zoneId,
            String cell,
            int capacity,
            Optional<WageBound> wageBound,
            Optional<Instant> closeTime,
            CellBoundary boundary) {

        public ActiveCell {
            Require.text(zoneId, "zone_id", ID_LENGTH);
            Require.text(cell, "cell", ID_LENGTH);
            Require.wholeNumber(capacity, "capacity", 0, Integer.MAX_VALUE);
            requireNonNull(wageBound);
            requireNonNull(closeTime);
            requireNonNull(boundary);
        }
    }

    /**
     * The policy's bound of the guaranteed wage per completed call in a zone.
     *
     * @param next the forecast with one supporter more
     * @param most the bound
     * @param supporters as many may be at work who began in the zone, until the next plan; 0 if nobody may begin, or the planner does not
     *     say it
     */
    public record WageBound(Money next, Money most, int supporters) {

        public WageBound {
            requireNonNull(next);
            requireNonNull(most);
            Require.wholeNumber(supporters, "wage_capacity", 0, Integer.MAX_VALUE);
        }

        /** Whether nobody may begin. */
        public boolean exceeded() {
            return next.amount() > most.amount();
        }
    }

    /** Refused: INVALID_ARGUMENT where the message is out of its bounds. */
    public static ActiveZones of(Zones zones) {
        return new ActiveZones(
                zones.getProduct(),
                zones.getRegion(),
                zones.getVersion(),
                Timestamps.instant(zones.getExpireTime()),
                zones.getBasis(),
                zones.getBasis() == ZoneBasis.ZONE_BASIS_ZONES ? cells(zones) : List.of());
    }

    /** Where there has been no plan. */
    public static Placement noPlan() {
        return new Placement.InRegion(ZoneBasis.ZONE_BASIS_NO_FORECAST, true);
    }

    /** The one that is valid for longer: an event that comes again does not bring older zones back. */
    public static ActiveZones newer(ActiveZones before, ActiveZones next) {
        return next.expireTime.isBefore(before.expireTime) ? before : next;
    }

    public Placement place(Position position, Instant now) {
        if (basis != ZoneBasis.ZONE_BASIS_ZONES) {
            return new Placement.InRegion(basis, false);
        }
        if (now.isAfter(expireTime)) {
            return new Placement.InRegion(basis, true);
        }
        return cells.stream()
                .filter(cell -> cell.boundary().contains(position))
                .findFirst()
                .<Placement>map(Placement.Inside::new)
                .orElseGet(Placement.Outside::new);
    }

    private static List<ActiveCell> cells(Zones zones) {
        return zones.getZonesList().stream()
                .flatMap(zone -> zone.getCellsList().stream().map(cell -> cell(zone, cell)))
                .toList();
    }

    private static ActiveCell cell(Zone zone, ZoneCell cell) {
        return new ActiveCell(
                zone.getZoneId(),
                cell.getCell(),
                zone.getCapacity(),
                zone.hasMaxWagePerCall()
                        ? Optional.of(
                                new WageBound(
                                        Money.of(zone.getNextWagePerCall()),
                                        Money.of(zone.getMaxWagePerCall()),
                                        zone.getWageCapacity()))
                        : Optional.empty(),
                cell.hasCloseTime()
                        ? Optional.of(Timestamps.instant(cell.getCloseTime()))
                        : Optional.empty(),
                new CellBoundary(cell.getBoundaryList().stream().map(Position::of).toList()));
    }
}
