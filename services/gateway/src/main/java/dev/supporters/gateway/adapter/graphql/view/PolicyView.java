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
        @NonNull
                @Description(
                        "The region's name: lower-case letters, digits and hyphens, at most 40 characters.")
                String region,
        @NonNull @Description("1 for the first.") Long version,
        @NonNull
                @Description(
                        "Where the region lies. Where several regions hold a place, the smallest counts.")
                BoxView bounds,
        @NonNull
                @Description(
                        "IANA name, like Asia/Seoul. Windows and business dates are reckoned in it.")
                String timeZone,
        @NonNull @Description("Local time at which the work window begins, HH:mm.")
                String windowBegin,
        @NonNull @Description("How long the window lasts, in minutes: more than 0, at most 1440.")
                Integer windowMinutes,
        @NonNull
                @Description(
                        "Within how many seconds a command may be refused; silence accepts. More than 0, at most 120.")
                Double vetoSeconds,
        @Description("What becomes of a refused call.") RefusalConsequence onRefusal,
        @NonNull @Description("Pay per hour of working time.") MoneyView hourlyWage,
        @NonNull @Description("Whether rest is paid.") Boolean restPaid,
        @NonNull
                @Description(
                        "Percentage of calls that may go to supporters, 0 to 100; sticky per call.")
                Integer rolloutPercent,
        @NonNull
                @Description(
                        "A supporter who would need longer to the customer, in seconds, is no candidate.")
                Integer maxPickupSeconds,
        @NonNull @Description("How many of the nearest free supporters are ranked: 1 to 128.")
                Integer maxCandidates,
        @Description("Which apps may begin a work; an empty list allows all.")
                List<AppRuleView> appRules,
        @NonNull
                @Description(
                        "A working driver who has reported nothing for so many seconds counts as unreachable.")
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
