package dev.supporters.insight.adapter.mongo;

import static java.util.stream.Collectors.toMap;

import dev.supporters.insight.night.CellCounts;
import dev.supporters.insight.night.Histogram;
import dev.supporters.insight.night.NightCounts.CallTotals;
import dev.supporters.insight.night.NightCounts.CommandCounts;
import dev.supporters.insight.night.NightCounts.MemberCounts;
import dev.supporters.insight.night.NightCounts.ShiftCounts;
import dev.supporters.insight.night.NightCounts.StepCounts;
import dev.supporters.platform.store.StoredFields;

import org.bson.Document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts as parts of a document. */
final class NightCountsMapper {

    private static final int HEXADECIMAL = 16;

    private NightCountsMapper() {}

    static Document write(CallTotals calls) {
        return new Document("requested", calls.requested())
                .append("ended", calls.ended())
                .append("completed", calls.completed())
                .append("bySupporters", calls.bySupporters())
                .append("general", calls.general())
                .append("admitted", calls.admitted())
                .append("steps", calls.steps().stream().map(NightCountsMapper::write).toList());
    }

    static CallTotals calls(StoredFields fields) {
        return new CallTotals(
                fields.number("requested"),
                fields.number("ended"),
                fields.number("completed"),
                fields.number("bySupporters"),
                fields.number("general"),
                fields.number("admitted"),
                fields.parts("steps").stream()
                        .map(part ->
                                new StepCounts(
                                        part.number("requested"), part.number("bySupporters")))
                        .toList());
    }

    private static Document write(StepCounts step) {
        return new Document("requested", step.requested())
                .append("bySupporters", step.bySupporters());
    }

    static Document write(CommandCounts commands) {
        return new Document("accepted", commands.accepted())
                .append("bySilence", commands.bySilence())
                .append("cancelled", commands.cancelled())
                .append("completed", commands.completed())
                .append("pickupMinutes", write(commands.pickupMinutes()));
    }

    static CommandCounts commands(StoredFields fields) {
        return new CommandCounts(
                fields.number("accepted"),
                fields.number("bySilence"),
                fields.number("cancelled"),
                fields.number("completed"),
                histogram(fields.part("pickupMinutes")));
    }

    static Document write(ShiftCounts shifts) {
        List<Document> wages =
                new TreeMap<>(shifts.wages())
                        .entrySet().stream()
                                .map(each ->
                                        new Document("currency", each.getKey())
                                                .append("amount", each.getValue()))
                                .toList();
        Document document =
                new Document("begun", shifts.begun())
                        .append("paidMinutes", shifts.paidMinutes())
                        .append("wages", wages)
                        .append("tripRates", write(shifts.tripRates()));
        shifts.members()
                .ifPresent(members ->
                        document.append(
                                "members",
                                new Document("began", members.began())
                                        .append("expected", members.expected())));
        return document;
    }

    static ShiftCounts shifts(StoredFields fields) {
        return new ShiftCounts(
                fields.number("begun"),
                fields.findPart("members")
                        .map(part ->
                                new MemberCounts(part.number("began"), part.number("expected"))),
                fields.number("paidMinutes"),
                fields.parts("wages").stream()
                        .collect(
                                toMap(
                                        part -> part.text("currency"),
                                        part -> part.number("amount"))),
                histogram(fields.part("tripRates")));
    }

    static List<Document> write(Map<Long, CellCounts> cells) {
        return new TreeMap<>(cells)
                .entrySet().stream()
                        .map(each ->
                                new Document("cell", Long.toHexString(each.getKey()))
                                        .append("requested", each.getValue().requested())
                                        .append("ended", each.getValue().ended())
                                        .append("completed", each.getValue().completed())
                                        .append("bySupporters", each.getValue().bySupporters())
                                        .append("general", each.getValue().general())
                                        .append("admitted", each.getValue().admitted())
                                        .append("shifts", each.getValue().shifts()))
                        .toList();
    }

    /** Documents of form 1 have none. */
    static Map<Long, CellCounts> cells(StoredFields night) {
        return night.has("cells")
                ? night.parts("cells").stream()
                        .collect(
                                toMap(
                                        cell -> Long.parseLong(cell.text("cell"), HEXADECIMAL),
                                        NightCountsMapper::cell))
                : Map.of();
    }

    private static CellCounts cell(StoredFields fields) {
        return new CellCounts(
                fields.number("requested"),
                fields.number("ended"),
                fields.number("completed"),
                fields.number("bySupporters"),
                fields.number("general"),
                fields.number("admitted"),
                fields.number("shifts"));
    }

    /** Only the steps that have values. */
    private static Document write(Histogram histogram) {
        List<Document> steps = new ArrayList<>();
        for (int step = 0; step < histogram.counts().size(); step++) {
            long count = histogram.counts().get(step);
            if (count > 0) {
                steps.add(new Document("step", step).append("count", count));
            }
        }
        return new Document("width", histogram.width())
                .append("steps", steps)
                .append("sum", histogram.sum());
    }

    private static Histogram histogram(StoredFields fields) {
        List<Long> counts = new ArrayList<>();
        for (StoredFields step : fields.parts("steps")) {
            while (counts.size() < step.integer("step")) {
                counts.add(0L);
            }
            counts.add(step.number("count"));
        }
        return new Histogram(fields.decimal("width"), counts, fields.decimal("sum"));
    }
}
