package dev.supporters.activity.presence;

import dev.supporters.activity.ActivityConfig;
import dev.supporters.contract.PoliciesInForce;
import dev.supporters.contract.PolicyVersions.InForce;
import dev.supporters.contract.WorkStep;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.policy.v1.PolicyPut;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Duration;

/** After what time without a contact a driver counts as unreachable, by product and region, as the policies say. */
@ApplicationScoped
public class OutageThresholds {

    private final PoliciesInForce<Duration> thresholds;
    private final Duration standard;

    OutageThresholds(ActivityConfig config, Clock clock) {
        thresholds = new PoliciesInForce<>(OutageThresholds::read, clock);
        standard = config.unreachableAfter();
    }

    /** An older version than the known one changes nothing. */
    public void put(PolicyPut put) {
        thresholds.put(put);
    }

    Duration of(WorkStep step) {
        return thresholds.find(step.product(), step.region()).orElse(standard);
    }

    private static Duration read(InForce inForce) {
        return Timestamps.duration(inForce.policy().getUnreachableAfter());
    }
}
