package dev.supporters.call.adapter.mongo;

import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallState;
import dev.supporters.call.life.Nearby;
import dev.supporters.contract.H3Cells;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.Versioned;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Searches calls by rings of cells, from the inside, until there are enough, or the radius is covered. */
final class NearbySearch {

    /** So many rings are one query. */
    private static final int RINGS = 3;

    /** No query reads more calls. */
    private static final int MOST = 1_000;

    private final AggregateStore<Call> documents;
    private final OriginCellIndex cells;

    NearbySearch(AggregateStore<Call> documents, OriginCellIndex cells) {
        this.documents = documents;
        this.cells = cells;
    }

    static Query query(Nearby nearby, List<Long> cells) {
        return Query.atMost(MOST)
                .equal(CallStateMapper.STATE, CallState.Kind.GENERAL)
                .equal(CallMapper.PRODUCT, nearby.product())
                .in(CallMapper.ORIGIN_CELL, cells)
                .atOrAfter(CallMapper.CREATE_TIME, nearby.begin())
                .descending(CallMapper.CREATE_TIME);
    }

    List<Versioned<Call>> search(Nearby nearby) {
        List<Near> found = new ArrayList<>();
        int last = OriginCellIndex.steps(nearby.radiusMeters());
        for (int ring = 0; ring <= last && !enough(found, ring, nearby); ring += RINGS) {
            found.addAll(inRings(nearby, ring, Math.min(ring + RINGS - 1, last)));
        }
        return found.stream()
                .sorted(Comparator.comparingDouble(Near::meters))
                .limit(nearby.limit())
                .map(Near::call)
                .toList();
    }

    /** Whether nothing from this ring on can be nearer than what there is. */
    private static boolean enough(List<Near> found, int ring, Nearby nearby) {
        double least = H3Cells.leastMeters(ring);
        return found.stream().filter(near -> near.meters() <= least).count() >= nearby.limit();
    }

    private List<Near> inRings(Nearby nearby, int first, int last) {
        return documents.query(query(nearby, cells.rings(nearby.here(), first, last))).stream()
                .flatMap(call -> near(call, nearby))
                .toList();
    }

    private static Stream<Near> near(Versioned<Call> call, Nearby nearby) {
        return call.value().order().origin().position().stream()
                .map(origin -> new Near(call, nearby.here().metersTo(origin)))
                .filter(near -> near.meters() <= nearby.radiusMeters());
    }

    private record Near(Versioned<Call> call, double meters) {}
}
