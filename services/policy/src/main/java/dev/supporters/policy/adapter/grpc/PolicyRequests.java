package dev.supporters.policy.adapter.grpc;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.policy.book.AppRule;
import dev.supporters.policy.book.Bounds;
import dev.supporters.policy.book.PolicyKey;
import dev.supporters.policy.book.PutOrder;
import dev.supporters.policy.book.Terms;
import dev.supporters.policy.book.Wage;
import dev.supporters.policy.book.WorkWindow;
import dev.supporters.proto.common.v1.Box;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.policy.v1.PutRequest;

import java.time.Duration;

/** Reads requests into values; what does not fit is refused with its field's name. */
final class PolicyRequests {

    private PolicyRequests() {}

    static PutOrder order(PutRequest request) {
        if (!request.hasPolicy()) {
            throw Refusal.invalid("policy", "nothing", "a whole policy");
        }
        Policy policy = request.getPolicy();
        return new PutOrder(
                request.getRequestId(),
                new PolicyKey(policy.getProduct(), policy.getRegion()),
                terms(policy),
                request.getExpectedVersion(),
                request.getActor());
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

    private static Terms terms(Policy policy) {
        return new Terms(
                bounds(policy),
                WorkWindow.parse(
                        policy.getTimeZone(),
                        policy.getWindowBegin(),
                        duration(policy.getWindowLength(), "window_length")),
                duration(policy.getVeto(), "veto"),
                policy.getOnRefusal(),
                Wage.parse(
                        policy.getHourlyWage().getAmount(), policy.getHourlyWage().getCurrency()),
                policy.getRestPaid(),
                policy.getRolloutPercent(),
                duration(policy.getMaxPickup(), "max_pickup"),
                policy.getMaxCandidates(),
                policy.getAppRulesList().stream()
                        .map(rule -> new AppRule(rule.getPlatform(), rule.getMinVersion()))
                        .toList(),
                duration(policy.getUnreachableAfter(), "unreachable_after"));
    }

    private static Bounds bounds(Policy policy) {
        Box box = policy.getBounds();
        if (!box.hasSouthWest() || !box.hasNorthEast()) {
            throw Refusal.invalid("bounds", "no corners", "south_west and north_east");
        }
        return new Bounds(
                box.getSouthWest().getLat(),
                box.getSouthWest().getLng(),
                box.getNorthEast().getLat(),
                box.getNorthEast().getLng());
    }

    /** An unset duration is zero, which the bounds refuse. */
    private static Duration duration(com.google.protobuf.Duration found, String field) {
        try {
            return Timestamps.duration(found);
        } catch (ArithmeticException e) {
            throw Refusal.invalid(field, found.getSeconds() + " s", "a duration within its range");
        }
    }
}
