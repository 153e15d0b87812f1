package dev.supporters.platform.validation;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.proto.options.v1.FieldBounds;
import dev.supporters.proto.options.v1.TextFormat;

import java.util.List;
import java.util.Optional;

/** Checks one value, as protobuf's reflection gives it, and refuses it with the path of its field. */
sealed interface ValueCheck {

    void check(Object value, Location at);

    /** The check of a field's values, or of its items; empty if there is nothing to check. */
    static Optional<ValueCheck> of(FieldDescriptor field, FieldBounds bounds, String path) {
        return switch (field.getJavaType()) {
            case STRING -> TextCheck.of(bounds, path);
            case ENUM -> EnumCheck.of(bounds, path, field.isRepeated());
            case INT, LONG -> WholeNumberCheck.of(bounds, path);
            case FLOAT, DOUBLE -> NumberCheck.of(bounds, path);
            case BOOLEAN, BYTE_STRING, MESSAGE -> Optional.empty();
        };
    }

    /** Any value. */
    record Unchecked() implements ValueCheck {

        @Override
        public void check(Object value, Location at) {
            // every value is good
        }
    }

    /** Text. */
    record TextCheck(
            String path, boolean required, int maxLength, TextFormat format, String expected)
            implements ValueCheck {

        static Optional<ValueCheck> of(FieldBounds bounds, String path) {
            boolean any =
                    bounds.getRequired()
                            || bounds.getMaxLength() > 0
                            || bounds.getFormat() != TextFormat.TEXT_FORMAT_UNSPECIFIED;
            if (!any) {
                return Optional.empty();
            }
            return Optional.of(
                    new TextCheck(
                            path,
                            bounds.getRequired(),
                            bounds.getMaxLength() > 0 ? bounds.getMaxLength() : Integer.MAX_VALUE,
                            bounds.getFormat(),
                            bounds.getExpected()));
        }

        @Override
        public void check(Object value, Location at) {
            String text = (String) value;
            if (text.isEmpty() && !required) {
                return;
            }
            if (required && text.isBlank()) {
                throw missing(at.path(path));
            }
            if (text.length() > maxLength) {
                Require.optionalText(text, at.path(path), maxLength);
            }
            if (!TextFormats.matches(format, text)) {
                throw Refusal.invalid(at.path(path), text, formExpected());
            }
        }

        private Refusal missing(String field) {
            boolean ownText = !expected.isEmpty() || maxLength == Integer.MAX_VALUE;
            return ownText
                    ? Refusal.invalid(field, "nothing", formExpected())
                    : Require.missingText(field, maxLength);
        }

        private String formExpected() {
            if (!expected.isEmpty()) {
                return expected;
            }
            return required || format != TextFormat.TEXT_FORMAT_CALL_NUMBER
                    ? TextFormats.expected(format)
                    : TextFormats.expected(format) + ", or nothing";
        }
    }

    /** A constant of an enum. A list's items must be known in any case; a field that says what it expects may be left out. */
    record EnumCheck(String path, boolean required, String expected) implements ValueCheck {

        static Optional<ValueCheck> of(FieldBounds bounds, String path, boolean item) {
            boolean required = bounds.getRequired() || (item && bounds.getMaxItems() > 0);
            if (!required && bounds.getExpected().isEmpty()) {
                return Optional.empty();
            }
            String expected =
                    bounds.getExpected().isEmpty() ? "a known value" : bounds.getExpected();
            return Optional.of(new EnumCheck(path, required, expected));
        }

        @Override
        public void check(Object value, Location at) {
            EnumValueDescriptor constant = (EnumValueDescriptor) value;
            boolean known = constant.getType().findValueByNumber(constant.getNumber()) != null;
            if (!known || (required && constant.getNumber() == 0)) {
                throw Refusal.invalid(
                        at.path(path), known ? constant.getName() : "UNRECOGNIZED", expected);
            }
        }
    }

