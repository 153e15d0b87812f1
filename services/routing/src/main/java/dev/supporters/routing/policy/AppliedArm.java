package dev.supporters.routing.policy;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.Arm;

/** The version that an experiment has for a call. */
public record AppliedArm(String experiment, Arm arm) {

    public AppliedArm {
        requireNonNull(experiment);
        requireNonNull(arm);
    }
}
