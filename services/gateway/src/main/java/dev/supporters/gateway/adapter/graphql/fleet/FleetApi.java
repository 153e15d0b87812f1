package dev.supporters.gateway.adapter.graphql.fleet;

import dev.supporters.contract.Position;
import dev.supporters.gateway.access.Session;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.driver.DriverTypes.DispatchState;
import dev.supporters.gateway.adapter.graphql.error.GraphQLRefusal;
import dev.supporters.gateway.adapter.graphql.fleet.FleetTypes.FleetSupporterView;
import dev.supporters.gateway.adapter.graphql.fleet.FleetTypes.FleetView;
import dev.supporters.gateway.adapter.graphql.zone.ZoneTypes.PointView;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.fleet.Fleet;
import dev.supporters.gateway.fleet.FleetSupporter;
import dev.supporters.gateway.subscription.SubscriptionHub;
import dev.supporters.gateway.subscription.SubscriptionHub.Snapshot;
import dev.supporters.gateway.subscription.SubscriptionKeys;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Where all supporters at work are, and what they do. For operators only: a service has no need of people's positions. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class FleetApi {

    private final PrincipalProvider principals;
    private final Fleet fleet;
    private final SubscriptionHub subscriptions;
    private final Clock clock;

    FleetApi(
            PrincipalProvider principals, Fleet fleet, SubscriptionHub subscriptions, Clock clock) {
        this.principals = principals;
        this.fleet = fleet;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    @NonNull
    @Query("fleet")
    @Description("The supporters at work, where they are and what they do. For operators.")
    public FleetView fleet(
            @NonNull @Description("The product.") Product product,
            @Description("The region; null for all.") String region) {
        principals.get().mustBeOperator();
        return view(product, region);
    }

    @Subscription("fleet")
    @Description(
            "The supporters at work now, then after changes, as a whole, at most twice a second. For operators.")
    public Multi<FleetView> fleetAsItChanges(
            @NonNull @Description("The product.") Product product,
            @Description("The region; null for all.") String region) {
        Session session = principals.session();
        session.principal().mustBeOperator();
        return GraphQLRefusal.mapFailures(
                subscriptions.subscribe(
                        session,
                        SubscriptionKeys.fleet(),
                        List.of("fleet", product, Optional.ofNullable(region)),
                        _ -> snapshot(product, region)));
    }

    private Snapshot<FleetView> snapshot(Product product, String region) {
        long version = fleet.version();
        return new Snapshot<>(view(product, region), version, false);
    }

    private FleetView view(Product product, String region) {
        return new FleetView(
                product,
                region,
                fleet
                        .atWork(
                                ProtoMapper.product(product),
                                Optional.ofNullable(region),
                                clock.instant())
                        .stream()
                        .map(FleetApi::view)
                        .toList());
    }

    private static FleetSupporterView view(FleetSupporter supporter) {
        return new FleetSupporterView(
                supporter.driverId().value(),
                state(supporter.activity()),
                supporter.since(),
                supporter.callId().orElse(null),
                supporter.position().map(FleetApi::point).orElse(null),
                supporter.locatedAt().orElse(null),
                supporter.unreachable(),
                supporter.moveTo().map(FleetApi::point).orElse(null));
    }

    private static DispatchState state(FleetSupporter.Activity activity) {
        return switch (activity) {
            case FREE -> DispatchState.FREE;
            case RESTING -> DispatchState.RESTING;
            case COMMANDED -> DispatchState.COMMANDED;
            case ACCEPTED -> DispatchState.ACCEPTED;
            case ARRIVED -> DispatchState.ARRIVED;
            case DRIVING -> DispatchState.DRIVING;
        };
    }

    private static PointView point(Position position) {
        return new PointView(position.lat(), position.lng());
    }
}
