package dev.supporters.replay;

import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.dispatch.zone.ZonePlan;
import dev.supporters.dispatch.zone.ZonePlan.Cell;
import dev.supporters.dispatch.zone.ZonePlan.Zone;
import dev.supporters.dispatch.zone.ZonePlanner;
import dev.supporters.proto.zone.v1.ZonePlanRecord;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A recorded plan of zones.
 *
 * @param plan as it was recorded
 * @param differences what came out otherwise when it was made again
 */
record RecordedZonePlan(ZonePlanRecord record, ZonePlan plan, List<String> differences)
        implements Recorded {

    private static final ZonePlanner PLANNER = new ZonePlanner(new DemandCells());

    RecordedZonePlan {
        differences = List.copyOf(differences);
    }

    static RecordedZonePlan of(ZonePlanRecord record) {
        ZonePlan recorded = ZoneInputsMapper.plan(record.getPlan());
        ZonePlan again = PLANNER.plan(ZoneInputsMapper.inputs(record.getInputs()));
        List<String> differences = new ArrayList<>();
        compare("time", recorded.time(), again.time(), differences);
        compare("basis", recorded.basis(), again.basis(), differences);
        compare("zones", texts(recorded), texts(again), differences);
        compare("closed", recorded.closed().size(), again.closed().size(), differences);
        compare("last number", recorded.lastNumber(), again.lastNumber(), differences);
        if (differences.isEmpty()) {
            // all that the texts round or leave out
            compare("plan", recorded, again, differences);
        }
        return new RecordedZonePlan(record, recorded, differences);
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
                        "zones",
                        record.getRegion(),
                        record.getVersion(),
                        Phrases.time(plan.time(), ZoneOffset.UTC),
                        record.getInputs().getForecast()));
        lines.add("  " + phrases.line("zones." + plan.basis()));
        for (Zone zone : plan.zones()) {
            lines.add(
                    "  "
                            + phrases.line(
                                    "zones.zone",
                                    zone.number(),
                                    zone.cells().size(),
                                    tenths(zone.demand())));
            zone.cells().stream()
                    .filter(cell -> cell.closeTime().isPresent())
                    .forEach(cell -> lines.add("    " + closing(cell, phrases)));
        }
        return lines;
    }

    private String closing(Cell cell, Phrases phrases) {
        return phrases.line(
                "zones.closing",
                Long.toHexString(cell.index()),
                Phrases.time(cell.closeTime().orElseThrow(), ZoneOffset.UTC),
                tenths(cell.demand()),
                tenths(record.getInputs().getRules().getOpenDemand()));
    }

    private static void compare(
            String what, Object recorded, Object again, List<String> differences) {
        if (!recorded.equals(again)) {
            differences.add("  " + what + ": " + recorded + " -> " + again);
        }
    }

    /** Each zone with its cells and when they close. */
    private static List<String> texts(ZonePlan plan) {
        return plan.zones().stream()
                .map(zone ->
                        zone.number()
                                + "="
                                + zone.cells().stream().map(RecordedZonePlan::text).toList())
                .toList();
    }

    private static String text(Cell cell) {
        return Long.toHexString(cell.index())
                + ":"
                + cell.demand()
                + cell.closeTime().map(time -> "@" + time).orElse("");
    }

    private static String tenths(double value) {
        return Double.toString(Math.round(value * 10) / 10.0);
    }
}
