package dev.supporters.work.adapter.kafka;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once all policies are known. */
@Readiness
class WorkPolicyReadinessCheck implements HealthCheck {

    private final WorkPolicyFollower policies;

    WorkPolicyReadinessCheck(WorkPolicyFollower policies) {
        this.policies = policies;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("policies").status(policies.caughtUp()).build();
    }
}
