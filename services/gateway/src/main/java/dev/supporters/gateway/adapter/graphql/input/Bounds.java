package dev.supporters.gateway.adapter.graphql.input;

import dev.supporters.gateway.access.Viewer;
import dev.supporters.gateway.adapter.graphql.view.Product;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Point;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The bounds of what is asked, and what is asked in protobuf's words. GraphQL's null means that nothing was given. */
public final class Bounds {

    private static final Pattern CALL_ID = Pattern.compile("[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,20})?");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int ID = 64;
    private static final int PLACE_TEXT = 200;
    private static final int PAGE_TOKEN = 500;

    private Bounds() {}

    public static String callId(String callId) {
        if (callId == null || !CALL_ID.matcher(callId).matches()) {
            throw Refusal.invalid("callId", callId, "1 to 18 decimal digits");
        }
        return callId;
    }

    public static String id(String id, String field) {
        return Require.text(id, field, ID);
    }

    public static Optional<String> optionalId(String id, String field) {
        return Optional.ofNullable(id).map(given -> id(given, field));
    }

    /** The driver for whom is asked: a driver need not say it. */
    public static String driver(Viewer viewer, String driverId) {
        return viewer.driver(optionalId(driverId, "driverId"));
    }

    public static String text(String text, String field, int maxLength) {
        return Require.text(text, field, maxLength);
    }

    /** Empty where nothing was given. */
    public static String optionalText(String text, String field, int maxLength) {
        return text == null ? "" : Require.optionalText(text, field, maxLength);
    }

    /** How many a page holds: the most if nothing was given. */
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

    public static dev.supporters.proto.common.v1.Product product(Product product) {
        if (product == null) {
            throw Refusal.invalid("product", "nothing", "a product");
        }
        return constant(dev.supporters.proto.common.v1.Product.class, "PRODUCT_", product);
    }

    /** The protobuf constant of a GraphQL one. */
    public static <E extends Enum<E>> E constant(Class<E> type, String prefix, Enum<?> value) {
        return Enum.valueOf(type, prefix + value.name());
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

    public static Money money(MoneyInput money, String field) {
        return money(
                within(money.amount(), field, Long.MIN_VALUE, Long.MAX_VALUE), money.currency());
    }

    /** A list whose items are all there. */
    public static <T> List<T> listed(List<T> items, String field) {
        if (items.stream().anyMatch(Objects::isNull)) {
            throw Refusal.invalid(field, "null among its items", "items that are not null");
        }
        return items;
    }

    public static Place place(CallLocationInput place, String field) {
        return Place.newBuilder()
                .setLat(degrees(place.lat(), field + ".lat", 90))
                .setLng(degrees(place.lng(), field + ".lng", 180))
                .setPoi(optionalText(place.poi(), field + ".poi", PLACE_TEXT))
                .setAddress(optionalText(place.address(), field + ".address", PLACE_TEXT))
                .build();
    }

    public static Point point(double lat, double lng, String field) {
        return Point.newBuilder()
                .setLat(Require.within(lat, field + ".lat", -90, 90))
                .setLng(Require.within(lng, field + ".lng", -180, 180))
                .build();
    }

    public static Money money(long amount, String currency) {
        if (currency == null || !CURRENCY.matcher(currency).matches()) {
            throw Refusal.invalid(
                    "currency", currency, "an ISO 4217 code of three capital letters");
        }
        return Money.newBuilder().setAmount(amount).setCurrency(currency).build();
    }

    private static String degrees(String decimal, String field, int most) {
        if (decimal == null
                || !DECIMAL.matcher(decimal).matches()
                || Math.abs(Double.parseDouble(decimal)) > most) {
            throw Refusal.invalid(field, decimal, "a decimal from -" + most + " to " + most);
        }
        return decimal;
    }
}
