package dev.supporters.settlement.adapter.mongo;

import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.settlement.Night;
import dev.supporters.settlement.place.ShiftPlaces;
import dev.supporters.testkit.StoredDocumentsContract;

import java.util.List;
import java.util.Map;

class StoredPlacesTest extends StoredDocumentsContract<ShiftPlaces> {

    @Override
    protected CollectionSpec<ShiftPlaces> spec() {
        return SettlementStores.PLACES;
    }

    @Override
    protected Map<String, ShiftPlaces> values() {
        return Map.of(
                "two-cells",
                new ShiftPlaces(
                        Night.WORK_ID,
                        List.of(
                                new ShiftPlaces.Visit(Night.at(30), "8830e1d8c7fffff"),
                                new ShiftPlaces.Visit(Night.at(150), "8830e1c6b1fffff"))));
    }
}
