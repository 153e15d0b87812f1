package dev.supporters.gateway.adapter.graphql.view;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.policy.v1.Policy;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.util.List;

@Type("Policy")
@Description("The numbers that operators turn, for one product in one region. Versions only grow.")
public record PolicyView(
        @Description("The product.") Product product,
        @NonNull @Description(PolicyWords.REGION) String region,
        @NonNull @Description("1 for the first.") Long version,
        @NonNull @Description(PolicyWords.BOUNDS) BoxView bounds,
        @NonNull @Description(PolicyWords.TIME_ZONE) String timeZone,
        @NonNull @Description(PolicyWords.WINDOW_BEGIN) String windowBegin,
        @NonNull @Description(PolicyWords.WINDOW_MINUTES) Integer windowMinutes,
        @NonNull @Description(PolicyWords.VETO_SECONDS) Double vetoSeconds,
        @Description(PolicyWords.ON_REFUSAL) RefusalConsequence onRefusal,
        @NonNull @Description(PolicyWords.HOURLY_WAGE) MoneyView hourlyWage,
        @NonNull @Description(PolicyWords.REST_PAID) Boolean restPaid,
        @NonNull @Description(PolicyWords.ROLLOUT_PERCENT) Integer rolloutPercent,
        @NonNull @Description(PolicyWords.MAX_PICKUP_SECONDS) Integer maxPickupSeconds,
        @NonNull @Description(PolicyWords.MAX_CANDIDATES) Integer maxCandidates,
        @Description(PolicyWords.APP_RULES) List<AppRuleView> appRules,
        @NonNull @Description(PolicyWords.UNREACHABLE_AFTER_SECONDS)
                Integer unreachableAfterSeconds,
        @Description("When this version was put.") Instant updatedAt,
        @Description("Who put it.") String updatedBy) {

    public static PolicyView of(Policy policy) {
        return new PolicyView(
                Wire.read(Product.class, policy.getProduct(), "PRODUCT_"),
                policy.getRegion(),
                policy.getVersion(),
                BoxView.of(policy.getBounds()),
                policy.getTimeZone(),
                policy.getWindowBegin(),
                (int) Timestamps.duration(policy.getWindowLength()).toMinutes(),
                Timestamps.duration(policy.getVeto()).toMillis() / 1000.0,
                Wire.read(RefusalConsequence.class, policy.getOnRefusal(), "REFUSAL_CONSEQUENCE_"),
                MoneyView.of(policy.getHourlyWage()),
                policy.getRestPaid(),
                policy.getRolloutPercent(),
                (int) Timestamps.duration(policy.getMaxPickup()).toSeconds(),
                policy.getMaxCandidates(),
                policy.getAppRulesList().stream().map(AppRuleView::of).toList(),
                (int) Timestamps.duration(policy.getUnreachableAfter()).toSeconds(),
                Wire.instant(policy.hasUpdateTime(), policy.getUpdateTime()),
                Wire.text(policy.getUpdatedBy()));
    }
}
