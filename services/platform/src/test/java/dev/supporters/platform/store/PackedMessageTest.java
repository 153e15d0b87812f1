package dev.supporters.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.BytesValue;
import com.google.protobuf.StringValue;

import org.bson.Document;
import org.junit.jupiter.api.Test;

class PackedMessageTest {

    private static final StringValue MESSAGE = StringValue.of("again and again ".repeat(1_000));

    @Test
    void aMessageIsReadAsItWasPackedAndIsSmaller() {
        // When
        String packed = PackedMessage.packed(MESSAGE);

        // Then
        assertThat(packed.length()).isLessThan(MESSAGE.getSerializedSize() / 10);
        assertThat(PackedMessage.unpacked(fields(packed), "record", StringValue.parser()))
                .isEqualTo(MESSAGE);
    }

    @Test
    void whatIsNoMessageOfTheTypeIsUnreadable() {
        // Given: bytes that are no text
        BytesValue bytes = BytesValue.of(ByteString.copyFrom(new byte[] {-1}));
        String packed = PackedMessage.packed(bytes);

        // When and then
        assertThatThrownBy(() ->
                        PackedMessage.unpacked(fields(packed), "record", StringValue.parser()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("record is unreadable");
    }

    private static StoredFields fields(String packed) {
        return StoredFields.of("plans", new Document("record", packed));
    }
}
