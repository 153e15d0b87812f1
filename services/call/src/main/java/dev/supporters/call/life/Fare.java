package dev.supporters.call.life;

import static java.util.Objects.requireNonNull;

/** What the customer pays, in the currency's minor unit. */
public record Fare(long amount, String currency) {

    public Fare {
        requireNonNull(currency);
    }
}
