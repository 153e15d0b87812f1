package dev.supporters.insight.adapter.mongo;

import static dev.supporters.insight.SampleNight.FRIDAY;
import static dev.supporters.insight.SampleNight.at;

import dev.supporters.insight.SampleCounts;
import dev.supporters.insight.night.CountedNight;
import dev.supporters.insight.night.NightCounts;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.testkit.StoredDocumentsContract;

import java.util.Map;

class StoredNightsTest extends StoredDocumentsContract<CountedNight> {

    @Override
    protected CollectionSpec<CountedNight> spec() {
        return InsightStores.NIGHTS;
    }

    @Override
    protected Map<String, CountedNight> values() {
        return Map.of(
                "full", SampleCounts.night("seoul", FRIDAY, at(60), SampleCounts.FULL),
                "by-cell", SampleCounts.night("seoul", FRIDAY, at(60), SampleCounts.BY_CELL),
                "by-zone", SampleCounts.night("seoul", FRIDAY, at(60), SampleCounts.BY_ZONE),
                "empty", SampleCounts.night("seoul", FRIDAY, at(60), NightCounts.NONE));
    }
}
