package dev.supporters.platform.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.RefusalStatus;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.SplittableRandom;

/** Whatever is sent, the check either takes it or refuses it; nothing else comes out. */
class RandomRequestsTest {

    private static final int ROUNDS = 200;
    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "7",
                    "254137",
                    "a/b",
                    "driver:1",
                    "2026-11-20",
                    "2026-02-30",
                    "37.5",
                    "-90.0",
                    "1e300",
                    "NaN",
                    "KRW",
                    "won",
                    "21:00",
                    "5.2.0",
                    "seoul",
                    "\u0000",
                    "🚗",
                    "x" + "🚗".repeat(60),
                    "x".repeat(65),
                    "9".repeat(3000),
                    "ａ",
                    "\u2003");
    private static final long[] NUMBERS = {0, 1, -1, 18_000, Integer.MAX_VALUE, Integer.MIN_VALUE};
    private static final double[] FRACTIONS = {
        0, -0.0, 37.5, 90, 180.1, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aCheckTakesOrRefuses(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int refused = 0;
        for (Descriptor type : Requests.types()) {
            for (int round = 0; round < ROUNDS; round++) {
                try {
                    FieldBoundsTable.check(message(type, random), FieldBoundsTable::camelCase);
                } catch (Refusal refusal) {
                    refused++;
                    assertThat(refusal.offending()).contains(": ").doesNotContain("[]");
                    assertThat(refusal.expected()).isNotBlank();
                    assertThat(RefusalStatus.toStatus(refusal)).isNotNull();
                }
            }
        }
        assertThat(refused).isPositive();
    }

    private static Message message(Descriptor type, SplittableRandom random) {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
        for (FieldDescriptor field : type.getFields()) {
            if (field.isRepeated()) {
                int count = random.nextInt(4);
                for (int i = 0; i < count; i++) {
                    message.addRepeatedField(field, value(field, random));
                }
            } else if (random.nextInt(8) > 0) {
                message.setField(field, value(field, random));
            }
        }
        return message.build();
    }

    private static Object value(FieldDescriptor field, SplittableRandom random) {
        return switch (field.getJavaType()) {
            case STRING -> TEXTS.get(random.nextInt(TEXTS.size()));
            case INT -> (int) NUMBERS[random.nextInt(NUMBERS.length)];
            case LONG ->
                    random.nextBoolean()
                            ? NUMBERS[random.nextInt(NUMBERS.length)]
                            : random.nextLong();
            case FLOAT -> (float) FRACTIONS[random.nextInt(FRACTIONS.length)];
            case DOUBLE -> FRACTIONS[random.nextInt(FRACTIONS.length)];
            case BOOLEAN -> random.nextBoolean();
            case BYTE_STRING -> ByteString.EMPTY;
            case ENUM ->
                    field.getEnumType().findValueByNumberCreatingIfUnknown(random.nextInt(-1, 12));
            case MESSAGE -> message(field.getMessageType(), random);
        };
    }
}
