package dev.supporters.testkit.hostile;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;

import dev.supporters.proto.options.v1.FieldBounds;
import dev.supporters.proto.options.v1.FieldBoundsProto;

import java.util.random.RandomGenerator;

/**
 * Random messages of a type. A part of the values is plausible, by the bounds that the protos declare, so that many requests pass the
 * entrance and reach the service.
 */
public final class RandomMessages {

    private static final int DEEPEST = 6;
    private static final long NOW = 1_764_000_000; // some time in November 2025
    private static final int YEAR_SECONDS = 31_536_000;

    private final RandomGenerator random;

    /** Of a hundred values, how many are plausible. */
    private int plausible;

    public RandomMessages(RandomGenerator random) {
        this.random = random;
    }

    public DynamicMessage next(Descriptor type) {
        plausible = new int[] {0, 60, 97, 100}[random.nextInt(4)];
        return message(type, 0);
    }

    private DynamicMessage message(Descriptor type, int depth) {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
        for (FieldDescriptor field : type.getFields()) {
            if (depth == DEEPEST && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                continue;
            }
            if (field.isRepeated()) {
                int count = random.nextInt(100) == 0 ? 2000 >> (3 * depth) : random.nextInt(3);
                for (int i = 0; i < count; i++) {
                    message.addRepeatedField(field, value(field, depth));
                }
            } else if (random.nextInt(100) < 90) {
                message.setField(field, value(field, depth));
            }
        }
        return message.build();
    }

    private Object value(FieldDescriptor field, int depth) {
        FieldBounds bounds = field.getOptions().getExtension(FieldBoundsProto.bounds);
        boolean good = random.nextInt(100) < plausible;
        return switch (field.getJavaType()) {
            case STRING -> good ? text(bounds) : RandomValues.text(random);
            case INT -> (int) (good ? number(field, bounds) : RandomValues.number(random));
            case LONG -> good ? number(field, bounds) : RandomValues.number(random);
            case FLOAT -> (float) fraction(bounds, good);
            case DOUBLE -> fraction(bounds, good);
            case BOOLEAN -> random.nextBoolean();
            case BYTE_STRING -> ByteString.copyFromUtf8(RandomValues.text(random));
            case ENUM -> enumeration(field, good);
            case MESSAGE -> message(field.getMessageType(), depth + 1);
        };
    }

    private Object enumeration(FieldDescriptor field, boolean good) {
        int known = field.getEnumType().getValues().size();
        return good
                ? field.getEnumType().getValues().get(random.nextInt(Math.min(1, known - 1), known))
                : field.getEnumType().findValueByNumberCreatingIfUnknown(random.nextInt());
    }

    private long number(FieldDescriptor field, FieldBounds bounds) {
        if (field.getFullName().equals("google.protobuf.Timestamp.seconds")) {
            return NOW + random.nextInt(YEAR_SECONDS);
        }
        long least = bounds.hasMin() ? (long) bounds.getMin() : 0;
        long most = bounds.hasMax() ? (long) bounds.getMax() : least + 20_000;
        return switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            default -> random.nextLong(least, most + 1);
        };
    }

    private double fraction(FieldBounds bounds, boolean good) {
        if (!good) {
            return RandomValues.fraction(random);
        }
        double least = bounds.hasMin() ? bounds.getMin() : 0;
        return random.nextDouble(least, bounds.hasMax() ? bounds.getMax() : least + 100);
    }

    /** Ids that no other test uses. */
    private String text(FieldBounds bounds) {
        int some = random.nextInt(20);
        return switch (bounds.getFormat()) {
            case TEXT_FORMAT_DRIVER_ID -> "99000" + some;
            case TEXT_FORMAT_CALL_NUMBER -> "7700" + some;
            case TEXT_FORMAT_LATITUDE -> "37." + some;
            case TEXT_FORMAT_LONGITUDE -> "127." + some;
            case TEXT_FORMAT_DATE -> "2025-11-" + (10 + some);
            case TEXT_FORMAT_TIME_OF_DAY -> "21:" + (10 + some);
            case TEXT_FORMAT_CURRENCY -> some == 0 ? "USD" : "KRW";
            case TEXT_FORMAT_REGION -> "hostile-" + some;
            case TEXT_FORMAT_APP_VERSION -> "5.2." + some;
            case TEXT_FORMAT_ENTITY_ID -> "driver:99000" + some;
            case TEXT_FORMAT_TAG_NAME -> "hostile:" + some;
            case TEXT_FORMAT_UNSPECIFIED, UNRECOGNIZED ->
                    bounds.getMaxLength() > 0 && some == 0
                            ? "x".repeat(bounds.getMaxLength())
                            : "hostile-" + random.nextInt(200);
        };
    }
}
