package dev.supporters.zone.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.dispatch.zone.ZonePlan;
import dev.supporters.dispatch.zone.ZonePlan.Cell;
import dev.supporters.dispatch.zone.ZonePlan.ClosedCell;
import dev.supporters.dispatch.zone.ZonePlan.Zone;
import dev.supporters.platform.store.StoredFields;

import org.bson.Document;

/** The planner's plan as a part of a document. */
final class ZonePlanMapper {

    private ZonePlanMapper() {}

    static Document write(ZonePlan plan) {
        return new Document("time", stored(plan.time()))
                .append("basis", stored(plan.basis()))
                .append("zones", plan.zones().stream().map(ZonePlanMapper::zone).toList())
                .append("closed", plan.closed().stream().map(ZonePlanMapper::closed).toList())
                .append("lastNumber", plan.lastNumber());
    }

    static ZonePlan read(StoredFields fields) {
        return new ZonePlan(
                fields.instant("time"),
                fields.constant("basis", ZonePlan.Basis.class),
                fields.parts("zones").stream().map(ZonePlanMapper::zone).toList(),
                fields.parts("closed").stream().map(ZonePlanMapper::closed).toList(),
                fields.number("lastNumber"));
    }

    private static Document zone(Zone zone) {
        return new Document("number", zone.number())
                .append("cells", zone.cells().stream().map(ZonePlanMapper::cell).toList());
    }

    private static Zone zone(StoredFields fields) {
        return new Zone(
                fields.number("number"),
                fields.parts("cells").stream().map(ZonePlanMapper::cell).toList());
    }

    private static Document cell(Cell cell) {
        Document document = new Document("cell", cell.index()).append("demand", cell.demand());
        cell.closeTime().ifPresent(time -> document.append("closeTime", stored(time)));
        return document;
    }

    private static Cell cell(StoredFields fields) {
        return new Cell(
                fields.number("cell"), fields.decimal("demand"), fields.findInstant("closeTime"));
    }

    private static Document closed(ClosedCell cell) {
        return new Document("cell", cell.index())
                .append("zone", cell.zone())
                .append("closeTime", stored(cell.closeTime()));
    }

    private static ClosedCell closed(StoredFields fields) {
        return new ClosedCell(
                fields.number("cell"), fields.number("zone"), fields.instant("closeTime"));
    }
}
