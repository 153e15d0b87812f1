package dev.supporters.gateway.adapter.graphql.activity;

import dev.supporters.contract.DriverId;
import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.access.Session;
import dev.supporters.gateway.adapter.graphql.activity.NoticeTypes.DriverNoticePage;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;
import dev.supporters.gateway.adapter.graphql.error.GraphQLRefusal;
import dev.supporters.gateway.adapter.grpc.ActivityClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.subscription.SubscriptionHub;
import dev.supporters.gateway.subscription.SubscriptionHub.Snapshot;
import dev.supporters.gateway.subscription.SubscriptionKeys;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.proto.activity.v1.ListNoticesRequest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import java.util.List;

/** What a driver learns of signals of abuse: decisions, in words that say what he can do. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class NoticeApi {

    private final PrincipalProvider principals;
    private final ActivityClient activity;
    private final SubscriptionHub subscriptions;
    private final GatewayConfig config;

    NoticeApi(
            PrincipalProvider principals,
            ActivityClient activity,
            SubscriptionHub subscriptions,
            GatewayConfig config) {
        this.principals = principals;
        this.activity = activity;
        this.subscriptions = subscriptions;
        this.config = config;
    }

    @NonNull
    @Query("driverNotices")
    @Description(
            "What a driver is told of signals of abuse: those on which an operator decided to warn, to hold the pay or to suspend, the newest business date first. Drivers see their own.")
    public DriverNoticePage driverNotices(
            @Id @Description(SchemaDescriptions.DRIVER) String driverId,
            @Description(SchemaDescriptions.FIRST) Integer first,
            @Description(SchemaDescriptions.AFTER) String after) {
        return read(
                InputChecks.driverId(principals.get(), driverId),
                InputChecks.pageSize(first, config.pageSize()),
                ProtoMapper.orEmpty(after));
    }

    @Subscription("driverNotices")
    @Description(
            "The first page of what a driver is told of signals of abuse, now, then after each decision. Drivers see their own.")
    public Multi<DriverNoticePage> driverNoticesChanged(
            @Id @Description(SchemaDescriptions.DRIVER) String driverId,
            @Description(SchemaDescriptions.FIRST) Integer first) {
        Session session = principals.session();
        DriverId driver = InputChecks.driverId(session.principal(), driverId);
        int size = InputChecks.pageSize(first, config.pageSize());
        return GraphQLRefusal.mapFailures(
                subscriptions.subscribe(
                        session,
                        SubscriptionKeys.notices(driver),
                        List.of("driverNotices", driver, size),
                        _ -> snapshot(driver, size)));
    }

    /** Notices have no version together; whatever differs from before is told. */
    private Snapshot<DriverNoticePage> snapshot(DriverId driver, int size) {
        return new Snapshot<>(read(driver, size, ""), 0, false);
    }

    private DriverNoticePage read(DriverId driver, int size, String after) {
        return NoticeSchemaMapper.page(
                activity.notices(
                        ListNoticesRequest.newBuilder()
                                .setDriverId(driver.value())
                                .setPageSize(size)
                                .setPageToken(after)
                                .build()));
    }
}
