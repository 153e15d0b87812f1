package dev.supporters.training.fit;

import dev.supporters.dispatch.model.ModelInput;

/**
 * A way to a customer: what was expected, and how long it took.
 *
 * @param input with the ETA that was expected
 */
public record EtaObservation(ModelInput input, double actualMinutes) {}
