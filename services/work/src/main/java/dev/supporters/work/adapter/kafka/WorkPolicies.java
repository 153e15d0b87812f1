package dev.supporters.work.adapter.kafka;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.work.begin.AppRule;
import dev.supporters.work.begin.AppVersion;
import dev.supporters.work.begin.Bounds;
import dev.supporters.work.begin.Pay;
import dev.supporters.work.begin.WorkPolicy;
import dev.supporters.work.window.WorkWindow;

import java.time.LocalTime;
import java.time.ZoneId;

/** Reads of a policy what a begin is judged by. */
final class WorkPolicies {

    private WorkPolicies() {}

    static WorkPolicy read(Policy policy) {
        return new WorkPolicy(
                policy.getProduct(),
                policy.getRegion(),
                policy.getVersion(),
                new Bounds(
                        policy.getBounds().getSouthWest().getLat(),
                        policy.getBounds().getSouthWest().getLng(),
                        policy.getBounds().getNorthEast().getLat(),
                        policy.getBounds().getNorthEast().getLng()),
                new WorkWindow(
                        ZoneId.of(policy.getTimeZone()),
                        LocalTime.parse(policy.getWindowBegin()),
                        Timestamps.duration(policy.getWindowLength())),
                policy.getAppRulesList().stream()
                        .map(rule ->
                                new AppRule(
                                        rule.getPlatform(), AppVersion.parse(rule.getMinVersion())))
                        .toList(),
                new Pay(
                        policy.getHourlyWage().getAmount(),
                        policy.getHourlyWage().getCurrency(),
                        policy.getRestPaid()));
    }
}
