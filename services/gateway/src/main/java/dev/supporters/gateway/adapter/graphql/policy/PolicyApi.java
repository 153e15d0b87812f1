package dev.supporters.gateway.adapter.graphql.policy;

import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;
import dev.supporters.gateway.adapter.graphql.policy.DryRunTypes.PolicyDryRunView;
import dev.supporters.gateway.adapter.graphql.policy.PolicyInputs.PutPolicyInput;
import dev.supporters.gateway.adapter.graphql.policy.PolicyTypes.PolicyFieldChange;
import dev.supporters.gateway.adapter.graphql.policy.PolicyTypes.PolicyPage;
import dev.supporters.gateway.adapter.graphql.policy.PolicyTypes.PolicyPayload;
import dev.supporters.gateway.adapter.graphql.policy.PolicyTypes.PolicyView;
import dev.supporters.gateway.adapter.grpc.InsightClient;
import dev.supporters.gateway.adapter.grpc.PolicyClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.proto.insight.v1.DryRunPolicyRequest;
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

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The numbers that operators set. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class PolicyApi {

    private static final int NIGHTS = 4;

    private final PrincipalProvider principals;
    private final PolicyClient policies;
    private final InsightClient insight;
    private final GatewayConfig config;

    PolicyApi(
            PrincipalProvider principals,
            PolicyClient policies,
            InsightClient insight,
            GatewayConfig config) {
        this.principals = principals;
        this.policies = policies;
        this.insight = insight;
        this.config = config;
    }

    @Query("policy")
    @Description(
            "The newest policy of a product in a region, which may come into force later. For operators and services.")
    public PolicyView policy(
            @NonNull @Description("The product.") Product product,
            @NonNull @Description("The region.") String region) {
        principals.get().mustSeeAll();
        return PolicySchemaMapper.view(policies.get(ProtoMapper.product(product), region));
    }

    @NonNull
    @Query("policies")
    @Description(
            "The newest policy, which may come into force later, of every product and region. For operators and services.")
    public PolicyPage policies(
            @Description(SchemaDescriptions.FIRST) Integer first,
            @Description(SchemaDescriptions.AFTER) String after) {
        principals.get().mustSeeAll();
        ListResponse response =
                policies.list(
                        ListRequest.newBuilder()
                                .setPageSize(InputChecks.pageSize(first, config.pageSize()))
                                .setPageToken(ProtoMapper.orEmpty(after))
                                .build());
        return PolicySchemaMapper.page(response.getPoliciesList(), response.getNextPageToken());
    }

    @NonNull
    @Query("policyHistory")
    @Description("All versions of a policy, newest first. For operators and services.")
    public PolicyPage policyHistory(
            @NonNull @Description("The product.") Product product,
            @NonNull @Description("The region.") String region,
            @Description(SchemaDescriptions.FIRST) Integer first,
            @Description(SchemaDescriptions.AFTER) String after) {
        principals.get().mustSeeAll();
        HistoryResponse response =
                policies.history(
                        HistoryRequest.newBuilder()
                                .setProduct(ProtoMapper.product(product))
                                .setRegion(region)
                                .setPageSize(InputChecks.pageSize(first, config.pageSize()))
                                .setPageToken(ProtoMapper.orEmpty(after))
                                .build());
        return PolicySchemaMapper.page(response.getPoliciesList(), response.getNextPageToken());
    }

    @NonNull
    @Query("policyComparison")
    @Description(
            "What differs between a version of a policy and what comes after it: another version, or a policy that might be put, which is refused as putPolicy would refuse it. One of the two is required. Changes nothing. For operators.")
    public List<@NonNull PolicyFieldChange> policyComparison(
            @NonNull @Description("The product.") Product product,
            @NonNull @Description("The region.") String region,
            @NonNull @Description("The version before.") BigInteger fromVersion,
            @Description("The version after; it may be an older one, too.") BigInteger toVersion,
            @Description(
                            "A policy that might be put, of the same product and region. Its key, expectedVersion and reason do not count.")
                    PutPolicyInput draft) {
        principals.operator();
        return policies
                .compare(
                        PolicySchemaMapper.comparison(
                                product,
                                region,
                                fromVersion,
                                Optional.ofNullable(toVersion),
                                Optional.ofNullable(draft)))
                .stream()
                .map(PolicySchemaMapper::view)
                .toList();
    }

    @NonNull
    @Query("policyDryRun")
    @Description(
            "What a policy would have done: it is refused as putPolicy would refuse it, else the calls of a night that was counted, or nights of the night model, are played under it and under the newest policy, in pairs. Changes nothing. The same question has the same answer until another night is counted. It takes up to a minute; only one is played at a time (RESOURCE_EXHAUSTED). For operators.")
    public PolicyDryRunView policyDryRun(
            @NonNull @Description("The policy that might be put.") PutPolicyInput input,
            @Description(
                            "How many nights are played under each, or how many times the same one: 2 to 8; null is 4.")
                    Integer nights,
            @Description(
                            "From which everything is drawn that happens by chance: 0 to 1,000,000,000; null is 1.")
                    Integer seed,
            @Description(
                            "The night whose calls are played. Refused: NIGHT_NOT_FOUND, BUSINESS_DATE_NOT_OVER before it has ended, NIGHT_NOT_PLAYABLE. Null: the newest one of the last eight days that has ended and can be played; if there is none, nights of the night model.")
                    LocalDate businessDate,
            @Description(
                            "Whether nights of the night model are played also where a night could be. Not with a business date.")
                    Boolean modelNights) {
        Policy proposed = policies.put(PolicySchemaMapper.check(principals.operator(), input));
        DryRunPolicyRequest request =
                DryRunPolicyRequest.newBuilder()
                        .setPresent(policies.get(proposed.getProduct(), proposed.getRegion()))
                        .setProposed(proposed)
                        .setNights(nights == null ? NIGHTS : nights)
                        .setSeed(seed == null ? 1 : seed)
                        .setBusinessDate(businessDate == null ? "" : businessDate.toString())
                        .setModelNights(Boolean.TRUE.equals(modelNights))
                        .build();
        return DryRunSchemaMapper.view(insight.dryRun(request));
    }

    @NonNull
    @Mutation("putPolicy")
    @Description(
            "Puts a new version of a policy, as a whole. It is in force at once, or from a time on that is given. For operators.")
    public PolicyPayload putPolicy(@NonNull @Description("The policy.") PutPolicyInput input) {
        Policy policy = policies.put(PolicySchemaMapper.request(principals.operator(), input));
        return new PolicyPayload(input.clientMutationId(), PolicySchemaMapper.view(policy));
    }
}
