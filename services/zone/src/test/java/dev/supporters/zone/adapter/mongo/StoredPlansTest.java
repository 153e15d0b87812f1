package dev.supporters.zone.adapter.mongo;

import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.testkit.StoredDocumentsContract;
import dev.supporters.zone.SampleZones;
import dev.supporters.zone.plan.PlannedZones;

import java.util.Map;

class StoredPlansTest extends StoredDocumentsContract<PlannedZones> {

    @Override
    protected CollectionSpec<PlannedZones> spec() {
        return ZoneStores.PLANS;
    }

    @Override
    protected Map<String, PlannedZones> values() {
        return Map.of(
                "open", SampleZones.open(),
                "warned", SampleZones.warned(),
                "bounded", SampleZones.bounded(),
                "limited", SampleZones.limited());
    }
}
