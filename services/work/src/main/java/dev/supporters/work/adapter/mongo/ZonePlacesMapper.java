package dev.supporters.work.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.work.begin.ZonePlaces;

import org.bson.Document;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The places of a zone as a document. */
final class ZonePlacesMapper implements StateMapper<ZonePlaces> {

    static final String WINDOW_END = "windowEnd";

    @Override
    public Document write(ZonePlaces places) {
        return new Document(WINDOW_END, stored(places.windowEnd()))
                .append(
                        "taken",
                        places.taken().entrySet().stream()
                                .map(place ->
                                        new Document("workId", place.getKey().value())
                                                .append("since", stored(place.getValue())))
                                .toList());
    }

    @Override
    public ZonePlaces read(Document state) {
        StoredFields fields = StoredFields.of("zone_places", state);
        SequencedMap<WorkId, Instant> taken = new LinkedHashMap<>();
        fields.parts("taken")
                .forEach(place ->
                        taken.put(WorkId.ofStored(place.text("workId")), place.instant("since")));
        return new ZonePlaces(fields.instant(WINDOW_END), taken);
    }
}
