package dev.supporters.insight.adapter.mongo;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;

import java.util.Base64;

/** Records as they travel, in Base64, so that nothing of them is lost. */
final class StoredRecordMapper {

    private StoredRecordMapper() {}

    static String text(Message record) {
        return Base64.getEncoder().encodeToString(record.toByteArray());
    }

    static <M extends Message> M read(String collection, String text, Parser<M> parser) {
        try {
            return parser.parseFrom(Base64.getDecoder().decode(text));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(collection + ": record (expected: a record)", e);
        }
    }
}
