package dev.supporters.gateway.adapter.graphql.zone;

import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.Session;
import dev.supporters.gateway.adapter.graphql.common.CommonInputs.PointInput;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.error.GraphQLRefusal;
import dev.supporters.gateway.adapter.graphql.work.WorkTypes.WorkState;
import dev.supporters.gateway.adapter.graphql.work.WorkTypes.WorkView;
import dev.supporters.gateway.adapter.graphql.zone.ZoneTypes.ZoneAtView;
import dev.supporters.gateway.adapter.graphql.zone.ZoneTypes.ZoneWarning;
import dev.supporters.gateway.adapter.graphql.zone.ZoneTypes.ZonesView;
import dev.supporters.gateway.adapter.grpc.ZoneClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.subscription.SubscriptionHub;
import dev.supporters.gateway.subscription.SubscriptionHub.Snapshot;
import dev.supporters.gateway.subscription.SubscriptionKeys;
import dev.supporters.proto.zone.v1.Zones;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

import java.util.List;

/** Zones: where supporters may begin a shift. Everybody who has a token may see them, but not what they cost. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class ZoneApi {

    private final PrincipalProvider principals;
    private final ZoneClient zones;
    private final SubscriptionHub subscriptions;

    ZoneApi(PrincipalProvider principals, ZoneClient zones, SubscriptionHub subscriptions) {
        this.principals = principals;
        this.zones = zones;
        this.subscriptions = subscriptions;
    }

    @NonNull
    @Query("zones")
    @Description("The active zones of a product in a region.")
    public ZonesView zones(
            @NonNull @Description("The product.") Product product,
            @NonNull @Description("The region.") String region) {
        Principal principal = principals.get();
        return ZoneSchemaMapper.view(zones.get(ProtoMapper.product(product), region), principal);
    }

    @NonNull
    @Query("zoneAt")
    @Description("Whether a shift may begin at a position, as far as zones decide it.")
    public ZoneAtView zoneAt(
            @NonNull @Description("The product.") Product product,
            @NonNull @Description("The position.") PointInput location) {
        principals.get();
        return ZoneSchemaMapper.at(
                zones.contains(
                        ProtoMapper.product(product),
                        ProtoMapper.point(location.lat(), location.lng())));
    }

    @NonNull
    @Description("The cells as GeoJSON: a FeatureCollection with a Polygon for each.")
    public String geoJson(@Source ZonesView zones) {
        return GeoJsonMapper.write(zones);
    }

    @Description(
            "Set while the shift goes on and the cell in which it began is about to close. The pay goes on in any case.")
    public ZoneWarning zoneWarning(@Source WorkView work) {
        if (work.zoneCell() == null || work.state() == WorkState.ENDED) {
            return null;
        }
        Zones newest = zones.get(ProtoMapper.product(work.product()), work.region());
        return ZoneSchemaMapper.warning(newest, work.zoneCell()).orElse(null);
    }

    @Subscription("zonesChanged")
    @Description("The active zones now, then each new plan.")
    public Multi<ZonesView> zonesChanged(
            @NonNull @Description("The product.") Product product,
            @NonNull @Description("The region.") String region) {
        Session session = principals.session();
        var wanted = ProtoMapper.product(product);
        return GraphQLRefusal.mapFailures(
                subscriptions.subscribe(
                        session,
                        SubscriptionKeys.zones(wanted, region),
                        List.of("zonesChanged", wanted, region),
                        principal -> {
                            Zones newest = zones.get(wanted, region);
                            return new Snapshot<>(
                                    ZoneSchemaMapper.view(newest, principal),
                                    newest.getVersion(),
                                    false);
                        }));
    }
}
