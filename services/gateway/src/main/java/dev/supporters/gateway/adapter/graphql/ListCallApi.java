package dev.supporters.gateway.adapter.graphql;

import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.access.CallSecrecy;
import dev.supporters.gateway.access.Sight;
import dev.supporters.gateway.adapter.graphql.input.Bounds;
import dev.supporters.gateway.adapter.graphql.input.PointInput;
import dev.supporters.gateway.adapter.graphql.view.CallView;
import dev.supporters.gateway.adapter.graphql.view.ListCallResult;
import dev.supporters.gateway.adapter.graphql.view.Product;
import dev.supporters.gateway.adapter.graphql.view.Words;
import dev.supporters.gateway.adapter.grpc.GrpcCallBook;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.call.v1.ListRequest;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Point;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import java.time.Clock;
import java.util.Comparator;

/** The calls on general dispatch around a driver. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class ListCallApi {

    private static final int MOST = 1000;
    private static final int USER_AGENT = 300;

    private final Viewers viewers;
    private final GrpcCallBook calls;
    private final GatewayConfig config;
    private final Clock clock;

    ListCallApi(Viewers viewers, GrpcCallBook calls, GatewayConfig config, Clock clock) {
        this.viewers = viewers;
        this.calls = calls;
        this.config = config;
        this.clock = clock;
    }

    @NonNull
    @Query("listCall")
    @Description(
            "Open calls on general dispatch near a location, nearest first: what any driver may see, no destination.")
    public ListCallResult listCall(
            @NonNull @Description("The product.") Product product,
            @Description(
                            "The app that asks; kept for its sake, used for nothing. At most 300 characters.")
                    String userAgent,
            @NonNull @Description("Where the driver is.") PointInput location,
            @Id @Description(Words.DRIVER) String driverId) {
        Bounds.driver(viewers.current(), driverId);
        Bounds.optionalText(userAgent, "userAgent", USER_AGENT);
        Point here = Bounds.point(location.lat(), location.lng(), "location");
        dev.supporters.proto.common.v1.Product wanted = Bounds.product(product);
        ListRequest request =
                ListRequest.newBuilder()
                        .setPageSize(MOST)
                        .addStates(CallState.CALL_STATE_GENERAL)
                        .setBeginTime(Timestamps.of(clock.instant().minus(config.listMaxAge())))
                        .build();
        return new ListCallResult(
                calls.list(request).getCallsList().stream()
                        .filter(call -> call.getProduct() == wanted && CallSecrecy.open(call))
                        .map(call -> new Near(call, distance(here, call.getOrigin())))
                        .filter(near -> near.meters() <= config.listRadiusMeters())
                        .sorted(Comparator.comparingDouble(Near::meters))
                        .limit(config.pageSize())
                        .map(near -> CallView.of(near.call(), Sight.BEFORE_ACCEPTANCE))
                        .toList(),
                config.listRadiusMeters());
    }

    private static double distance(Point here, Place origin) {
        return Distance.meters(
                here.getLat(),
                here.getLng(),
                Double.parseDouble(origin.getLat()),
                Double.parseDouble(origin.getLng()));
    }

    private record Near(Call call, double meters) {}
}
