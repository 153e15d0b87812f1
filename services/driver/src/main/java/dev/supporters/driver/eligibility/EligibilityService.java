package dev.supporters.driver.eligibility;

import dev.supporters.contract.DriverId;
import dev.supporters.driver.statistics.StatisticsService;
import dev.supporters.proto.common.v1.Product;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether drivers may join, by the policy in force and their last four weeks. */
@ApplicationScoped
public class EligibilityService {

    private final JoinPolicyProvider policies;
    private final StatisticsService statistics;

    public EligibilityService(JoinPolicyProvider policies, StatisticsService statistics) {
        this.policies = policies;
        this.statistics = statistics;
    }

    /** Refused: POLICY_NOT_FOUND. */
    public Eligibility of(DriverId driverId, Product product, String region) {
        return Eligibility.of(policies.get(product, region), statistics.of(driverId, product));
    }
}
