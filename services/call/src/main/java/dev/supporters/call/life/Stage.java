package dev.supporters.call.life;

/** The states' names, for the store and for filters. */
public enum Stage {
    REQUESTED,
    COMMANDED,
    GENERAL,
    ACCEPTED,
    ARRIVED,
    DRIVING,
    COMPLETED,
    CANCELLED,
    FAILED;

    public static Stage of(CallState state) {
        return switch (state) {
            case CallState.Requested s -> REQUESTED;
            case CallState.Commanded s -> COMMANDED;
            case CallState.General s -> GENERAL;
            case CallState.Accepted s -> ACCEPTED;
            case CallState.Arrived s -> ARRIVED;
            case CallState.Driving s -> DRIVING;
            case CallState.Completed s -> COMPLETED;
            case CallState.Cancelled s -> CANCELLED;
            case CallState.Failed s -> FAILED;
        };
    }
}
