package dev.supporters.gateway.validation;

import dev.supporters.contract.CallNumbers;
import dev.supporters.gateway.access.Principal;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks of what is asked. Null means that nothing was given. */
public final class InputChecks {

    private static final Pattern CALL_ID = Pattern.compile("[0-9]{1,18}");
    private static final Pattern FOREIGN_CALL_ID =
            Pattern.compile("[1-9][0-9]{0," + (CallNumbers.FOREIGN_DIGITS - 1) + "}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,20})?");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int ID = 64;
    private static final int PAGE_TOKEN = 500;

    private InputChecks() {}

    public static String callId(String callId) {
        if (callId == null || !CALL_ID.matcher(callId).matches()) {
            throw Refusal.invalid("callId", callId, "1 to 18 decimal digits");
        }
        return callId;
    }

    /** A call id that somebody else gives: below the numbers that we give. */
    public static String foreignCallId(String callId) {
        if (!FOREIGN_CALL_ID.matcher(callId).matches()) {
            throw Refusal.invalid(
                    "callId",
                    callId,
                    "1 to "
                            + CallNumbers.FOREIGN_DIGITS
                            + " decimal digits that do not begin with 0");
        }
        return callId;
    }

    public static String id(String id, String field) {
        return Require.text(id, field, ID);
    }

    public static Optional<String> optionalId(String id, String field) {
        return Optional.ofNullable(id).map(given -> id(given, field));
    }

    /** The driver who is asked about: a driver need not say it. */
    public static String driverId(Principal principal, String driverId) {
        return principal.driver(optionalId(driverId, "driverId"));
    }

    public static String text(String text, String field, int maxLength) {
        return Require.text(text, field, maxLength);
    }

    /** Empty where nothing was given. */
    public static String optionalText(String text, String field, int maxLength) {
        return text == null ? "" : Require.optionalText(text, field, maxLength);
    }

    /** How many items a page has: the most if nothing was given. */
    public static int pageSize(Integer first, int most) {
        return pageSize(first, most, most);
    }

    public static int pageSize(Integer first, int standard, int most) {
        return Require.pageSize(first == null ? 0 : first, standard, most);
    }

    /** Where a page begins: at the beginning if nothing was given. */
    public static String pageToken(String after) {
        return optionalText(after, "after", PAGE_TOKEN);
    }

    public static double within(double value, String field, double least, double most) {
        return Require.within(value, field, least, most);
    }

    public static long within(long value, String field, long least, long most) {
        if (value < least || value > most) {
            throw Refusal.invalid(field, value, least + " to " + most);
        }
        return value;
    }

    /** A number that fits; the library itself would let one that is too long wrap around. */
    public static long within(BigInteger value, String field, long least, long most) {
        boolean fits =
                value.compareTo(BigInteger.valueOf(least)) >= 0
                        && value.compareTo(BigInteger.valueOf(most)) <= 0;
        if (!fits) {
            throw Refusal.invalid(field, value, least + " to " + most);
        }
        return value.longValueExact();
    }

    /** A number of 64 bits. */
    public static long fitting(BigInteger value, String field) {
        return within(value, field, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** A list of which no item is null. */
    public static <T> List<T> listed(List<T> items, String field) {
        if (items.stream().anyMatch(Objects::isNull)) {
            throw Refusal.invalid(field, "null among its items", "items that are not null");
        }
        return items;
    }

    public static String currency(String currency) {
        if (currency == null || !CURRENCY.matcher(currency).matches()) {
            throw Refusal.invalid(
                    "currency", currency, "an ISO 4217 code of three capital letters");
        }
        return currency;
    }

    public static String degrees(String decimal, String field, int most) {
        if (decimal == null
                || !DECIMAL.matcher(decimal).matches()
                || Math.abs(Double.parseDouble(decimal)) > most) {
            throw Refusal.invalid(field, decimal, "a decimal from -" + most + " to " + most);
        }
        return decimal;
    }
}
