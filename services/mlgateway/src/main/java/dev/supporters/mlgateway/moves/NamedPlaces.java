package dev.supporters.mlgateway.moves;

import dev.supporters.contract.CallId;
import dev.supporters.contract.Position;
import dev.supporters.dispatch.forecast.DemandCells;

import jakarta.inject.Singleton;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What places are called, from where calls began: a driver is told a name and not only a point. A name counts once several calls had it,
 * so that nobody's own address becomes one.
 */
@Singleton
public class NamedPlaces {

    private static final int LEAST_CALLS = 3;
    private static final int MOST_NAMES = 20_000;
    private static final double NEAR_METERS = 500;

    private final DemandCells cells = new DemandCells();
    private final Map<Name, Known> known = new ConcurrentHashMap<>();
    private final Map<Long, Set<Name>> byCell = new ConcurrentHashMap<>();

    private record Name(long cell, String poi) {}

    private record Known(Position position, Set<CallId> calls) {

        Known and(CallId callId) {
            if (calls.size() >= LEAST_CALLS || calls.contains(callId)) {
                return this;
            }
            Set<CallId> more = new HashSet<>(calls);
            more.add(callId);
            return new Known(position, Set.copyOf(more));
        }
    }

    /** A call began at a place of this name. */
    public void told(CallId callId, Position position, String poi) {
        if (poi.isBlank() || known.size() >= MOST_NAMES) {
            return;
        }
        Name name = new Name(cells.cell(position), poi);
        known.merge(
                name, new Known(position, Set.of(callId)), (before, first) -> before.and(callId));
        byCell.computeIfAbsent(name.cell(), cell -> ConcurrentHashMap.newKeySet()).add(name);
    }

    /** The name of the nearest known place; empty if none is near. */
    String nearest(Position position) {
        return cells.withNeighbours(cells.cell(position)).stream()
                .map(cell -> byCell.getOrDefault(cell, Set.of()))
                .flatMap(Collection::stream)
                .filter(name -> known.get(name).calls().size() >= LEAST_CALLS)
                .filter(name -> meters(name, position) <= NEAR_METERS)
                .min(
                        Comparator.comparingDouble((Name name) -> meters(name, position))
                                .thenComparing(Name::poi))
                .map(Name::poi)
                .orElse("");
    }

    private double meters(Name name, Position position) {
        return known.get(name).position().metersTo(position);
    }
}
