package dev.supporters.contract;

import static java.util.Objects.requireNonNull;

/**
 * An amount of money.
 *
 * @param amount in the currency's minor unit: won for KRW, cents for USD
 * @param currency ISO 4217 code
 */
public record Money(long amount, String currency) {

    public Money {
        requireNonNull(currency);
    }

    public static Money of(dev.supporters.proto.common.v1.Money money) {
        return new Money(money.getAmount(), money.getCurrency());
    }

    public dev.supporters.proto.common.v1.Money toProto() {
        return dev.supporters.proto.common.v1.Money.newBuilder()
                .setAmount(amount)
                .setCurrency(currency)
                .build();
    }
}
