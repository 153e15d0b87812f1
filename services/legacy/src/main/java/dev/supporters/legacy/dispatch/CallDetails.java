package dev.supporters.legacy.dispatch;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.Place;

import java.time.Instant;

/** What a customer asked for. */
public record CallDetails(
        String product,
        String customerId,
        String customerName,
        Place origin,
        Place destination,
        Place stopover,
        long fare,
        String currency,
        int distanceMeters,
        String reason,
        Instant requestedAt) {

    /** The details of a call of which only the supporter is known. */
    public static final CallDetails UNKNOWN =
            new CallDetails(
                    "", "", "", Place.NONE, Place.NONE, Place.NONE, 0, "", 0, "", Instant.EPOCH);

    public CallDetails {
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
