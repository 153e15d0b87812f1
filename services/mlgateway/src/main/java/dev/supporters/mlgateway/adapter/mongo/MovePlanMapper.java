package dev.supporters.mlgateway.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import com.google.protobuf.InvalidProtocolBufferException;

import dev.supporters.mlgateway.forecast.RegionalPolicy;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.proto.mlgateway.v1.MovePlanRecord;

import org.bson.Document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A plan's record as a document: what it is found by, and the whole of it compressed. */
final class MovePlanMapper implements StateMapper<MovePlanRecord> {

    static final String KEY = "key";
    static final String TIME = "time";

    private static final String RECORD = "record";

    @Override
    public Document write(MovePlanRecord record) {
        return new Document(KEY, RegionalPolicy.key(record.getProduct(), record.getRegion()))
                .append(TIME, stored(Timestamps.instant(record.getPlanTime())))
                .append(RECORD, Base64.getEncoder().encodeToString(zipped(record.toByteArray())));
    }

    @Override
    public MovePlanRecord read(Document state) {
        StoredFields fields = StoredFields.of("plans", state);
        try {
            return MovePlanRecord.parseFrom(
                    unzipped(Base64.getDecoder().decode(fields.text(RECORD))));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("plans: record is unreadable", e);
        }
    }

    private static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] unzipped(byte[] packed) {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return zip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
