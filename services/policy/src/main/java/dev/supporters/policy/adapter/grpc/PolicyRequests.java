package dev.supporters.policy.adapter.grpc;

import dev.supporters.contract.AbusePolicy;
import dev.supporters.contract.AppRule;
import dev.supporters.contract.AssignmentPolicy;
import dev.supporters.contract.CallPolicy;
import dev.supporters.contract.JoinPolicy;
import dev.supporters.contract.Money;
import dev.supporters.contract.MovePolicy;
import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.WorkWindow;
import dev.supporters.contract.ZonePolicy;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.policy.revision.PolicyKey;
import dev.supporters.policy.revision.PolicyTerms;
import dev.supporters.policy.revision.PolicyUpdate;
import dev.supporters.proto.policy.v1.CompareRequest;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.policy.v1.PutRequest;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Reads requests whose fields are within the bounds of the proto. What the proto cannot declare is refused here, with the name of
 * its field.
 */
final class PolicyRequests {

    private PolicyRequests() {}

    static PolicyUpdate update(PutRequest request) {
        Policy policy = request.getPolicy();
        return new PolicyUpdate(
                request.getRequestId(),
                new PolicyKey(policy.getProduct(), policy.getRegion()),
                terms(policy),
                effectiveTime(policy),
                request.getExpectedVersion(),
                request.getActor(),
                request.getReason());
    }

    /** What is compared and never put, so it names no request and no author. */
    static PolicyUpdate draft(CompareRequest request) {
        Policy draft = request.getDraft();
        requireSame("draft.product", draft.getProduct(), request.getProduct());
        requireSame("draft.region", draft.getRegion(), request.getRegion());
        return new PolicyUpdate(
                "",
                new PolicyKey(draft.getProduct(), draft.getRegion()),
                terms(draft),
                effectiveTime(draft),
                PolicyUpdate.ANY_VERSION,
                "",
                "");
    }

    static long below(String pageToken) {
        if (pageToken.isEmpty()) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(pageToken);
        } catch (NumberFormatException e) {
            throw Refusal.invalid("page_token", pageToken, "the token of the answer before");
        }
    }

    private static void requireSame(String field, Object found, Object expected) {
        if (!found.equals(expected)) {
            throw Refusal.invalid(
                    field, found, expected + ", as the version that it is compared with");
        }
    }

    private static Optional<Instant> effectiveTime(Policy policy) {
        return policy.hasEffectiveTime()
                ? Optional.of(
                        Timestamps.instant(policy.getEffectiveTime())
                                .truncatedTo(ChronoUnit.MILLIS))
                : Optional.empty();
    }

    private static PolicyTerms terms(Policy policy) {
        return new PolicyTerms(
                RegionBounds.of(policy.getBounds()),
                WorkWindow.of(policy),
                Timestamps.duration(policy.getVeto()),
                policy.getOnRefusal(),
                Money.of(policy.getHourlyWage()),
                policy.getRestPaid(),
                policy.getRolloutPercent(),
                Timestamps.duration(policy.getMaxPickup()),
                policy.getMaxCandidates(),
                policy.getAppRulesList().stream().map(AppRule::of).toList(),
                Timestamps.duration(policy.getUnreachableAfter()),
                PolicyDefaults.overrunLimit(policy),
                AssignmentPolicy.of(policy),
                MovePolicy.of(policy),
                ZonePolicy.of(policy),
                JoinPolicy.of(policy),
                AbusePolicy.of(policy),
                CallPolicy.of(policy));
    }
}