    /** A whole number. */
    record WholeNumberCheck(String path, long least, long most, String expected)
            implements ValueCheck {

        static Optional<ValueCheck> of(FieldBounds bounds, String path) {
            if (!bounds.hasMin() && !bounds.hasMax()) {
                return Optional.empty();
            }
            return Optional.of(
                    new WholeNumberCheck(
                            path,
                            bounds.hasMin() ? (long) bounds.getMin() : Long.MIN_VALUE,
                            bounds.hasMax() ? (long) bounds.getMax() : Long.MAX_VALUE,
                            bounds.getExpected()));
        }

        @Override
        public void check(Object value, Location at) {
            long number = ((Number) value).longValue();
            if (number >= least && number <= most) {
                return;
            }
            if (!expected.isEmpty()) {
                throw Refusal.invalid(at.path(path), number, expected);
            }
            Require.wholeNumber(number, at.path(path), least, most);
        }
    }

    /** A number with a fraction; never NaN where it has a bound. */
    record NumberCheck(String path, double least, double most) implements ValueCheck {

        static Optional<ValueCheck> of(FieldBounds bounds, String path) {
            if (!bounds.hasMin() && !bounds.hasMax()) {
                return Optional.empty();
            }
            return Optional.of(
                    new NumberCheck(
                            path,
                            bounds.hasMin() ? bounds.getMin() : -Double.MAX_VALUE,
                            bounds.hasMax() ? bounds.getMax() : Double.MAX_VALUE));
        }

        @Override
        public void check(Object value, Location at) {
            double number = ((Number) value).doubleValue();
            if (!(number >= least && number <= most)) {
                Require.within(number, at.path(path), least, most);
            }
        }
    }

    /** All fields of a message. */
    record MessageCheck(List<FieldCheck> fields) implements ValueCheck {

        @Override
        public void check(Object value, Location at) {
            Message message = (Message) value;
            for (FieldCheck field : fields) {
                field.check(message, at);
            }
        }
    }

    /**
     * A Timestamp or a Duration: protobuf allows other numbers than its own definition of these types, and java.time fails on some of
     * them.
     */
    record TimeCheck(String path, FieldDescriptor seconds, FieldDescriptor nanos, boolean timestamp)
            implements ValueCheck {

        private static final String TIMESTAMP = "google.protobuf.Timestamp";
        private static final String DURATION = "google.protobuf.Duration";
        private static final long FIRST_SECOND = -62_135_596_800L;
        private static final long LAST_SECOND = 253_402_300_799L;
        private static final long MOST_SECONDS = 315_576_000_000L;
        private static final int NANOS = 1_000_000_000;

        static Optional<ValueCheck> of(Descriptor type, String path) {
            boolean timestamp = type.getFullName().equals(TIMESTAMP);
            if (!timestamp && !type.getFullName().equals(DURATION)) {
                return Optional.empty();
            }
            return Optional.of(
                    new TimeCheck(
                            path,
                            type.findFieldByName("seconds"),
                            type.findFieldByName("nanos"),
                            timestamp));
        }

        @Override
        public void check(Object value, Location at) {
            Message message = (Message) value;
            long second = (long) message.getField(seconds);
            int nano = (int) message.getField(nanos);
            if (timestamp) {
                boolean inRange =
                        second >= FIRST_SECOND
                                && second <= LAST_SECOND
                                && nano >= 0
                                && nano < NANOS;
                if (!inRange) {
                    throw Refusal.invalid(
                            at.path(path),
                            second + " s and " + nano + " ns",
                            "a time of the years 1 to 9999");
                }
            } else if (Math.abs(second) > MOST_SECONDS
                    || second == Long.MIN_VALUE
                    || nano <= -NANOS
                    || nano >= NANOS) {
                throw Refusal.invalid(at.path(path), second + " s", "a duration within its range");
            }
        }
    }
}
