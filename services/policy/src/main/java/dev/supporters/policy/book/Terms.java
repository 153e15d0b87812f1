package dev.supporters.policy.book;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.RefusalConsequence;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What an operator sets in a policy. Whatever exists is within its bounds. */
public record Terms(
        Bounds bounds,
        WorkWindow window,
        Duration veto,
        RefusalConsequence onRefusal,
        Wage wage,
        boolean restPaid,
        int rolloutPercent,
        Duration maxPickup,
        int maxCandidates,
        List<AppRule> appRules,
        Duration unreachableAfter) {

    private static final Duration MOST_VETO = Duration.ofMinutes(2);
    private static final Duration DAY = Duration.ofHours(24);
    private static final int MOST_CANDIDATES = 128;

    public Terms {
        Limits.positive(veto, "veto", MOST_VETO);
        if (onRefusal == RefusalConsequence.UNRECOGNIZED) {
            throw Refusal.invalid("on_refusal", onRefusal, "GENERAL, NEXT_SUPPORTER or FAIL");
        }
        if (onRefusal == RefusalConsequence.REFUSAL_CONSEQUENCE_UNSPECIFIED) {
            onRefusal = RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL;
        }
        Limits.within(rolloutPercent, "rollout_percent", 0, 100);
        Limits.positive(maxPickup, "max_pickup", DAY);
        Limits.within(maxCandidates, "max_candidates", 1, MOST_CANDIDATES);
        appRules = List.copyOf(appRules);
        Set<AppPlatform> platforms = new HashSet<>();
        for (AppRule rule : appRules) {
            if (!platforms.add(rule.platform())) {
                throw Refusal.invalid(
                        "app_rules.platform", rule.platform() + " twice", "each platform once");
            }
        }
        Limits.positive(unreachableAfter, "unreachable_after", DAY);
    }
}
