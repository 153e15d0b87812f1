package dev.supporters.gateway.adapter.graphql.common;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** What the schema of more than one feature uses, as it is answered. */
public final class CommonTypes {

    private CommonTypes() {}

    @Enum("Product")
    @Description("What is sold.")
    public enum Product {
        @Description("A designated driver drives the customer home in the customer's own car.")
        DRIVER
    }

    @Enum("AppPlatform")
    @Description("The platform on which the driver's app runs.")
    public enum AppPlatform {
        @Description("Android.")
        ANDROID,

        @Description("iOS.")
        IOS
    }

    @Enum("RefusalConsequence")
    @Description("What becomes of a call whose command was refused.")
    public enum RefusalConsequence {
        @Description("The call goes to general dispatch.")
        GENERAL,

        @Description("The call is routed again, without the supporters who refused it.")
        NEXT_SUPPORTER,

        @Description("The call fails.")
        FAIL
    }

    @Type("Money")
    @Description("An amount of money.")
    public record MoneyView(
            @NonNull @Description("In the currency's minor unit: won for KRW, cents for USD.")
                    Long amount,
            @NonNull @Description("ISO 4217 code.") String currency) {}

    @Type("CallLocation")
    @Description("A place of a call.")
    public record CallLocation(
            @Description("Latitude in degrees (WGS 84): the exact decimal that the app gave.")
                    String lat,
            @Description("Longitude in degrees (WGS 84): the exact decimal that the app gave.")
                    String lng,
            @Description("Name of the point of interest; may be empty.") String poi,
            @Description("Postal address; may be empty.") String address) {}

    @Type("PageInfo")
    @Description("Whether there are more.")
    public record PageInfo(
            @NonNull @Description("Whether there are more.") Boolean hasNextPage,
            @Description("To be given as after for the next page; null when there is none.")
                    String endCursor) {}
}
