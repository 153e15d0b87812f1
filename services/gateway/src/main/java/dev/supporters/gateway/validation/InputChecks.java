package dev.supporters.gateway.validation;

import dev.supporters.contract.CallId;
import dev.supporters.contract.CallNumbers;
import dev.supporters.contract.DriverId;
import dev.supporters.gateway.access.Principal;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.validation.FieldBoundsTable;
import dev.supporters.proto.call.v1.RequestRequest;
import dev.supporters.proto.driver.v1.GetRequest;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks of inputs that the bounds of the protos do not contain: the form of call ids, page sizes, numbers that do not fit. Null means
 * that nothing was given. {@link RequestChecks} checks the bounds of a whole request.
 */
public final class InputChecks {

    private static final FieldBoundsTable DRIVERS = FieldBoundsTable.of(GetRequest.getDescriptor());
    private static final FieldBoundsTable CALL_REQUESTS =
            FieldBoundsTable.of(RequestRequest.getDescriptor());
    private static final Pattern CALL_ID = Pattern.compile("[0-9]{1,18}");
    private static final Pattern FOREIGN_CALL_ID =
            Pattern.compile("[1-9][0-9]{0," + (CallNumbers.FOREIGN_DIGITS - 1) + "}");

    private InputChecks() {}

    /** The id of a call that is there: the ids of all calls are numbers. */
    public static CallId callId(String callId, String field) {
        if (callId == null || !CALL_ID.matcher(callId).matches()) {
            throw Refusal.invalid(field, callId, "1 to 18 decimal digits");
        }
        return new CallId(callId);
    }

    /** The id of a new call from somebody who numbers calls himself: lower than all numbers that we give. */
    public static CallId foreignCallId(String callId) {
        if (!FOREIGN_CALL_ID.matcher(callId).matches()) {
            throw Refusal.invalid(
                    "callId",
                    callId,
                    "1 to "
                            + CallNumbers.FOREIGN_DIGITS
                            + " decimal digits that do not begin with 0");
        }
        return new CallId(callId);
    }

    /** The driver whom a request is about: the principal if none is given. */
    public static DriverId driverId(Principal principal, String driverId) {
        return principal.driver(
                Optional.ofNullable(driverId).map(given -> driverId(given, "driverId")));
    }

    /** A driver's id that is compared with the principal's before it gets into a request. */
    public static DriverId driverId(String driverId, String field) {
        return new DriverId(DRIVERS.checkText("driver_id", driverId, field));
    }

    /** A customer's id that is compared with the principal's before it gets into a request. */
    public static String customerId(String customerId, String field) {
        return CALL_REQUESTS.checkText("customer_id", customerId, field);
    }

    /** The name that the driver calls out: the protos allow none, the schema does not. */
    public static String customerName(String name) {
        return Require.text(name, "userName", CALL_REQUESTS.maxLength("customer_name"));
    }

    /** How many items a page has: the most if nothing was given. */
    public static int pageSize(Integer first, int most) {
        return pageSize(first, most, most);
    }

    public static int pageSize(Integer first, int standard, int most) {
        return Require.pageSize(first == null ? 0 : first, standard, most);
    }

    /** A number of 64 bits; the library itself would let a longer one wrap around. */
    public static long fitting(BigInteger value, String field) {
        if (value.bitLength() >= Long.SIZE) {
            throw Refusal.invalid(field, value, Long.MIN_VALUE + " to " + Long.MAX_VALUE);
        }
        return value.longValueExact();
    }

    /** A number whose unit the protos do not have. */
    public static long within(long value, String field, long least, long most) {
        if (value < least || value > most) {
            throw Refusal.invalid(field, value, least + " to " + most);
        }
        return value;
    }

    /** A list of which no item is null. */
    public static <T> List<T> listed(List<T> items, String field) {
        if (items.stream().anyMatch(Objects::isNull)) {
            throw Refusal.invalid(field, "null among its items", "items that are not null");
        }
        return items;
    }
}
