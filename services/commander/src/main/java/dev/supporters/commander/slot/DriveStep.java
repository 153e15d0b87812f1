package dev.supporters.commander.slot;

/** The steps of a drive, in their order. */
public enum DriveStep {
    ARRIVED,
    PICKED_UP,
    COMPLETED
}
