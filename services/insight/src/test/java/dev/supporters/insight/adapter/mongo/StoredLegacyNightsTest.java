package dev.supporters.insight.adapter.mongo;

import static dev.supporters.insight.SampleNight.DRIVER;
import static dev.supporters.insight.SampleNight.FRIDAY;
import static dev.supporters.insight.SampleNight.at;

import dev.supporters.insight.SampleLegacy;
import dev.supporters.insight.legacy.LegacyNight;
import dev.supporters.insight.legacy.LegacyNight.InProgress;
import dev.supporters.insight.legacy.LegacyNight.NotPlayed;
import dev.supporters.insight.legacy.LegacyNight.Outcome;
import dev.supporters.insight.legacy.LegacyNight.Played;
import dev.supporters.insight.legacy.LegacyNight.Size;
import dev.supporters.insight.night.RegionNight;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.proto.insight.v1.MissingLegacyReason;
import dev.supporters.testkit.StoredDocumentsContract;

import java.util.Map;

class StoredLegacyNightsTest extends StoredDocumentsContract<LegacyNight> {

    @Override
    protected CollectionSpec<LegacyNight> spec() {
        return InsightStores.LEGACY_NIGHTS;
    }

    @Override
    protected Map<String, LegacyNight> values() {
        return Map.of(
                "taken", night(new InProgress(at(275))),
                "played", night(new Played(at(271), SampleLegacy.COUNTS)),
                "not-played",
                        night(new NotPlayed(MissingLegacyReason.MISSING_LEGACY_REASON_TOO_LARGE)));
    }

    private static LegacyNight night(Outcome outcome) {
        return new LegacyNight(
                new RegionNight(DRIVER, "seoul", FRIDAY), at(240), new Size(100, 20), outcome);
    }
}
