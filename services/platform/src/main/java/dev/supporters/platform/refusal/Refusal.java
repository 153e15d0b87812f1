package dev.supporters.platform.refusal;

import static java.util.Objects.requireNonNull;

import dev.supporters.proto.common.v1.ErrorReason;

/**
 * A business refusal: a reason from the closed list, the offending value, and what was expected instead. It is an outcome, not a
 * fault: it carries no stack trace, and is mapped to a status in one place.
 */
public sealed class Refusal extends RuntimeException permits UnexpectedAnswer {

    private static final int MOST_SHOWN = 100;

    private final ErrorReason reason;
    private final String offending;
    private final String expected;

    public Refusal(ErrorReason reason, String offending, String expected) {
        super(text(reason, offending, expected), null, false, false);
        this.reason = requireNonNull(reason);
        this.offending = requireNonNull(offending);
        this.expected = requireNonNull(expected);
    }

    /** Refuses a field's value. */
    public static Refusal invalid(String field, Object found, String expected) {
        return new Refusal(
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                field + ": " + shortened(found),
                expected);
    }

    public ErrorReason reason() {
        return reason;
    }

    /** The reason as it travels: without the enum's prefix. */
    public String reasonName() {
        return ErrorReasons.name(reason);
    }

    public String offending() {
        return offending;
    }

    public String expected() {
        return expected;
    }

    private static String text(ErrorReason reason, String offending, String expected) {
        return ErrorReasons.name(reason) + ": " + offending + " (expected: " + expected + ")";
    }

    private static String shortened(Object found) {
        String text = String.valueOf(found);
        if (text.length() <= MOST_SHOWN) {
            return text;
        }
        // half of a surrogate pair could not be sent
        int end =
                Character.isHighSurrogate(text.charAt(MOST_SHOWN - 1))
                        ? MOST_SHOWN - 1
                        : MOST_SHOWN;
        return text.substring(0, end) + "…";
    }
}
