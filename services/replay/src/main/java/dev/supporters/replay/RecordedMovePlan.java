package dev.supporters.replay;

import dev.supporters.contract.Products;
import dev.supporters.contract.WorkId;
import dev.supporters.dispatch.forecast.DemandPlaces;
import dev.supporters.dispatch.forecast.TonightHistory;
import dev.supporters.dispatch.move.PlanInputs;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.mlgateway.v1.DemandReach;
import dev.supporters.proto.mlgateway.v1.MovePlanRecord;
import dev.supporters.proto.mlgateway.v1.PlannedMove;
import dev.supporters.proto.mlgateway.v1.PlannedMoves;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A recorded plan of moves and rests.
 *
 * @param differences what came out otherwise when it was made again
 */
record RecordedMovePlan(MovePlanRecord record, List<String> differences) implements Recorded {

    private static final int ALL_PERCENT = 100;

    RecordedMovePlan {
        differences = List.copyOf(differences);
    }

    /** Plans again: from tonight's calls, as they are in the record, or from the history of that name. */
    static RecordedMovePlan of(MovePlanRecord record, HistoriesByName histories) {
        PlanInputs inputs = PlanInputsMapper.inputs(record.getInputs());
        PlannedMoves again =
                PlanInputsMapper.record(inputs.plan(places(record, inputs, histories)));
        List<String> differences = new ArrayList<>();
        List<PlannedMove> recorded = record.getPlan().getMovesList();
        if (!again.getMovesList().equals(recorded)) {
            differences.add("  moves: " + texts(recorded) + " -> " + texts(again.getMovesList()));
        }
        if (!again.getRestDriverIdsList().equals(record.getPlan().getRestDriverIdsList())) {
            differences.add(
                    "  rests: "
                            + record.getPlan().getRestDriverIdsList()
                            + " -> "
                            + again.getRestDriverIdsList());
        }
        int postponed = record.getPlan().getPostponedMoves();
        if (again.getPostponedMoves() != postponed) {
            differences.add("  postponed: " + postponed + " -> " + again.getPostponedMoves());
        }
        return new RecordedMovePlan(record, differences);
    }

    @Override
    public ReplayStatus result() {
        return differences.isEmpty() ? ReplayStatus.SAME : ReplayStatus.DIFFERENT;
    }

    @Override
    public List<String> explain(Phrases phrases) {
        List<String> lines = new ArrayList<>();
        lines.add(
                phrases.line(
                        "moves",
                        record.getRegion(),
                        Phrases.time(Timestamps.instant(record.getPlanTime()), ZoneOffset.UTC),
                        record.getInputs().getSupportersCount(),
                        record.getInputs().getObservedCallsMap().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum(),
                        record.getForecast()));
        DemandReach reach = record.getInputs().getReach();
        if (reach.getCellsCount() > 0) {
            lines.add(
                    "  "
                            + phrases.line(
                                    "moves.zones", reach.getCellsCount(), reach.getZonesVersion()));
        }
        if (record.getInputs().hasReach() && reach.getRolloutPercent() < ALL_PERCENT) {
            lines.add("  " + phrases.line("moves.rollout", reach.getRolloutPercent()));
        }
        for (PlannedMove move : record.getPlan().getMovesList()) {
            lines.add(
                    "  "
                            + phrases.line(
                                    "moves.move",
                                    move.getDriverId(),
                                    Long.toHexString(move.getCell()),
                                    phrases.minutes(
                                            Duration.ofSeconds((long) move.getTravelSeconds())),
                                    percent(move.getValue()),
                                    percent(move.getStayValue())));
        }
        for (String driver : record.getPlan().getRestDriverIdsList()) {
            lines.add("  " + phrases.line("moves.rest", driver));
        }
        if (record.getPlan().getPostponedMoves() > 0) {
            lines.add("  " + phrases.line("moves.postponed", record.getPlan().getPostponedMoves()));
        }
        return lines;
    }

    private static DemandPlaces places(
            MovePlanRecord record, PlanInputs inputs, HistoriesByName histories) {
        if (record.getForecast().equals(TonightHistory.NAME)) {
            TonightHistory.TonightsWindow night =
                    new TonightHistory.TonightsWindow(
                            record.getRegion(),
                            Products.name(record.getProduct()),
                            ZoneOffset.UTC,
                            LocalTime.MIDNIGHT,
                            WorkId.businessDate(record.getBusinessDate()));
            return new DemandPlaces(
                    TonightHistory.of(
                            night,
                            inputs.tick().windowEnd(),
                            inputs.tick().now(),
                            inputs.tick().observed()));
        }
        return histories
                .find(record.getForecast())
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "forecast: "
                                        + record.getForecast()
                                        + " (expected: -Dhistory=FILE or a folder with the"
                                        + " history of this checksum)"));
    }

    private static List<String> texts(List<PlannedMove> moves) {
        return moves.stream()
                .map(move -> move.getDriverId() + "=" + Long.toHexString(move.getCell()))
                .toList();
    }

    private static String percent(double probability) {
        return Math.round(probability * 100) + " %";
    }
}
