package dev.supporters.settlement.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.settlement.place.ShiftPlaces;

import org.bson.Document;

/** The places of a shift as a document. */
final class ShiftPlacesMapper implements StateMapper<ShiftPlaces> {

    /** Of the newest visit. */
    static final String TIME = "time";

    @Override
    public Document write(ShiftPlaces places) {
        return new Document("workId", places.workId().value())
                .append(TIME, stored(places.visits().getLast().time()))
                .append(
                        "visits",
                        places.visits().stream()
                                .map(visit ->
                                        new Document("time", stored(visit.time()))
                                                .append("cell", visit.cell()))
                                .toList());
    }

    @Override
    public ShiftPlaces read(Document state) {
        StoredFields fields = StoredFields.of("shift_places", state);
        return new ShiftPlaces(
                WorkId.ofStored(fields.text("workId")),
                fields.parts("visits").stream()
                        .map(visit ->
                                new ShiftPlaces.Visit(visit.instant("time"), visit.text("cell")))
                        .toList());
    }
}
