package dev.supporters.dispatch.zone;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import dev.supporters.dispatch.zone.ZonePlan.Zone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Numbers zones so that each keeps its number while it overlaps with itself. Where zones join or part, the number goes where most
 * cells are the same; then to the smaller number, and to the zone with the smaller cell. A number is not used a second time.
 */
final class ZoneNumbers {

    private static final Comparator<Overlap> BEST_FIRST =
            comparingLong((Overlap overlap) -> -overlap.cells())
                    .thenComparing(Overlap::number)
                    .thenComparing(comparing(overlap -> overlap.zone().first()));

    private final ZonePlan before;
    private long last;

    ZoneNumbers(ZonePlan before) {
        this.before = before;
        last = before.lastNumber();
    }

    SortedMap<Long, SortedSet<Long>> number(List<SortedSet<Long>> zones) {
        TreeMap<Long, SortedSet<Long>> numbered = new TreeMap<>();
        Set<SortedSet<Long>> done = new HashSet<>();
        for (Overlap overlap : overlaps(zones)) {
            if (!numbered.containsKey(overlap.number()) && done.add(overlap.zone())) {
                numbered.put(overlap.number(), overlap.zone());
            }
        }
        for (SortedSet<Long> zone : zones) {
            if (done.add(zone)) {
                numbered.put(++last, zone);
            }
        }
        return numbered;
    }

    long last() {
        return last;
    }

    private List<Overlap> overlaps(List<SortedSet<Long>> zones) {
        List<Overlap> overlaps = new ArrayList<>();
        for (SortedSet<Long> zone : zones) {
            for (Zone known : before.zones()) {
                long cells =
                        known.cells().stream().filter(cell -> zone.contains(cell.index())).count();
                if (cells > 0) {
                    overlaps.add(new Overlap(known.number(), zone, cells));
                }
            }
        }
        overlaps.sort(BEST_FIRST);
        return overlaps;
    }

    private record Overlap(long number, SortedSet<Long> zone, long cells) {}
}
