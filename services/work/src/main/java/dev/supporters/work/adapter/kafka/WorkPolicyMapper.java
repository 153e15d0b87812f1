package dev.supporters.work.adapter.kafka;

import dev.supporters.contract.AppRule;
import dev.supporters.contract.Money;
import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.PolicyVersions.InForce;
import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.WorkWindow;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.work.begin.WorkPolicy;

/** Reads the part of a policy that shifts need. */
final class WorkPolicyMapper {

    private WorkPolicyMapper() {}

    static WorkPolicy read(InForce inForce) {
        Policy policy = inForce.policy();
        return new WorkPolicy(
                policy.getProduct(),
                policy.getRegion(),
                inForce.businessDateVersion(),
                RegionBounds.of(policy.getBounds()),
                WorkWindow.of(policy),
                policy.getAppRulesList().stream().map(AppRule::of).toList(),
                Money.of(policy.getHourlyWage()),
                policy.getRestPaid(),
                policy.getZones().getEnabled(),
                PolicyDefaults.overrunLimit(policy));
    }
}
