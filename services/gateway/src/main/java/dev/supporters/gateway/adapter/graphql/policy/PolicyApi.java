package dev.supporters.gateway.adapter.graphql.policy;

import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.CurrentPrincipal;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;
import dev.supporters.gateway.adapter.graphql.policy.PolicyInputs.PutPolicyInput;
import dev.supporters.gateway.adapter.graphql.policy.PolicyTypes.PolicyPage;
import dev.supporters.gateway.adapter.graphql.policy.PolicyTypes.PolicyPayload;
import dev.supporters.gateway.adapter.graphql.policy.PolicyTypes.PolicyView;
import dev.supporters.gateway.adapter.grpc.PolicyClient;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.proto.policy.v1.HistoryRequest;
import dev.supporters.proto.policy.v1.HistoryResponse;
import dev.supporters.proto.policy.v1.ListRequest;
import dev.supporters.proto.policy.v1.ListResponse;
import dev.supporters.proto.policy.v1.Policy;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The numbers that operators set. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class PolicyApi {

    private final CurrentPrincipal current;
    private final PolicyClient policies;
    private final GatewayConfig config;

    PolicyApi(CurrentPrincipal current, PolicyClient policies, GatewayConfig config) {
        this.current = current;
        this.policies = policies;
        this.config = config;
    }

    @Query("policy")
    @Description("The newest policy of a product in a region. For operators and services.")
    public PolicyView policy(
            @NonNull @Description("The product.") Product product,
            @NonNull @Description("The region.") String region) {
        current.get().mustSeeAll();
        return PolicyMapper.view(
                policies.get(ProtoMapper.product(product), PolicyMapper.region(region)));
    }

    @NonNull
    @Query("policies")
    @Description("The newest policy of every product and region. For operators and services.")
    public PolicyPage policies(
            @Description(SchemaDescriptions.FIRST) Integer first,
            @Description(SchemaDescriptions.AFTER) String after) {
        current.get().mustSeeAll();
        ListResponse response =
                policies.list(
                        ListRequest.newBuilder()
                                .setPageSize(InputChecks.pageSize(first, config.pageSize()))
                                .setPageToken(InputChecks.pageToken(after))
                                .build());
        return PolicyMapper.page(response.getPoliciesList(), response.getNextPageToken());
    }

    @NonNull
    @Query("policyHistory")
    @Description("All versions of a policy, newest first. For operators and services.")
    public PolicyPage policyHistory(
            @NonNull @Description("The product.") Product product,
            @NonNull @Description("The region.") String region,
            @Description(SchemaDescriptions.FIRST) Integer first,
            @Description(SchemaDescriptions.AFTER) String after) {
        current.get().mustSeeAll();
        HistoryResponse response =
                policies.history(
                        HistoryRequest.newBuilder()
                                .setProduct(ProtoMapper.product(product))
                                .setRegion(PolicyMapper.region(region))
                                .setPageSize(InputChecks.pageSize(first, config.pageSize()))
                                .setPageToken(InputChecks.pageToken(after))
                                .build());
        return PolicyMapper.page(response.getPoliciesList(), response.getNextPageToken());
    }

    @NonNull
    @Mutation("putPolicy")
    @Description("Puts a new version of a policy, as a whole. It holds at once. For operators.")
    public PolicyPayload putPolicy(@NonNull @Description("The policy.") PutPolicyInput input) {
        Policy policy = policies.put(PolicyMapper.request(current.operator(), input));
        return new PolicyPayload(input.clientMutationId(), PolicyMapper.view(policy));
    }
}
