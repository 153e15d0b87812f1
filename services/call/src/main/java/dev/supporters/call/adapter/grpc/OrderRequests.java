package dev.supporters.call.adapter.grpc;

import dev.supporters.call.life.Fare;
import dev.supporters.call.life.Order;
import dev.supporters.call.life.Place;
import dev.supporters.call.path.CallNumber;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.proto.call.v1.RequestRequest;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Product;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.regex.Pattern;

/** A request, checked field by field. */
final class OrderRequests {

    private static final Pattern CALL_ID = Pattern.compile("[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,40})?");
    private static final int NAME_LENGTH = 100;
    private static final int TEXT_LENGTH = 200;

    private OrderRequests() {}

    static Order order(RequestRequest request, Instant now) {
        String requestId = Require.requestId(request.getRequestId());
        String customerId = Require.text(request.getCustomerId(), "customer_id", NAME_LENGTH);
        return new Order(
                callId(request.getCallId(), customerId, requestId),
                product(request.getProduct()),
                customerId,
                Require.optionalText(request.getCustomerName(), "customer_name", NAME_LENGTH),
                place("origin", request.getOrigin()),
                place("destination", request.getDestination()),
                request.hasStopover() ? place("stopover", request.getStopover()) : Place.NONE,
                fare(request.getFare()),
                distance(request.getDistanceMeters()),
                request.hasAppLocation()
                        ? place("app_location", request.getAppLocation())
                        : Place.NONE,
                now.truncatedTo(ChronoUnit.MILLIS));
    }

    private static String callId(String given, String customerId, String requestId) {
        if (given.isEmpty()) {
            return CallNumber.of(customerId, requestId);
        }
        if (!CALL_ID.matcher(given).matches()) {
            throw Refusal.invalid("call_id", given, "1 to 18 decimal digits, or nothing");
        }
        return given;
    }

    private static Product product(Product product) {
        if (product == Product.PRODUCT_UNSPECIFIED || product == Product.UNRECOGNIZED) {
            throw Refusal.invalid("product", product, "a known product");
        }
        return product;
    }

    private static Place place(String field, dev.supporters.proto.common.v1.Place place) {
        return new Place(
                degrees(place.getLat(), field + ".lat", 90),
                degrees(place.getLng(), field + ".lng", 180),
                Require.optionalText(place.getPoi(), field + ".poi", TEXT_LENGTH),
                Require.optionalText(place.getAddress(), field + ".address", TEXT_LENGTH));
    }

    private static String degrees(String value, String field, int most) {
        boolean sound =
                DECIMAL.matcher(value).matches()
                        && new BigDecimal(value).abs().compareTo(BigDecimal.valueOf(most)) <= 0;
        if (!sound) {
            throw Refusal.invalid(field, value, "a decimal from -" + most + " to " + most);
        }
        return value;
    }

    private static Fare fare(Money fare) {
        if (fare.getAmount() < 0) {
            throw Refusal.invalid("fare.amount", fare.getAmount(), "not less than 0");
        }
        try {
            return new Fare(
                    fare.getAmount(), Currency.getInstance(fare.getCurrency()).getCurrencyCode());
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("fare.currency", fare.getCurrency(), "an ISO 4217 code");
        }
    }

    private static int distance(int meters) {
        if (meters < 0) {
            throw Refusal.invalid("distance_meters", meters, "not less than 0");
        }
        return meters;
    }
}
