package dev.supporters.platform.refusal;

/** Bounds of input. Each refuses with INVALID_ARGUMENT, naming the field, what was found and what was expected. */
public final class Require {

    private static final int REQUEST_ID_LENGTH = 100;
    private static final int ACTOR_LENGTH = 100;

    private Require() {}

    /** Text that is not blank. */
    public static String text(String value, String field, int maxLength) {
        if (value == null || value.isBlank()) {
            throw missingText(field, maxLength);
        }
        return optionalText(value, field, maxLength);
    }

    /** The refusal of a text that is blank or was not given. */
    public static Refusal missingText(String field, int maxLength) {
        return Refusal.invalid(field, "nothing", "text of 1 to " + maxLength + " characters");
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

    /** Who decides: an operator, or a service. */
    public static String actor(String value) {
        return text(value, "actor", ACTOR_LENGTH);
    }

    /** How many items a page may have: 0 asks for the standard, more than the most is the most. */
    public static int pageSize(int asked, int standard, int most) {
        if (asked < 0) {
            throw Refusal.invalid("page_size", asked, "0 to " + most);
        }
        return asked == 0 ? standard : Math.min(asked, most);
    }

    /** A whole number within its bounds, both included. Long.MIN_VALUE and Long.MAX_VALUE stand for no bound. */
    public static long wholeNumber(long value, String field, long least, long most) {
        if (value < least || value > most) {
            throw Refusal.invalid(field, value, range(least, most));
        }
        return value;
    }

    /** A list's number of items. */
    public static int items(int count, String field, int least, int most) {
        if (count < least || count > most) {
            throw Refusal.invalid(
                    field, count, least == 0 ? "at most " + most : range(least, most));
        }
        return count;
    }

    /** A number within its bounds, both included. */
    public static double within(double value, String field, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw Refusal.invalid(field, value, least + " to " + most);
        }
        return value;
    }

    private static String range(long least, long most) {
        if (most == Long.MAX_VALUE) {
            return least + " or more";
        }
        return least == Long.MIN_VALUE ? "at most " + most : least + " to " + most;
    }
}
