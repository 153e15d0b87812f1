package dev.supporters.insight.experiment;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.SwitchbackPlan;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.policy.v1.Experiment;

import java.time.LocalDate;

/**
 * An experiment that was put and not stopped.
 *
 * @param control the version of the policy that must be in force for it to apply
 */
public record RunningExperiment(
        Product product, String region, SwitchbackPlan plan, int nights, long control) {

    public RunningExperiment {
        requireNonNull(product);
        requireNonNull(region);
        requireNonNull(plan);
    }

    static RunningExperiment of(Experiment experiment) {
        return new RunningExperiment(
                experiment.getProduct(),
                experiment.getRegion(),
                SwitchbackPlan.of(experiment),
                experiment.getNights(),
                experiment.getControlVersion());
    }

    LocalDate lastDate() {
        return plan.firstDate().plusDays(nights - 1L);
    }
}
