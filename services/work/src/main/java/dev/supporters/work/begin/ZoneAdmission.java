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
import dev.supporters.work.shift.ShiftRepository;

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

    /** More than ever begin in one zone in a night. */
    private static final int MOST_AT_WORK = 10_000;

    private final ActiveZonesProvider zones;
    private final AggregateStore<ZonePlaces> places;
    private final AggregateStore<Shift> shifts;
    private final ShiftRepository repository;

    public ZoneAdmission(
            ActiveZonesProvider zones,
            AggregateStore<ZonePlaces> places,
            AggregateStore<Shift> shifts,
            ShiftRepository repository) {
        this.zones = zones;
        this.places = places;
        this.shifts = shifts;
        this.repository = repository;
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
        String id = id(cell.zoneId(), details);
        PlaceLimit.of(cell)
                .ifPresentOrElse(
                        limit -> takePlace(id, cell.zoneId(), limit, details, now),
                        () -> count(id, details, now));
    }

    /** While there is no limit: a later one counts who began meanwhile. Before the first one there is nothing to count in. */
    private void count(String id, ShiftDetails details, Instant now) {
        places.react(
                id,
                "",
                (current, version) ->
                        current.filter(before -> !before.has(details.id()))
                                .map(before -> Change.to(before.with(details.id(), now))));
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

    private static String id(String zoneId, ShiftDetails details) {
        return Products.name(details.product())
                + "/"
                + details.region()
                + "/"
                + details.businessDate()
                + "/"
                + zoneId;
    }

    private void takePlace(
            String id, String zoneId, PlaceLimit limit, ShiftDetails details, Instant now) {
        ZonePlaces known =
                places.find(id)
                        .map(Versioned::value)
                        .orElseGet(() -> firstPlaces(id, zoneId, details, now));
        Set<WorkId> over = known.full(limit.supporters()) ? over(known, now) : Set.of();
        places.react(
                id,
                "",
                (current, version) -> {
                    ZonePlaces before = current.orElse(known);
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

    /** Of those at work who began in the zone before it had a limit. Whoever begins at this very moment may not be among them. */
    private ZonePlaces firstPlaces(String id, String zoneId, ShiftDetails details, Instant now) {
        ZonePlaces first =
                ZonePlaces.of(
                        details.windowEnd(),
                        repository.openInZone(zoneId, details, now, MOST_AT_WORK).stream()
                                .map(found -> found.value().details().id())
                                .toList(),
                        now);
        return places.react(
                        id,
                        "",
                        (current, version) ->
                                current.isPresent()
                                        ? Optional.empty()
                                        : Optional.of(Change.to(first)))
                .map(Versioned::value)
                .orElse(first);
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
