package dev.supporters.training.fit;

import dev.supporters.dispatch.model.ModelInput;

/**
 * What happened once.
 *
 * @param happened whether the customer kept the drive, or the supporter refused
 */
public record Observation(ModelInput input, boolean happened) {}
