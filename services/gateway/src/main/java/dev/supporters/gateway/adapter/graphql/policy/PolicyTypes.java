package dev.supporters.gateway.adapter.graphql.policy;

import dev.supporters.gateway.adapter.graphql.common.CommonTypes.AppPlatform;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.MoneyView;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.PageInfo;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.RefusalConsequence;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartTypes.AbusePolicyView;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartTypes.AssignmentPolicyView;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartTypes.CallPolicyView;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartTypes.JoinPolicyView;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartTypes.MovePolicyView;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartTypes.ZonePolicyView;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.util.List;

/** Policies as the schema shows them. */
public final class PolicyTypes {

    private PolicyTypes() {}

    @Type("Policy")
    @Description(
            "The numbers that operators set, for one product in one region. Versions only grow.")
    public record PolicyView(
            @Description("The product.") Product product,
            @NonNull @Description(PolicyDescriptions.REGION) String region,
            @NonNull @Description("1 for the first.") Long version,
            @NonNull @Description(PolicyDescriptions.BOUNDS) BoxView bounds,
            @NonNull @Description(PolicyDescriptions.TIME_ZONE) String timeZone,
            @NonNull @Description(PolicyDescriptions.WINDOW_BEGIN) String windowBegin,
            @NonNull @Description(PolicyDescriptions.WINDOW_MINUTES) Integer windowMinutes,
            @NonNull @Description(PolicyDescriptions.VETO_SECONDS) Double vetoSeconds,
            @Description(PolicyDescriptions.ON_REFUSAL) RefusalConsequence onRefusal,
            @NonNull @Description(PolicyDescriptions.HOURLY_WAGE) MoneyView hourlyWage,
            @NonNull @Description(PolicyDescriptions.REST_PAID) Boolean restPaid,
            @NonNull @Description(PolicyDescriptions.ROLLOUT_PERCENT) Integer rolloutPercent,
            @NonNull @Description(PolicyDescriptions.MAX_PICKUP_SECONDS) Integer maxPickupSeconds,
            @NonNull @Description(PolicyDescriptions.MAX_CANDIDATES) Integer maxCandidates,
            @Description(PolicyDescriptions.APP_RULES) List<AppRuleView> appRules,
            @NonNull @Description(PolicyDescriptions.UNREACHABLE_AFTER_SECONDS)
                    Integer unreachableAfterSeconds,
            @NonNull @Description(PolicyDescriptions.OVERRUN_LIMIT_SECONDS)
                    Integer overrunLimitSeconds,
            @NonNull @Description(PolicyPartDescriptions.ASSIGNMENT)
                    AssignmentPolicyView assignment,
            @NonNull @Description(PolicyPartDescriptions.MOVES) MovePolicyView moves,
            @NonNull @Description(PolicyPartDescriptions.ZONES) ZonePolicyView zones,
            @NonNull @Description(PolicyPartDescriptions.JOIN) JoinPolicyView join,
            @NonNull @Description(PolicyPartDescriptions.ABUSE) AbusePolicyView abuse,
            @NonNull @Description(PolicyPartDescriptions.CALLS) CallPolicyView calls,
            @Description(PolicyDescriptions.EFFECTIVE_FROM) Instant effectiveFrom,
            @Description("When this version was put.") Instant updatedAt,
            @Description("Who put it.") String updatedBy,
            @Description("Why it was put; null if nobody said.") String updateReason) {}

    @Type("Box")
    @Description("A rectangle on the map; its edges belong to it.")
    public record BoxView(
            @NonNull @Description("Latitude of the southern edge, in degrees (WGS 84).")
                    Double south,
            @NonNull @Description("Longitude of the western edge, in degrees (WGS 84).")
                    Double west,
            @NonNull @Description("Latitude of the northern edge, in degrees (WGS 84).")
                    Double north,
            @NonNull @Description("Longitude of the eastern edge, in degrees (WGS 84).")
                    Double east) {}

    @Type("AppRule")
    @Description("An app platform that is allowed, from a version on.")
    public record AppRuleView(
            @Description("The platform.") AppPlatform platform,
            @NonNull
                    @Description(
                            "The lowest version allowed, like 5.2.0; compared number by number.")
                    String minVersion) {}

    @Type("PolicyPage")
    @Description("Policies.")
    public record PolicyPage(
            @NonNull @Description("The policies.") List<PolicyView> policies,
            @NonNull @Description("Whether there are more.") PageInfo pageInfo) {}

    @Type("PolicyPayload")
    @Description("A policy, as it was put.")
    public record PolicyPayload(
            @Description("As it was given.") String clientMutationId,
            @NonNull @Description("The policy with its version.") PolicyView policy) {}

    @Type("PolicyFieldChange")
    @Description(
            "A field of a policy that differs. Who put a version, when and why is not compared.")
    public record PolicyFieldChange(
            @NonNull
                    @Description(
                            "Its path in the protos, like assignment.hold or app_rules[0].min_version. Items of lists are compared place by place.")
                    String path,
            @Description(
                            "The value before, as text: as in the JSON of protos, like 5s for a time; null if the field was not set.")
                    String before,
            @Description("The value after, in the same way.") String after) {}
}
