package dev.supporters.settlement.pay;

import static java.util.Objects.requireNonNull;

/** The terms of pay as of the shift's begin: what an hour is paid, in the currency's minor unit, and whether rest is paid. */
public record PayTerms(long hourlyWage, String currency, boolean restPaid) {

    public PayTerms {
        if (hourlyWage < 0) {
            throw new IllegalArgumentException(
                    "hourly wage: " + hourlyWage + " (expected: 0 or more)");
        }
        requireNonNull(currency);
    }

    /** Everything is paid but rest; being unreachable too, as only an operator's decision takes pay away. */
    public boolean pays(TimeClass timeClass) {
        return switch (timeClass) {
            case RESTING -> restPaid;
            case DRIVING, TO_CUSTOMER, MOVING, UNREACHABLE, WAITING -> true;
        };
    }
}
