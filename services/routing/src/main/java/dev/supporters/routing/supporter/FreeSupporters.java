package dev.supporters.routing.supporter;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import dev.supporters.routing.geo.Cells;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * The free supporters by H3 cell, in memory. It may lag behind the truth by the way of an event; the commander has the truth.
 * Changes come one at a time, searches read beside them.
 */
public final class FreeSupporters {

    private static final int MOST_STEPS = 60;
    private static final Comparator<Found> NEAREST_FIRST =
            comparingDouble(Found::meters)
                    .thenComparing(comparing(found -> found.supporter().driverId()));

    private final Cells cells;
    private final Map<String, Supporter> supporters = new ConcurrentHashMap<>();
    private final Map<Long, Map<String, FreeSupporter>> free = new ConcurrentHashMap<>();

    public FreeSupporters(Cells cells) {
        this.cells = cells;
    }

    public void attendance(String driverId, UnaryOperator<Attendance> change) {
        apply(driverId, supporter -> supporter.attending(change));
    }

    public void engagement(String driverId, UnaryOperator<Engagement> change) {
        apply(driverId, supporter -> supporter.engaged(change));
    }

    public void whereabouts(String driverId, UnaryOperator<Whereabouts> change) {
        apply(driverId, supporter -> supporter.located(change));
    }

    /** How many are free. */
    public int count() {
        return free.values().stream().mapToInt(Map::size).sum();
    }

    /** The nearest who fit, nearest first, by rings of cells that grow until nobody nearer can be in the next one. */
    public List<FreeSupporter> near(Search search) {
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

    private void collect(long cell, Search search, List<Found> found) {
        for (FreeSupporter supporter : free.getOrDefault(cell, Map.of()).values()) {
            double meters = supporter.position().metersTo(search.origin());
            if (meters <= search.reachMeters() && search.wants(supporter)) {
                found.add(new Found(supporter, meters));
            }
        }
    }

    private static boolean complete(List<Found> sorted, int most, double least) {
        return sorted.size() >= most && sorted.get(most - 1).meters() <= least;
    }

    private synchronized void apply(String driverId, UnaryOperator<Supporter> change) {
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

    private static Map<String, FreeSupporter> without(
            Map<String, FreeSupporter> there, String driverId) {
        there.remove(driverId);
        return there.isEmpty() ? null : there;
    }

    private record Found(FreeSupporter supporter, double meters) {}
}
