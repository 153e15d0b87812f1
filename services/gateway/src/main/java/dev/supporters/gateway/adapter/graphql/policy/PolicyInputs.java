package dev.supporters.gateway.adapter.graphql.policy;

import dev.supporters.gateway.adapter.graphql.common.CommonInputs.MoneyInput;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.AppPlatform;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.RefusalConsequence;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartInputs.AbusePolicyInput;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartInputs.AssignmentPolicyInput;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartInputs.CallPolicyInput;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartInputs.JoinPolicyInput;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartInputs.MovePolicyInput;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartInputs.ZonePolicyInput;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/** Policies as operators put them: the inputs. */
public final class PolicyInputs {

    private PolicyInputs() {}

    @Input("PutPolicyInput")
    @Description("Puts a new version of a policy, as a whole.")
    public record PutPolicyInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @DefaultValue("DRIVER") @Description("The product.") Product product,
            @NonNull @Description(PolicyDescriptions.REGION) String region,
            @NonNull @Description(PolicyDescriptions.BOUNDS) BoxInput bounds,
            @NonNull @Description(PolicyDescriptions.TIME_ZONE) String timeZone,
            @NonNull @Description(PolicyDescriptions.WINDOW_BEGIN) String windowBegin,
            @NonNull @Description(PolicyDescriptions.WINDOW_MINUTES) Integer windowMinutes,
            @NonNull @Description(PolicyDescriptions.VETO_SECONDS) Double vetoSeconds,
            @DefaultValue("GENERAL") @Description(PolicyDescriptions.ON_REFUSAL)
                    RefusalConsequence onRefusal,
            @NonNull @Description(PolicyDescriptions.HOURLY_WAGE) MoneyInput hourlyWage,
            @NonNull @Description(PolicyDescriptions.REST_PAID) Boolean restPaid,
            @NonNull @Description(PolicyDescriptions.ROLLOUT_PERCENT) Integer rolloutPercent,
            @NonNull @Description(PolicyDescriptions.MAX_PICKUP_SECONDS) Integer maxPickupSeconds,
            @NonNull @Description(PolicyDescriptions.MAX_CANDIDATES) Integer maxCandidates,
            @Description(PolicyDescriptions.APP_RULES) List<AppRuleInput> appRules,
            @NonNull @Description(PolicyDescriptions.UNREACHABLE_AFTER_SECONDS)
                    Integer unreachableAfterSeconds,
            @Description(PolicyDescriptions.OVERRUN_LIMIT_SECONDS) Integer overrunLimitSeconds,
            @Description(PolicyPartDescriptions.ASSIGNMENT) AssignmentPolicyInput assignment,
            @Description(PolicyPartDescriptions.MOVES) MovePolicyInput moves,
            @Description(PolicyPartDescriptions.ZONES) ZonePolicyInput zones,
            @Description(PolicyPartDescriptions.JOIN) JoinPolicyInput join,
            @Description(PolicyPartDescriptions.ABUSE) AbusePolicyInput abuse,
            @Description(PolicyPartDescriptions.CALLS) CallPolicyInput calls,
            @Description(PolicyDescriptions.EFFECTIVE_FROM) Instant effectiveFrom,
            @NonNull
                    @Description(
                            "The version that it replaces; 0 for a first one; -1 for whichever there is.")
                    BigInteger expectedVersion,
            @Description("Why, for the history: at most 500 characters.") String reason) {}

    @Input("BoxInput")
    @Description("A rectangle on the map; it never crosses the 180th meridian.")
    public record BoxInput(
            @NonNull @Description("Latitude of the southern edge, in degrees (WGS 84).")
                    Double south,
            @NonNull @Description("Longitude of the western edge, in degrees (WGS 84).")
                    Double west,
            @NonNull @Description("Latitude of the northern edge, in degrees (WGS 84).")
                    Double north,
            @NonNull @Description("Longitude of the eastern edge, in degrees (WGS 84).")
                    Double east) {}

    @Input("AppRuleInput")
    @Description("An app platform that is allowed, from a version on.")
    public record AppRuleInput(
            @NonNull @Description("The platform.") AppPlatform platform,
            @NonNull @Description("The lowest version allowed, like 5.2.0.") String minVersion) {}
}
