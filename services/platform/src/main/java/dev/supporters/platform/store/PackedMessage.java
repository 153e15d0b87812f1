package dev.supporters.platform.store;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A message in a field of a state, whole and compressed: what is large and read by nobody but its service. */
public final class PackedMessage {

    private PackedMessage() {}

    /** As text: compressed, in Base64. */
    public static String packed(MessageLite message) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(message.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    /**
     * The message in a field.
     *
     * @throws IllegalStateException where it cannot be read
     */
    public static <M> M unpacked(StoredFields fields, String field, Parser<M> parser) {
        byte[] packed = Base64.getDecoder().decode(fields.text(field));
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return parser.parseFrom(zip.readAllBytes());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(field + " is unreadable", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
