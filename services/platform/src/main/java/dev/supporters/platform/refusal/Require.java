package dev.supporters.platform.refusal;

/** Bounds of input. Each refuses with INVALID_ARGUMENT, naming the field, what was found and what was expected. */
public final class Require {

    private static final int REQUEST_ID_LENGTH = 100;

    private Require() {}

    /** Text that is not blank. */
    public static String text(String value, String field, int maxLength) {
        if (value == null || value.isBlank()) {
            throw Refusal.invalid(field, "nothing", "text of 1 to " + maxLength + " characters");
        }
        return optionalText(value, field, maxLength);
    }

    /** Text that may be empty. */
    public static String optionalText(String value, String field, int maxLength) {
        if (value.length() > maxLength) {
            throw Refusal.invalid(
                    field, value.length() + " characters", "at most " + maxLength + " characters");
        }
        return value;
    }

    /** An idempotency key. */
    public static String requestId(String value) {
        return text(value, "request_id", REQUEST_ID_LENGTH);
    }

    /** How many items a page may have: 0 asks for the standard, more than the most is the most. */
    public static int pageSize(int asked, int standard, int most) {
        if (asked < 0) {
            throw Refusal.invalid("page_size", asked, "0 to " + most);
        }
        return asked == 0 ? standard : Math.min(asked, most);
    }

    /** A number within its bounds, both included. */
    public static double within(double value, String field, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw Refusal.invalid(field, value, least + " to " + most);
        }
        return value;
    }
}
