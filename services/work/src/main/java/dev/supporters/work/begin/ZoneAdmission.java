package dev.supporters.work.begin;

import static java.util.Comparator.comparingInt;

import dev.supporters.contract.ActiveZones.ActiveCell;
import dev.supporters.contract.ActiveZones.Placement;
import dev.supporters.contract.ActiveZones.WageBound;
import dev.supporters.contract.Money;
import dev.supporters.contract.Products;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.zone.v1.ZoneBasis;
import dev.supporters.work.shift.BeginZone;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.ShiftDetails;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a shift may begin by the zones. The places of a zone on a business date are one document, and a place is taken by a
 * conditional update of it, so that never more shifts have one than there are, however many begin at once.
 */
@ApplicationScoped
public class ZoneAdmission {

    /** A place that was taken so long ago for a shift that there is not yet: its begin failed. */
    private static final Duration ABANDONED = Duration.ofMinutes(1);

    private final ActiveZonesProvider zones;
    private final AggregateStore<ZonePlaces> places;
    private final AggregateStore<Shift> shifts;

    public ZoneAdmission(
            ActiveZonesProvider zones,
            AggregateStore<ZonePlaces> places,
            AggregateStore<Shift> shifts) {
        this.zones = zones;
        this.places = places;
        this.shifts = shifts;
    }

    /** Where the begin would be. */
    Placement place(BeginOrder order, WorkPolicy policy, Instant now) {
        return policy.zones()
                ? zones.place(order.product(), policy.region(), order.position(), now)
                : new Placement.InRegion(ZoneBasis.ZONE_BASIS_SWITCHED_OFF, false);
    }

    /** What the shift remembers of it. */
    static BeginZone zone(Placement placement) {
        return switch (placement) {
            case Placement.Inside inside ->
                    new BeginZone(inside.cell().zoneId(), inside.cell().cell(), "");
            case Placement.InRegion region -> BeginZone.region(region.reason());
            case Placement.Outside _ -> BeginZone.UNKNOWN;
        };
    }

    /** Takes a place for the shift. Refused: ZONE_FULL. */
    void takePlace(ActiveCell cell, ShiftDetails details, Instant now) {
        cell.wageBound()
                .filter(WageBound::exceeded)
                .ifPresent(bound -> {
                    throw overWageBound(cell.zoneId(), bound);
                });
        Optional<PlaceLimit> limit = PlaceLimit.of(cell);
        if (limit.isPresent()) {
            takePlace(cell.zoneId(), limit.get(), details, now);
        }
    }

    /**
     * How many may be at work who began in a zone. The wage bound of a plan is one for all who begin until the next plan: each of them
     * makes the wage per completed call more.
     *
     * @param why a full zone's refusal says it
     */
    private record PlaceLimit(int supporters, String why) {

        static Optional<PlaceLimit> of(ActiveCell cell) {
            Optional<PlaceLimit> byWage =
                    cell.wageBound()
                            .filter(bound -> bound.supporters() > 0)
                            .map(bound ->
                                    new PlaceLimit(
                                            bound.supporters(),
                                            ", for a wage of at most "
                                                    + text(bound.most())
                                                    + " per completed call"));
            Optional<PlaceLimit> byCapacity =
                    cell.capacity() > 0
                            ? Optional.of(new PlaceLimit(cell.capacity(), ""))
                            : Optional.empty();
            return Stream.of(byCapacity, byWage)
                    .flatMap(Optional::stream)
                    .min(comparingInt(PlaceLimit::supporters));
        }
    }

    private static Refusal overWageBound(String zoneId, WageBound bound) {
        return new Refusal(
                ErrorReason.ERROR_REASON_ZONE_FULL,
                "zone " + zoneId + " with a wage of " + text(bound.next()) + " per completed call",
                "at most " + text(bound.most()));
    }

    private static String text(Money money) {
        return money.amount() + " " + money.currency();
    }

    private void takePlace(String zoneId, PlaceLimit limit, ShiftDetails details, Instant now) {
        String id =
                Products.name(details.product())
                        + "/"
                        + details.region()
                        + "/"
                        + details.businessDate()
                        + "/"
                        + zoneId;
        Set<WorkId> over =
                places.find(id)
                        .map(Versioned::value)
                        .filter(found -> found.full(limit.supporters()))
                        .map(full -> over(full, now))
                        .orElse(Set.of());
        places.react(
                id,
                "",
                (current, version) -> {
                    ZonePlaces before =
                            current.orElseGet(() -> ZonePlaces.free(details.windowEnd()));
                    if (before.has(details.id())) {
                        return Optional.empty();
                    }
                    ZonePlaces left =
                            before.full(limit.supporters()) ? before.without(over) : before;
                    if (left.full(limit.supporters())) {
                        throw new Refusal(
                                ErrorReason.ERROR_REASON_ZONE_FULL,
                                "zone " + zoneId + " with " + left.taken().size() + " supporters",
                                "less than " + limit.supporters() + limit.why());
                    }
                    return Optional.of(Change.to(left.with(details.id(), now)));
                });
    }

    /** The places that nobody needs any more. */
    private Set<WorkId> over(ZonePlaces full, Instant now) {
        List<String> ids = full.taken().keySet().stream().map(WorkId::value).toList();
        Map<String, Shift> found =
                shifts.findAll(ids).stream()
                        .collect(Collectors.toMap(Versioned::id, Versioned::value));
        Set<WorkId> over = new HashSet<>();
        full.taken()
                .forEach((workId, since) -> {
                    Shift shift = found.get(workId.value());
                    boolean needed =
                            shift == null ? now.isBefore(since.plus(ABANDONED)) : shift.open();
                    if (!needed) {
                        over.add(workId);
                    }
                });
        return over;
    }
}
