package dev.supporters.gateway.adapter.graphql.zone;

import dev.supporters.gateway.adapter.graphql.common.CommonTypes.MoneyView;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.util.List;

/** Zones as the schema shows them. */
public final class ZoneTypes {

    private ZoneTypes() {}

    @Type("Zones")
    @Description("The active zones of a product in a region, as of one plan.")
    public record ZonesView(
            @Description("The product.") Product product,
            @NonNull @Description("The region.") String region,
            @NonNull @Description("Grows with every plan; 0 before the first one.") Long version,
            @Description("When it was planned; null before the first plan.") Instant plannedAt,
            @Description("After this time the plan is too old, and the region applies.")
                    Instant expiresAt,
            @Description("What applies: the zones, or the region and why.") ZoneBasis basis,
            @NonNull @Description("The zones; empty if the region applies.")
                    List<@NonNull ZoneView> zones,
            @NonNull @Description("Cells that closed in the last 12 hours, oldest first.")
                    List<@NonNull ClosedCellView> closedCells,
            @NonNull @Description("What the demand comes from.") String forecastVersion,
            @NonNull @Description("The policy that gave the thresholds.") Long policyVersion,
            @Description(
                            "Forecast of the guaranteed wage per completed call in the whole region, inside and outside of zones; null before anybody has worked. For operators and services.")
                    MoneyView wagePerCall) {}

    @Enum("ZoneBasis")
    @Description("What applies, and if it is not the zones, why not.")
    public enum ZoneBasis {
        @Description("The zones apply.")
        ZONES,

        @Description("The policy has switched zones off: the region applies.")
        SWITCHED_OFF,

        @Description("The policy's thresholds contradict each other: the region applies.")
        INVALID_THRESHOLDS,

        @Description("Nothing says where demand will be: the region applies.")
        NO_FORECAST,

        @Description("The forecast is zero everywhere: the region applies.")
        NO_DEMAND,

        @Description("No cells reach the threshold together: the region applies.")
        NO_CELL_OPEN,

        @Description("More cells reach the threshold than a plan can have: the region applies.")
        TOO_MANY_CELLS
    }

    @Type("Zone")
    @Description("Connected cells in which supporters may begin a shift.")
    public record ZoneView(
            @Id
                    @NonNull
                    @Description(
                            "The zone; the same while it overlaps with that of the plan before.")
                    String zoneId,
            @NonNull @Description("Its cells.") List<@NonNull ZoneCellView> cells,
            @Description("How many supporters may be at work who began in it; null if any number.")
                    Integer capacity,
            @NonNull @Description("How many supporters are at work who began in it.")
                    Integer occupancy,
            @NonNull @Description("Calls that it expects in the next 30 minutes.") Double demand,
            @Description(
                            "Forecast of the guaranteed wage per completed call; null before anybody has worked. For operators and services.")
                    MoneyView wagePerCall,
            @NonNull
                    @Description(
                            "Whether no shift may begin in it now: nextWagePerCall is above maxWagePerCall.")
                    Boolean overWageBound,
            @Description(
                            "wagePerCall as it would be with one supporter more; null if the policy has no bound. For operators and services.")
                    MoneyView nextWagePerCall,
            @Description(
                            "The policy's bound of nextWagePerCall; null if it has none. For operators and services.")
                    MoneyView maxWagePerCall,
            @Description(
                            "How many supporters may be at work who began in it before nextWagePerCall is above maxWagePerCall: until the next plan no more begin. 0 if nobody may begin, null if the policy has no bound. For operators and services.")
                    Integer wageCapacity) {}

    @Type("ZoneCell")
    @Description("A hexagon of H3, resolution 8.")
    public record ZoneCellView(
            @Id @NonNull @Description("H3 index.") String cell,
            @Description("Open, or about to close.") ZoneCellState state,
            @NonNull @Description("Calls that it expects in the next 30 minutes, smoothed.")
                    Double demand,
            @Description("When it closes if the demand does not come back; null if it is open.")
                    Instant closesAt,
            @NonNull @Description("Its corners, anticlockwise.")
                    List<@NonNull PointView> boundary) {}

    @Enum("ZoneCellState")
    @Description("The state of an active cell.")
    public enum ZoneCellState {
        @Description("Shifts may begin in it.")
        OPEN,

        @Description("Shifts may still begin in it; it closes soon.")
        CLOSING
    }

    @Type("ClosedCell")
    @Description("A cell that was in a zone and closed.")
    public record ClosedCellView(
            @Id @NonNull @Description("H3 index.") String cell,
            @Id @NonNull @Description("The zone that it was in.") String zoneId,
            @Description("When it closed.") Instant closedAt) {}

    @Type("Point")
    @Description("A position on the map.")
    public record PointView(
            @NonNull @Description("Latitude in degrees (WGS 84).") Double lat,
            @NonNull @Description("Longitude in degrees (WGS 84).") Double lng) {}

    @Type("ZoneAt")
    @Description("Where a position is, as far as zones are concerned.")
    public record ZoneAtView(
            @NonNull @Description("The smallest region that contains the position.") String region,
            @Description("Where the position is in it.") ZonePlacement placement,
            @Description("What applies.") ZoneBasis basis,
            @Id @Description("The zone; null unless the position is in one.") String zoneId,
            @Description("The cell; null unless the position is in a zone.") ZoneCellView cell) {}

    @Enum("ZonePlacement")
    @Description("Where a position is.")
    public enum ZonePlacement {
        @Description("In an active zone.")
        INSIDE,

        @Description("In none of the active zones.")
        OUTSIDE,

        @Description("The region applies.")
        REGION,

        @Description("The region applies, because the plan is too old or there is none.")
        REGION_OUTDATED
    }

    @Type("ZoneWarning")
    @Description(
            "The cell in which a shift began is about to close. The shift goes on, and so does its pay.")
    public record ZoneWarning(
            @Id @NonNull @Description("The zone.") String zoneId,
            @Id @NonNull @Description("The cell.") String cell,
            @Description("When it closes if the demand does not come back.") Instant closesAt) {}
}
