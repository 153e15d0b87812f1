package dev.supporters.insight.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.PackedMessage;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.proto.insight.v1.NightStates;

import org.bson.Document;

/** What became of a night as a document: when it ended, and the whole of it compressed. */
final class NightStatesMapper implements StateMapper<NightStates> {

    static final String END_TIME = "endTime";

    private static final String STATES = "states";

    @Override
    public Document write(NightStates night) {
        return new Document(END_TIME, stored(Timestamps.instant(night.getEndTime())))
                .append(STATES, PackedMessage.packed(night));
    }

    @Override
    public NightStates read(Document state) {
        return PackedMessage.unpacked(
                StoredFields.of("states", state), STATES, NightStates.parser());
    }
}
