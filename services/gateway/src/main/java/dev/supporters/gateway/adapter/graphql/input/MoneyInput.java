package dev.supporters.gateway.adapter.graphql.input;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

import java.math.BigInteger;

@Input("MoneyInput")
@Description("An amount of money.")
public record MoneyInput(
        @NonNull @Description("In the currency's minor unit: won for KRW, cents for USD.")
                BigInteger amount,
        @DefaultValue("KRW") @Description("ISO 4217 code.") String currency) {}
