package dev.supporters.gateway.adapter.graphql.call;

import dev.supporters.contract.Position;
import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.access.CallSecrecy;
import dev.supporters.gateway.access.CallSecrecy.Visibility;
import dev.supporters.gateway.adapter.graphql.call.CallTypes.ListCallResult;
import dev.supporters.gateway.adapter.graphql.common.CommonInputs.LocationInput;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;
import dev.supporters.gateway.adapter.grpc.GrpcCallClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
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
    private final GatewayConfig config;
    private final Clock clock;

    ListCallApi(
            PrincipalProvider principals, GrpcCallClient calls, GatewayConfig config, Clock clock) {
        this.principals = principals;
        this.calls = calls;
        this.config = config;
        this.clock = clock;
    }

    @NonNull
    @Query("listCall")
    @Description(
            "Open calls on general dispatch near a location, nearest first: what any driver may"
                    + " see, no destination.")
    public ListCallResult listCall(
            @NonNull @Description("The product.") Product product,
            @Description(
                            "The app that sends the request. Apps send it, but nothing uses it. At"
                                    + " most 300 characters.")
                    String userAgent,
            @NonNull @Description("Where the driver is.") LocationInput location,
            @Id @Description(SchemaDescriptions.DRIVER) String driverId) {
        InputChecks.driverId(principals.get(), driverId);
        Require.optionalText(ProtoMapper.orEmpty(userAgent), "userAgent", USER_AGENT);
        ListNearbyRequest request =
                ListNearbyRequest.newBuilder()
                        .setProduct(ProtoMapper.product(product))
                        .setLocation(
                                new Position(
                                                location.lat().doubleValue(),
                                                location.lng().doubleValue())
                                        .toProto())
                        .setRadiusMeters(config.listRadiusMeters())
                        .setBeginTime(Timestamps.of(clock.instant().minus(config.listMaxAge())))
                        .setPageSize(config.pageSize())
                        .build();
        return new ListCallResult(
                calls.nearby(request).getCallsList().stream()
                        .filter(CallSecrecy::open)
                        .map(call -> CallSchemaMapper.view(call, Visibility.BEFORE_ACCEPTANCE))
                        .toList(),
                config.listRadiusMeters());
    }
}
