package dev.supporters.driver.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.driver.statistics.DriverDay;
import dev.supporters.driver.statistics.DriverDay.EndedDrive;
import dev.supporters.driver.statistics.ImportedDay;
import dev.supporters.driver.statistics.Incident;
import dev.supporters.driver.statistics.Rating;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.proto.common.v1.Product;

import org.bson.Document;

import java.time.ZoneOffset;

/** A day of a driver as a document. Form 1 has the customers who rated. A day has ended when the four weeks that eligibility looks at have passed. */
final class DriverDayMapper implements StateMapper<DriverDay> {

    static final String DRIVER_ID = "driverId";
    static final String PRODUCT = "product";
    static final String DATE = "date";
    static final String END_TIME = "endTime";

    @Override
    public Document write(DriverDay day) {
        Document document =
                new Document(DRIVER_ID, day.key().driverId().value())
                        .append(PRODUCT, stored(day.key().product()))
                        .append(DATE, stored(day.key().date()))
                        .append(
                                "drives",
                                day.drives().stream().map(DriverDayMapper::write).toList())
                        .append(
                                "ratings",
                                day.ratings().stream().map(DriverDayMapper::write).toList())
                        .append(
                                "incidents",
                                day.incidents().stream().map(DriverDayMapper::write).toList())
                        .append(
                                END_TIME,
                                stored(
                                        day.lastCounted()
                                                .plusDays(1)
                                                .atStartOfDay(ZoneOffset.UTC)
                                                .toInstant()));
        day.imported().ifPresent(imported -> document.append("imported", write(imported)));
        return document;
    }

    @Override
    public DriverDay read(Document state) {
        StoredFields fields = StoredFields.of("driver_days", state);
        return new DriverDay(
                new DriverDay.Key(
                        new DriverId(fields.text(DRIVER_ID)),
                        fields.constant(PRODUCT, Product.class),
                        fields.date(DATE)),
                fields.parts("drives").stream().map(DriverDayMapper::drive).toList(),
                fields.parts("ratings").stream().map(DriverDayMapper::rating).toList(),
                fields.parts("incidents").stream().map(DriverDayMapper::incident).toList(),
                fields.findPart("imported").map(DriverDayMapper::imported));
    }

    private static Document write(EndedDrive drive) {
        return new Document("commandId", drive.commandId()).append("completed", drive.completed());
    }

    private static EndedDrive drive(StoredFields fields) {
        return new EndedDrive(fields.text("commandId"), fields.flag("completed"));
    }

    private static Document write(Rating rating) {
        return new Document("callId", rating.callId().value())
                .append("stars", rating.stars())
                .append("requestId", rating.requestId())
                .append("time", stored(rating.time()));
    }

    private static Rating rating(StoredFields fields) {
        return new Rating(
                new CallId(fields.text("callId")),
                fields.integer("stars"),
                fields.text("requestId"),
                fields.instant("time"));
    }

    private static Document write(Incident incident) {
        Document document =
                new Document("number", incident.number())
                        .append("kind", stored(incident.kind()))
                        .append("note", incident.note())
                        .append("actor", incident.actor())
                        .append("requestId", incident.requestId())
                        .append("time", stored(incident.time()));
        incident.revocation()
                .ifPresent(revocation ->
                        document.append(
                                "revocation",
                                new Document("reason", revocation.reason())
                                        .append("actor", revocation.actor())
                                        .append("time", stored(revocation.time()))));
        return document;
    }

    private static Incident incident(StoredFields fields) {
        return new Incident(
                fields.integer("number"),
                fields.constant("kind", Incident.Kind.class),
                fields.text("note"),
                fields.text("actor"),
                fields.text("requestId"),
                fields.instant("time"),
                fields.findPart("revocation")
                        .map(part ->
                                new Incident.Revocation(
                                        part.text("reason"),
                                        part.text("actor"),
                                        part.instant("time"))));
    }

    private static Document write(ImportedDay imported) {
        return new Document("completedDrives", imported.completedDrives())
                .append("cancelledDrives", imported.cancelledDrives())
                .append("accidents", imported.accidents())
                .append("fines", imported.fines())
                .append("ratingCount", imported.ratingCount())
                .append("averageRating", imported.averageRating());
    }

    private static ImportedDay imported(StoredFields fields) {
        return new ImportedDay(
                fields.integer("completedDrives"),
                fields.integer("cancelledDrives"),
                fields.integer("accidents"),
                fields.integer("fines"),
                fields.integer("ratingCount"),
                fields.decimal("averageRating"));
    }
}
