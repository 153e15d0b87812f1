package dev.supporters.gateway.adapter.graphql.policy;

import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartTypes.CallPolicyView;
import dev.supporters.gateway.adapter.graphql.policy.RegionTypes.RegionView;
import dev.supporters.gateway.adapter.grpc.PolicyClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.proto.policy.v1.ListRequest;
import dev.supporters.proto.policy.v1.Policy;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import java.util.List;

/** Regions: an app that orders or works asks where it is, in which time zone, and what a drive costs about. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class RegionApi {

    /** The most that policies are listed at once. */
    private static final int MOST = 1_000;

    private final PrincipalProvider principals;
    private final PolicyClient policies;

    RegionApi(PrincipalProvider principals, PolicyClient policies) {
        this.principals = principals;
        this.policies = policies;
    }

    @NonNull
    @Query("regions")
    @Description(
            "Where products are sold, at most 1000 regions: bounds, time zone, window, currency and the estimate of a fare. For everybody who has a token.")
    public List<@NonNull RegionView> regions() {
        principals.get();
        return policies
                .list(ListRequest.newBuilder().setPageSize(MOST).build())
                .getPoliciesList()
                .stream()
                .map(RegionApi::view)
                .toList();
    }

    private static RegionView view(Policy policy) {
        CallPolicyView calls = PolicyPartMapper.view(policy.getCalls());
        return new RegionView(
                ProtoMapper.product(policy.getProduct()),
                policy.getRegion(),
                PolicySchemaMapper.view(policy.getBounds()),
                policy.getTimeZone(),
                policy.getWindowBegin(),
                PolicySchemaMapper.windowMinutes(policy),
                policy.getHourlyWage().getCurrency(),
                calls.baseFare(),
                calls.farePerKm());
    }
}
