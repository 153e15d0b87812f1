package dev.supporters.insight.kpi;

import static java.util.Comparator.comparingLong;

import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.insight.night.CellCounts;
import dev.supporters.insight.night.NightCounts;
import dev.supporters.proto.insight.v1.CellKpis;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Figures of cells as they travel. */
final class CellMessages {

    /** A night of a large city has some hundreds of cells; what comes after these had hardly a call. */
    private static final int MOST = 500;

    private static final DemandCells CELLS = new DemandCells();

    private CellMessages() {}

    /** Those with the most calls first. */
    static List<CellKpis> cells(NightCounts counts) {
        Comparator<Map.Entry<Long, CellCounts>> mostCalls =
                comparingLong(cell -> -cell.getValue().requested());
        return counts.cells().entrySet().stream()
                .sorted(mostCalls.thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(cell -> kpis(cell.getKey(), cell.getValue()))
                .toList();
    }

    private static CellKpis kpis(long cell, CellCounts counts) {
        CellKpis.Builder kpis =
                CellKpis.newBuilder()
                        .setCell(Long.toHexString(cell))
                        .setCenter(CELLS.center(cell).toProto())
                        .setCalls(counts.requested())
                        .setEndedCalls(counts.ended())
                        .setCompletedCalls(counts.completed())
                        .setSupporterCalls(counts.bySupporters())
                        .setShifts(counts.shifts());
        CELLS.boundary(cell).forEach(corner -> kpis.addBoundary(corner.toProto()));
        counts.completionRate().ifPresent(kpis::setCompletionRate);
        counts.supporterCompletionRate().ifPresent(kpis::setSupporterCompletionRate);
        counts.demandCoverage().ifPresent(kpis::setDemandCoverage);
        counts.generalShare().ifPresent(kpis::setGeneralShare);
        return kpis.build();
    }
}
