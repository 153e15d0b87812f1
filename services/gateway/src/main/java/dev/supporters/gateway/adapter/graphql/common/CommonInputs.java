package dev.supporters.gateway.adapter.graphql.common;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

import java.math.BigDecimal;
import java.math.BigInteger;

/** What the inputs of more than one feature contain. */
public final class CommonInputs {

    private CommonInputs() {}

    @Input("PointInput")
    @Description("A measured position.")
    public record PointInput(
            @NonNull @Description("Latitude in degrees (WGS 84), from -90 to 90.") Double lat,
            @NonNull @Description("Longitude in degrees (WGS 84), from -180 to 180.") Double lng) {}

    @Input("LocationInput")
    @Description("A position, as exact decimals.")
    public record LocationInput(
            @NonNull @Description("Latitude in degrees (WGS 84), from -90 to 90.") BigDecimal lat,
            @NonNull @Description("Longitude in degrees (WGS 84), from -180 to 180.")
                    BigDecimal lng) {}

    @Input("CallLocationInput")
    @Description("A place of a call.")
    public record CallLocationInput(
            @NonNull
                    @Description(
                            "Latitude in degrees (WGS 84), a decimal from -90 to 90; kept digit by digit.")
                    String lat,
            @NonNull
                    @Description(
                            "Longitude in degrees (WGS 84), a decimal from -180 to 180; kept digit by digit.")
                    String lng,
            @Description("Name of the point of interest; at most 200 characters.") String poi,
            @Description("Postal address; at most 200 characters.") String address) {}

    @Input("MoneyInput")
    @Description("An amount of money.")
    public record MoneyInput(
            @NonNull @Description("In the currency's minor unit: won for KRW, cents for USD.")
                    BigInteger amount,
            @NonNull @Description("ISO 4217 code.") String currency) {}
}
