package dev.supporters.routing.supporter;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.GeneralDrives;
import dev.supporters.contract.H3Cells;
import dev.supporters.contract.Memberships;
import dev.supporters.dispatch.assignment.FreeSupporter;
import dev.supporters.dispatch.assignment.Ranking;
import dev.supporters.dispatch.assignment.Ranking.RankedSupporter;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.routing.v1.CandidateFilter;
import dev.supporters.routing.geo.Cells;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The free supporters by H3 cell, in memory. It may lag behind the truth by the way of an event; the commander has the truth.
 * Changes of one driver come one after the other; those of others, and searches, come at the same time.
 */
public final class FreeSupporters {

    private static final int MOST_STEPS = 60;
    private static final Comparator<SupporterAtDistance> NEAREST_FIRST =
            comparingDouble(SupporterAtDistance::meters)
                    .thenComparing(comparing(found -> found.supporter().driverId()));

    private final Cells cells;
    private final GeneralDrives general;
    private final Map<DriverId, Supporter> supporters = new ConcurrentHashMap<>();
    private final Map<Long, Map<DriverId, FreeSupporter>> free = new ConcurrentHashMap<>();

    public FreeSupporters(Cells cells, GeneralDrives general) {
        this.cells = cells;
        this.general = general;
    }

    public void shift(DriverId driverId, UnaryOperator<ShiftState> change) {
        apply(driverId, supporter -> supporter.onShift(change));
    }

    public void engagement(DriverId driverId, UnaryOperator<EngagementStatus> change) {
        apply(driverId, supporter -> supporter.engaged(change));
    }

    public void location(DriverId driverId, UnaryOperator<LastKnownLocation> change) {
        apply(driverId, supporter -> supporter.located(change));
    }

    public void memberships(Memberships told) {
        apply(told.driverId(), supporter -> supporter.with(told));
    }

    public void tags(DriverId driverId, Set<String> told) {
        apply(driverId, supporter -> supporter.tagged(told));
    }

    /** None of a driver of whom nothing was heard. */
    public Set<String> tagsOf(DriverId driverId) {
        Supporter supporter = supporters.get(driverId);
        return supporter == null ? Set.of() : supporter.tags();
    }

    /** Whether a driver is not known to have left the product's supporters, or to have switched off. */
    public boolean takesPart(DriverId driverId, Product product) {
        Supporter supporter = supporters.get(driverId);
        return supporter == null || supporter.takesPart(product);
    }

    /** The driver's shift, as far as it was heard of. */
    public ShiftState shiftOf(DriverId driverId) {
        Supporter supporter = supporters.get(driverId);
        return supporter == null ? new ShiftState.NotHeardOf() : supporter.shift();
    }

    /** How many can be commanded. */
    public int count() {
        return (int)
                free.values().stream()
                        .flatMap(there -> there.values().stream())
                        .filter(each -> takesPart(each.driverId(), each.product()))
                        .filter(each -> general.of(each.driverId()).isEmpty())
                        .count();
    }

    /** The nearest who fit, by rings of cells that grow until nobody nearer can be in the next one. */
    public NearbySupporters near(SupporterSearch search) {
        if (free.isEmpty()) {
            return NearbySupporters.NOBODY;
        }
        long center = cells.cell(search.origin());
        List<SupporterAtDistance> found = new ArrayList<>();
        List<Unfit> unfit = new ArrayList<>(0);
        for (int steps = 0; steps <= MOST_STEPS; steps++) {
            double least = H3Cells.leastMeters(steps);
            if (least > search.reachMeters() || complete(found, search.most(), least)) {
                break;
            }
            for (long cell : cells.ring(center, steps)) {
                collect(cell, search, found, unfit);
            }
            found.sort(NEAREST_FIRST);
        }
        return new NearbySupporters(
                found.stream().limit(search.most()).map(SupporterAtDistance::supporter).toList(),
                unfit.stream().limit(search.most()).toList());
    }

    private void collect(
            long cell, SupporterSearch search, List<SupporterAtDistance> found, List<Unfit> unfit) {
        for (FreeSupporter supporter : free.getOrDefault(cell, Map.of()).values()) {
            double meters = supporter.position().metersTo(search.origin());
            boolean engaged = general.of(supporter.driverId()).isPresent();
            if (meters > search.reachMeters() || !search.concerns(supporter) || engaged) {
                continue;
            }
            CandidateFilter filter =
                    search.filter(
                            supporter,
                            takesPart(supporter.driverId(), supporter.product()),
                            tagsOf(supporter.driverId()));
            if (filter == CandidateFilter.CANDIDATE_FILTER_UNSPECIFIED) {
                found.add(new SupporterAtDistance(supporter, meters));
            } else {
                unfit.add(new Unfit(supporter, filter));
            }
        }
    }

    private static boolean complete(List<SupporterAtDistance> sorted, int most, double least) {
        return sorted.size() >= most && sorted.get(most - 1).meters() <= least;
    }

    private void apply(DriverId driverId, UnaryOperator<Supporter> change) {
        supporters.compute(
                driverId,
                (id, known) -> {
                    Supporter before = known == null ? Supporter.unheard(id) : known;
                    Supporter after = change.apply(before);
                    place(before, after);
                    return after;
                });
    }

    private void place(Supporter before, Supporter after) {
        DriverId driverId = after.driverId();
        before.free()
                .ifPresent(was -> {
                    if (after.free().filter(is -> is.cell() == was.cell()).isEmpty()) {
                        free.computeIfPresent(
                                was.cell(), (cell, there) -> without(there, driverId));
                    }
                });
        after.free()
                .ifPresent(
                        is -> free.compute(is.cell(), (cell, there) -> with(there, driverId, is)));
    }

    private static Map<DriverId, FreeSupporter> with(
            Map<DriverId, FreeSupporter> there, DriverId driverId, FreeSupporter supporter) {
        Map<DriverId, FreeSupporter> after = there == null ? new ConcurrentHashMap<>() : there;
        after.put(driverId, supporter);
        return after;
    }

    private static Map<DriverId, FreeSupporter> without(
            Map<DriverId, FreeSupporter> there, DriverId driverId) {
        there.remove(driverId);
        return there.isEmpty() ? null : there;
    }

    /**
     * Who is near.
     *
     * @param fit who can be commanded, nearest first
     * @param unfit who cannot, though as near as those
     */
    public record NearbySupporters(List<FreeSupporter> fit, List<Unfit> unfit) {

        static final NearbySupporters NOBODY = new NearbySupporters(List.of(), List.of());

        public NearbySupporters {
            fit = List.copyOf(fit);
            unfit = List.copyOf(unfit);
        }

        /** Those who are no candidates, together with those whom the ranking left out. */
        public List<Unfit> withUnranked(Ranking ranking) {
            if (ranking.ranked().size() == fit.size()) {
                return unfit;
            }
            Set<DriverId> ranked =
                    ranking.ranked().stream()
                            .map(RankedSupporter::driverId)
                            .collect(Collectors.toSet());
            return Stream.concat(
                            unfit.stream(),
                            fit.stream()
                                    .filter(supporter -> !ranked.contains(supporter.driverId()))
                                    .map(supporter ->
                                            new Unfit(
                                                    supporter,
                                                    CandidateFilter.CANDIDATE_FILTER_NOT_RANKED)))
                    .toList();
        }
    }

    /** Somebody who is no candidate, and why. */
    public record Unfit(FreeSupporter supporter, CandidateFilter filter) {}

    private record SupporterAtDistance(FreeSupporter supporter, double meters) {}
}
