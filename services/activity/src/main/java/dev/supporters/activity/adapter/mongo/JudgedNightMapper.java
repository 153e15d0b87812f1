package dev.supporters.activity.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.activity.abuse.JudgedNight;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;

import org.bson.Document;

/** A judged night as a document. */
final class JudgedNightMapper implements StateMapper<JudgedNight> {

    static final String TIME = "time";

    @Override
    public Document write(JudgedNight night) {
        return SignalMapper.write(night.night())
                .append("drivers", night.drivers())
                .append("signals", night.signals())
                .append(TIME, stored(night.time()));
    }

    @Override
    public JudgedNight read(Document state) {
        StoredFields fields = StoredFields.of("judged_nights", state);
        return new JudgedNight(
                SignalMapper.night(fields),
                fields.integer("drivers"),
                fields.integer("signals"),
                fields.instant(TIME));
    }
}
