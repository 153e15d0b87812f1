package dev.supporters.gateway.adapter.graphql;

import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.access.Viewer;
import dev.supporters.gateway.adapter.graphql.input.Bounds;
import dev.supporters.gateway.adapter.graphql.input.PutPolicyInput;
import dev.supporters.gateway.adapter.graphql.view.PageInfo;
import dev.supporters.gateway.adapter.graphql.view.PolicyPage;
import dev.supporters.gateway.adapter.graphql.view.PolicyPayload;
import dev.supporters.gateway.adapter.graphql.view.PolicyView;
import dev.supporters.gateway.adapter.graphql.view.Product;
import dev.supporters.gateway.adapter.graphql.view.Words;
import dev.supporters.gateway.adapter.grpc.PolicyClient;
import dev.supporters.proto.policy.v1.HistoryRequest;
import dev.supporters.proto.policy.v1.HistoryResponse;
import dev.supporters.proto.policy.v1.ListRequest;
import dev.supporters.proto.policy.v1.ListResponse;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.policy.v1.PutRequest;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import java.util.List;

/** The numbers that operators turn. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class PolicyApi {

    private static final int REGION = 40;

    private final Viewers viewers;
    private final PolicyClient policies;
    private final GatewayConfig config;

    PolicyApi(Viewers viewers, PolicyClient policies, GatewayConfig config) {
        this.viewers = viewers;
        this.policies = policies;
        this.config = config;
    }

    @Query("policy")
    @Description("The newest policy of a product in a region. For operators and services.")
    public PolicyView policy(
            @NonNull @Description("The product.") Product product,
            @NonNull @Description("The region.") String region) {
        viewers.current().mustSeeAll();
        return PolicyView.of(
                policies.get(Bounds.product(product), Bounds.text(region, "region", REGION)));
    }

    @NonNull
    @Query("policies")
    @Description("The newest policy of every product and region. For operators and services.")
    public PolicyPage policies(
            @Description(Words.FIRST) Integer first, @Description(Words.AFTER) String after) {
        viewers.current().mustSeeAll();
        ListResponse response =
                policies.list(
                        ListRequest.newBuilder()
                                .setPageSize(Bounds.pageSize(first, config.pageSize()))
                                .setPageToken(Bounds.pageToken(after))
                                .build());
        return page(response.getPoliciesList(), response.getNextPageToken());
    }

    @NonNull
    @Query("policyHistory")
    @Description("All versions of a policy, newest first. For operators and services.")
    public PolicyPage policyHistory(
            @NonNull @Description("The product.") Product product,
            @NonNull @Description("The region.") String region,
            @Description(Words.FIRST) Integer first,
            @Description(Words.AFTER) String after) {
        viewers.current().mustSeeAll();
        HistoryResponse response =
                policies.history(
                        HistoryRequest.newBuilder()
                                .setProduct(Bounds.product(product))
                                .setRegion(Bounds.text(region, "region", REGION))
                                .setPageSize(Bounds.pageSize(first, config.pageSize()))
                                .setPageToken(Bounds.pageToken(after))
                                .build());
        return page(response.getPoliciesList(), response.getNextPageToken());
    }

    @NonNull
    @Mutation("putPolicy")
    @Description("Puts a new version of a policy, as a whole. It holds at once. For operators.")
    public PolicyPayload putPolicy(@NonNull @Description("The policy.") PutPolicyInput input) {
        Viewer viewer = viewers.operator();
        PutRequest request =
                PutRequest.newBuilder()
                        .setRequestId(RequestKeys.of("putPolicy", viewer, input.clientMutationId()))
                        .setPolicy(PolicyInputs.policy(input))
                        .setExpectedVersion(
                                Bounds.within(
                                        input.expectedVersion(),
                                        "expectedVersion",
                                        -1,
                                        Long.MAX_VALUE))
                        .setActor(viewer.id())
                        .build();
        return new PolicyPayload(input.clientMutationId(), PolicyView.of(policies.put(request)));
    }

    private static PolicyPage page(List<Policy> policies, String nextPageToken) {
        return new PolicyPage(
                policies.stream().map(PolicyView::of).toList(), PageInfo.of(nextPageToken));
    }
}
