package dev.supporters.call.general;

/** What general dispatch can do with a call. */
public enum Step {
    TAKEN,
    DROPPED,
    ARRIVED,
    PICKED_UP,
    COMPLETED,
    UNSERVED,
    CANCELLED;

    /** Whether a commission driver does it. */
    public boolean ofDriver() {
        return switch (this) {
            case TAKEN, DROPPED, ARRIVED, PICKED_UP, COMPLETED -> true;
            case UNSERVED, CANCELLED -> false;
        };
    }
}
