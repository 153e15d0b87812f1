package dev.supporters.dispatch.forecast;

import dev.supporters.contract.Position;
import dev.supporters.contract.WorkWindow;
import dev.supporters.contract.WorkWindow.OpenWindow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Learns a {@link DemandHistory} from nights of the past. Calls outside their night's window say nothing and are left out. */
public final class DemandHistoryTrainer {

    /** A call of the past: when and where it began. */
    public record PastCall(Instant requestedAt, Position origin) {}

    private static final class CellSums {

        private final double[] calls;
        private double lat;
        private double lng;
        private int count;

        private CellSums(int bins) {
            calls = new double[bins];
        }
    }

    private final WorkWindow window;
    private final int bins;
    private final DemandCells cells = new DemandCells();
    private final Map<Long, CellSums> sums = new TreeMap<>();
    private LocalDate first = LocalDate.MAX;
    private LocalDate last = LocalDate.MIN;
    private int nights;

    public DemandHistoryTrainer(WorkWindow window) {
        this.window = window;
        this.bins =
                Math.ceilDiv(
                        (int) window.length().toMinutes(), (int) DemandHistory.BIN.toMinutes());
    }

    public void learn(LocalDate businessDate, Collection<PastCall> calls) {
        OpenWindow night = window.of(businessDate);
        for (PastCall call : calls) {
            int bin =
                    (int)
                            Duration.between(night.begin(), call.requestedAt())
                                    .dividedBy(DemandHistory.BIN);
            // a night with an hour more, because the clocks go back, teaches nothing about its last
            // one
            if (night.contains(call.requestedAt()) && bin < bins) {
                CellSums cell =
                        sums.computeIfAbsent(
                                cells.cell(call.origin()), number -> new CellSums(bins));
                cell.calls[bin]++;
                cell.lat += call.origin().lat();
                cell.lng += call.origin().lng();
                cell.count++;
            }
        }
        nights++;
        first = businessDate.isBefore(first) ? businessDate : first;
        last = businessDate.isAfter(last) ? businessDate : last;
    }

    /** What was learned so far; at least one night. */
    public DemandHistory history(String region, String product) {
        List<DemandHistory.Cell> learned = new ArrayList<>(sums.size());
        sums.forEach((number, cell) ->
                learned.add(
                        new DemandHistory.Cell(
                                number,
                                new Position(cell.lat / cell.count, cell.lng / cell.count),
                                smoothed(cell.calls))));
        return new DemandHistory(
                region, product, window.zone(), window.begin(), first, last, nights, bins, learned);
    }

    /** 1-2-1 over neighbouring bins; a missing neighbour's share stays in the bin, so that the sum does not change. */
    private List<Double> smoothed(double[] calls) {
        List<Double> means = new ArrayList<>(calls.length);
        for (int bin = 0; bin < calls.length; bin++) {
            double before = calls[Math.max(0, bin - 1)];
            double after = calls[Math.min(calls.length - 1, bin + 1)];
            means.add((before + 2 * calls[bin] + after) / 4 / nights);
        }
        return means;
    }
}
