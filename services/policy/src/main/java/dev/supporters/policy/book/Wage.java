package dev.supporters.policy.book;

import dev.supporters.platform.refusal.Refusal;

import java.util.Currency;

/** Pay per hour, in the currency's minor unit. */
public record Wage(long amount, Currency currency) {

    /** Far above any pay, far below where a night's pay would overflow. */
    static final long MOST = 1_000_000_000;

    public Wage {
        if (amount <= 0 || amount > MOST) {
            throw Refusal.invalid("hourly_wage.amount", amount, "1 to " + MOST);
        }
    }

    /** From an amount and an ISO 4217 code. */
    public static Wage parse(long amount, String currency) {
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(currency))
                .findAny()
                .map(known -> new Wage(amount, known))
                .orElseThrow(() ->
                        Refusal.invalid(
                                "hourly_wage.currency",
                                currency.isEmpty() ? "nothing" : currency,
                                "an ISO 4217 code like KRW"));
    }
}
