package dev.supporters.gateway.adapter.graphql.view;

import dev.supporters.proto.common.v1.Money;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("Money")
@Description("An amount of money.")
public record MoneyView(
        @NonNull @Description("In the currency's minor unit: won for KRW, cents for USD.")
                Long amount,
        @NonNull @Description("ISO 4217 code.") String currency) {

    static MoneyView of(Money money) {
        return new MoneyView(money.getAmount(), money.getCurrency());
    }
}
