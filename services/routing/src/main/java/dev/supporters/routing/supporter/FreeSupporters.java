package dev.supporters.routing.supporter;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import dev.supporters.contract.DriverId;
import dev.supporters.routing.geo.Cells;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * The free supporters by H3 cell, in memory. It may lag behind the truth by the way of an event; the commander has the truth.
 * Changes come one at a time, searches read at the same time.
 */
public final class FreeSupporters {

    private static final int MOST_STEPS = 60;
    private static final Comparator<Found> NEAREST_FIRST =
            comparingDouble(Found::meters)
                    .thenComparing(comparing(found -> found.supporter().driverId()));

    private final Cells cells;
    private final Map<DriverId, Supporter> supporters = new ConcurrentHashMap<>();
    private final Map<Long, Map<DriverId, FreeSupporter>> free = new ConcurrentHashMap<>();

    public FreeSupporters(Cells cells) {
        this.cells = cells;
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

    /** How many are free. */
    public int count() {
        return free.values().stream().mapToInt(Map::size).sum();
    }

    /** The nearest who fit, nearest first, by rings of cells that grow until nobody nearer can be in the next one. */
    public List<FreeSupporter> near(SupporterSearch search) {
        if (free.isEmpty()) {
            return List.of();
        }
        long center = cells.cell(search.origin());
        List<Found> found = new ArrayList<>();
        for (int steps = 0; steps <= MOST_STEPS; steps++) {
            double least = Cells.leastMeters(steps);
            if (least > search.reachMeters() || complete(found, search.most(), least)) {
                break;
            }
            for (long cell : cells.ring(center, steps)) {
                collect(cell, search, found);
            }
            found.sort(NEAREST_FIRST);
        }
        return found.stream().limit(search.most()).map(Found::supporter).toList();
    }

    private void collect(long cell, SupporterSearch search, List<Found> found) {
        for (FreeSupporter supporter : free.getOrDefault(cell, Map.of()).values()) {
            double meters = supporter.position().metersTo(search.origin());
            if (meters <= search.reachMeters() && search.matches(supporter)) {
                found.add(new Found(supporter, meters));
            }
        }
    }

    private static boolean complete(List<Found> sorted, int most, double least) {
        return sorted.size() >= most && sorted.get(most - 1).meters() <= least;
    }

    private synchronized void apply(DriverId driverId, UnaryOperator<Supporter> change) {
        Supporter before = supporters.getOrDefault(driverId, Supporter.unheard(driverId));
        Supporter after = change.apply(before);
        supporters.put(driverId, after);
        before.free()
                .ifPresent(was -> {
                    if (after.free().filter(is -> is.cell() == was.cell()).isEmpty()) {
                        free.computeIfPresent(
                                was.cell(), (cell, there) -> without(there, driverId));
                    }
                });
        after.free()
                .ifPresent(is ->
                        free.computeIfAbsent(is.cell(), cell -> new ConcurrentHashMap<>())
                                .put(driverId, is));
    }

    private static Map<DriverId, FreeSupporter> without(
            Map<DriverId, FreeSupporter> there, DriverId driverId) {
        there.remove(driverId);
        return there.isEmpty() ? null : there;
    }

    private record Found(FreeSupporter supporter, double meters) {}
}
