package dev.supporters.routing.decision;

/** The commanding function. */
public interface DriverAssigner {

    /**
     * Commands the call to the first of the candidates who is free.
     *
     * @throws dev.supporters.platform.refusal.Refusal when it fails or is late
     */
    AssignResult assign(AssignOrder order);
}
