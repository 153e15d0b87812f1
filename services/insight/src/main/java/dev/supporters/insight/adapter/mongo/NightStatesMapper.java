package dev.supporters.insight.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import com.google.protobuf.InvalidProtocolBufferException;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.proto.insight.v1.NightStates;

import org.bson.Document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** What became of a night as a document: when it ended, and the whole of it compressed. */
final class NightStatesMapper implements StateMapper<NightStates> {

    static final String END_TIME = "endTime";

    private static final String STATES = "states";

    @Override
    public Document write(NightStates night) {
        return new Document(END_TIME, stored(Timestamps.instant(night.getEndTime())))
                .append(STATES, Base64.getEncoder().encodeToString(zipped(night.toByteArray())));
    }

    @Override
    public NightStates read(Document state) {
        StoredFields fields = StoredFields.of("states", state);
        try {
            return NightStates.parseFrom(unzipped(Base64.getDecoder().decode(fields.text(STATES))));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("states: states is unreadable", e);
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
