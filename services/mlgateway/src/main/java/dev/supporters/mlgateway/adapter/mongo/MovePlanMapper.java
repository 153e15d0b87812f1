package dev.supporters.mlgateway.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.mlgateway.forecast.RegionalPolicy;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.PackedMessage;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.proto.mlgateway.v1.MovePlanRecord;

import org.bson.Document;

/** A plan's record as a document: what it is found by, and the whole of it compressed. */
final class MovePlanMapper implements StateMapper<MovePlanRecord> {

    static final String KEY = "key";
    static final String TIME = "time";

    private static final String RECORD = "record";

    @Override
    public Document write(MovePlanRecord record) {
        return new Document(KEY, RegionalPolicy.key(record.getProduct(), record.getRegion()))
                .append(TIME, stored(Timestamps.instant(record.getPlanTime())))
                .append(RECORD, PackedMessage.packed(record));
    }

    @Override
    public MovePlanRecord read(Document state) {
        return PackedMessage.unpacked(
                StoredFields.of("plans", state), RECORD, MovePlanRecord.parser());
    }
}
