package dev.supporters.work.shift;

/** Why a work ended. */
public enum EndReason {
    /** The driver ended it. */
    DRIVER,
    /** The window ended. */
    WINDOW,
    /** The window had ended, then the drive. */
    AFTER_DRIVE
}
