package dev.supporters.gateway.adapter.graphql.call;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.access.CallSecrecy;
import dev.supporters.gateway.access.CallSecrecy.Visibility;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.SubjectLimits;
import dev.supporters.gateway.adapter.graphql.call.CallTypes.ListCallResult;
import dev.supporters.gateway.adapter.graphql.common.CommonInputs.LocationInput;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;
import dev.supporters.gateway.adapter.grpc.ActivityClient;
import dev.supporters.gateway.adapter.grpc.DriverClient;
import dev.supporters.gateway.adapter.grpc.GrpcCallClient;
import dev.supporters.gateway.adapter.grpc.WorkClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.call.ListCallRules;
import dev.supporters.gateway.call.ListCallRules.SearchPoint;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.ListNearbyRequest;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import java.time.Clock;

/** The calls on general dispatch around a driver. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class ListCallApi {

    private static final int USER_AGENT = 300;

    private final PrincipalProvider principals;
    private final GrpcCallClient calls;
    private final DriverClient drivers;
    private final ActivityClient activity;
    private final WorkClient work;
    private final GatewayConfig config;
    private final ListCallRules rules;
    private final SubjectLimits limits;
    private final Clock clock;

    ListCallApi(
            PrincipalProvider principals,
            GrpcCallClient calls,
            DriverClient drivers,
            ActivityClient activity,
            WorkClient work,
            GatewayConfig config,
            Clock clock) {
        this.principals = principals;
        this.calls = calls;
        this.drivers = drivers;
        this.activity = activity;
        this.work = work;
        this.config = config;
        this.clock = clock;
        rules =
                new ListCallRules(
                        config.listCall().positionMaxAge(),
                        config.listCall().toleranceMeters(),
                        config.listCall().withoutPosition());
        limits =
                SubjectLimits.perMinute(
                        config.listCall().burst(), config.listCall().perMinute(), clock);
    }

    @NonNull
    @Query("listCall")
    @Description(
            "Open calls on general dispatch near a driver, nearest first, no destination. A driver must"
                    + " have a profile. Of whoever is no member of the supporters group the app must"
                    + " have reported a position lately (POSITION_UNKNOWN). A supporter at work gets calls"
                    + " by command and sees none here (AT_WORK). Operators and services look where they"
                    + " say.")
    public ListCallResult listCall(
            @NonNull @Description("The product.") Product product,
            @Description(
                            "The app that sends the request. Apps send it, but nothing uses it. At"
                                    + " most 300 characters.")
                    String userAgent,
            @NonNull
                    @Description(
                            "Where the driver is. Too far from the position that the app has"
                                    + " reported, calls around that position are listed.")
                    LocationInput location,
            @Id @Description(SchemaDescriptions.DRIVER) String driverId) {
        Principal principal = principals.get();
        DriverId driver = InputChecks.driverId(principal, driverId);
        Require.optionalText(ProtoMapper.orEmpty(userAgent), "userAgent", USER_AGENT);
        Position said = new Position(location.lat().doubleValue(), location.lng().doubleValue());
        limits.count(principal);
        SearchPoint point =
                principal.seesAll()
                        ? new SearchPoint(said, false)
                        : around(driver, ProtoMapper.product(product), said);
        ListNearbyRequest request =
                ListNearbyRequest.newBuilder()
                        .setProduct(ProtoMapper.product(product))
                        .setLocation(point.position().toProto())
                        .setRadiusMeters(config.listRadiusMeters())
                        .setBeginTime(Timestamps.of(clock.instant().minus(config.listMaxAge())))
                        .setPageSize(config.pageSize())
                        .build();
        return new ListCallResult(
                calls.nearby(request).getCallsList().stream()
                        .filter(CallSecrecy::open)
                        .map(call -> CallSchemaMapper.view(call, Visibility.OPEN))
                        .toList(),
                config.listRadiusMeters(),
                point.reported());
    }

    /** Whoever has no profile is refused, and a member while nobody knows whether a shift is open. Who is no member needs no answer of the service of shifts. */
    private SearchPoint around(
            DriverId driverId, dev.supporters.proto.common.v1.Product product, Position said) {
        boolean member =
                drivers.get(driverId).getMembershipsList().stream()
                        .anyMatch(membership -> membership.getProduct() == product);
        if (member) {
            ListCallRules.requireNoOpenShift(work.status(driverId, product));
        }
        return rules.around(said, activity.lastPosition(driverId), member, clock.instant());
    }
}
