package dev.supporters.contract;

/** One of the two ways that an experiment compares. */
public enum Arm {
    /** As it is. */
    CONTROL,
    /** As it might become. */
    TREATMENT;

    public Arm other() {
        return this == CONTROL ? TREATMENT : CONTROL;
    }
}
