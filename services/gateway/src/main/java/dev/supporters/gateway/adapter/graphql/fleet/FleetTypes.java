package dev.supporters.gateway.adapter.graphql.fleet;

import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.driver.DriverTypes.DispatchState;
import dev.supporters.gateway.adapter.graphql.zone.ZoneTypes.PointView;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.util.List;

/** The fleet as the schema shows it. */
public final class FleetTypes {

    private FleetTypes() {}

    @Type("Fleet")
    @Description(
            "The supporters at work for a product in a region, as events tell of them; may lag by milliseconds.")
    public record FleetView(
            @NonNull @Description("The product.") Product product,
            @Description("The region; null for all.") String region,
            @NonNull @Description("In the order of their ids.")
                    List<@NonNull FleetSupporterView> supporters) {}

    @Type("FleetSupporter")
    @Description("A supporter at work.")
    public record FleetSupporterView(
            @Id @NonNull @Description("The driver.") String driverId,
            @NonNull @Description("What the supporter does.") DispatchState state,
            @NonNull @Description("Since when.") Instant since,
            @Id @Description("The call of the live command or drive; null when there is none.")
                    String callId,
            @Description("Where the supporter was last; null while nobody knows.")
                    PointView position,
            @Description("When that was, or since when nobody knows; null if nothing was heard.")
                    Instant locatedAt,
            @NonNull @Description("Whether the supporter has reported nothing for too long.")
                    Boolean unreachable,
            @Description("Where a free supporter is asked to go; null while there is no move.")
                    PointView moveTo) {}
}
