package dev.supporters.insight.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.insight.legacy.LegacyNight;
import dev.supporters.insight.legacy.LegacyNight.InProgress;
import dev.supporters.insight.legacy.LegacyNight.NotPlayed;
import dev.supporters.insight.legacy.LegacyNight.Outcome;
import dev.supporters.insight.legacy.LegacyNight.Played;
import dev.supporters.insight.legacy.LegacyNight.Size;
import dev.supporters.insight.night.NightCounts;
import dev.supporters.insight.night.RegionNight;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.insight.v1.MissingLegacyReason;

import org.bson.Document;

import java.util.Map;

/** A simulated night as a document. */
final class LegacyNightMapper implements StateMapper<LegacyNight> {

    static final String END_TIME = "endTime";

    @Override
    public Document write(LegacyNight night) {
        Document document =
                new Document("product", stored(night.key().product()))
                        .append("region", night.key().region())
                        .append("businessDate", stored(night.key().businessDate()))
                        .append(END_TIME, stored(night.endTime()))
                        .append("requested", night.size().calls())
                        .append("begun", night.size().supporters());
        return switch (night.outcome()) {
            case InProgress taken -> document.append("takenUntil", stored(taken.until()));
            case NotPlayed notPlayed -> document.append("reason", stored(notPlayed.reason()));
            case Played played -> document.append("played", write(played));
        };
    }

    private static Document write(Played played) {
        return new Document("time", stored(played.time()))
                .append("facts", played.counts().facts())
                .append("calls", NightCountsMapper.write(played.counts().calls()))
                .append("commands", NightCountsMapper.write(played.counts().commands()))
                .append("shifts", NightCountsMapper.write(played.counts().shifts()));
    }

    @Override
    public LegacyNight read(Document document) {
        StoredFields fields = StoredFields.of("legacy_nights", document);
        return new LegacyNight(
                new RegionNight(
                        fields.constant("product", Product.class),
                        fields.text("region"),
                        fields.date("businessDate")),
                fields.instant(END_TIME),
                new Size(fields.number("requested"), fields.number("begun")),
                outcome(fields));
    }

    private static Outcome outcome(StoredFields fields) {
        if (fields.has("takenUntil")) {
            return new InProgress(fields.instant("takenUntil"));
        }
        if (fields.has("reason")) {
            return new NotPlayed(fields.constant("reason", MissingLegacyReason.class));
        }
        StoredFields played = fields.part("played");
        return new Played(
                played.instant("time"),
                new NightCounts(
                        played.number("facts"),
                        NightCountsMapper.calls(played.part("calls")),
                        NightCountsMapper.commands(played.part("commands")),
                        NightCountsMapper.shifts(played.part("shifts")),
                        Map.of()));
    }
}
