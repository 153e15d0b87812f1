package dev.supporters.legacy.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What a customer asked for. */
public record Details(
        String product,
        String customerId,
        String customerName,
        Spot origin,
        Spot destination,
        Spot stopover,
        long fare,
        String currency,
        int distanceMeters,
        String reason,
        Instant requestedAt) {

    /** Of a call of which only its supporter is known. */
    public static final Details UNKNOWN =
            new Details("", "", "", Spot.NONE, Spot.NONE, Spot.NONE, 0, "", 0, "", Instant.EPOCH);

    public Details {
        requireNonNull(product);
        requireNonNull(customerId);
        requireNonNull(customerName);
        requireNonNull(origin);
        requireNonNull(destination);
        requireNonNull(stopover);
        requireNonNull(currency);
        requireNonNull(reason);
        requireNonNull(requestedAt);
    }

    public boolean known() {
        return !equals(UNKNOWN);
    }
}
