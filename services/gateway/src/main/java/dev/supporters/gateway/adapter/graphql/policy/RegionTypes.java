package dev.supporters.gateway.adapter.graphql.policy;

import dev.supporters.gateway.adapter.graphql.common.CommonTypes.MoneyView;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.policy.PolicyTypes.BoxView;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** Regions in the schema: what drivers and customers may know of a policy. */
public final class RegionTypes {

    private RegionTypes() {}

    @Type("Region")
    @Description("Where a product is sold: what everybody may know of its policy.")
    public record RegionView(
            @Description("The product.") Product product,
            @NonNull @Description(PolicyDescriptions.REGION) String region,
            @NonNull @Description(PolicyDescriptions.BOUNDS) BoxView bounds,
            @NonNull @Description(PolicyDescriptions.TIME_ZONE) String timeZone,
            @NonNull @Description(PolicyDescriptions.WINDOW_BEGIN) String windowBegin,
            @NonNull @Description(PolicyDescriptions.WINDOW_MINUTES) Integer windowMinutes,
            @NonNull @Description("The currency of its fares: an ISO 4217 code.") String currency,
            @Description(PolicyPartDescriptions.BASE_FARE) MoneyView baseFare,
            @Description(PolicyPartDescriptions.FARE_PER_KM) MoneyView farePerKm) {}
}
