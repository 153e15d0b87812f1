package dev.supporters.routing.policy;

import dev.supporters.contract.Arm;
import dev.supporters.contract.SwitchbackPlan;
import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.policy.v1.ExperimentChanged;
import dev.supporters.proto.policy.v1.Experiment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * An experiment that switches between two versions of a policy, as it was told.
 *
 * @param control the number of the version as it is
 * @param putTime when it was put: of two in the same night, which cannot be, the later one counts
 */
record PolicyExperiment(
        Product product,
        String region,
        SwitchbackPlan plan,
        int nights,
        long control,
        RegionPolicy treatment,
        Instant putTime) {

    /** From the date on which a window begins: it is open for a day at most, and the rest is for time zones. */
    private static final long MOST_DAYS_OF_A_NIGHT = 3;

    /** Of an experiment that was not stopped. */
    static PolicyExperiment of(ExperimentChanged changed) {
        Experiment experiment = changed.getExperiment();
        return new PolicyExperiment(
                experiment.getProduct(),
                experiment.getRegion(),
                SwitchbackPlan.of(experiment),
                experiment.getNights(),
                experiment.getControlVersion(),
                RegionPolicy.of(changed.getTreatment()),
                Timestamps.instant(experiment.getPutTime()));
    }

    /**
     * The version that applies now; empty outside the experiment's nights, as soon as another version than its control is in force, and where
     * that sends no calls to supporters: what an operator puts counts at once. The business date stays that of the policy in force.
     */
    Optional<RegionPolicy> applied(RegionPolicy inForce, Instant now) {
        if (inForce.version() != control
                || inForce.product() != product
                || !inForce.region().equals(region)
                || inForce.path().rolloutPercent() == 0) {
            return Optional.empty();
        }
        return inForce.path()
                .window()
                .at(now)
                .filter(this::isOneOfItsNights)
                .map(window -> {
                    Arm arm = plan.at(region, window, now).arm();
                    AppliedArm applied = new AppliedArm(plan.seed(), arm);
                    return switch (arm) {
                        case CONTROL -> inForce.with(applied);
                        case TREATMENT -> treatment.within(inForce).with(applied);
                    };
                });
    }

    /** Whether its last night is over in every time zone. */
    boolean isOver(Instant now) {
        LocalDate surely = plan.firstDate().plusDays(nights - 1 + MOST_DAYS_OF_A_NIGHT);
        return !now.isBefore(surely.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private boolean isOneOfItsNights(OpenWindow window) {
        LocalDate date = window.businessDate();
        return !date.isBefore(plan.firstDate()) && date.isBefore(plan.firstDate().plusDays(nights));
    }
}
