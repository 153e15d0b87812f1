package dev.supporters.legacy.dispatch;

/** What the store says of a driver who would be bound twice. */
public final class EngagedDriver {

    private EngagedDriver() {}

    public static Conflict conflict() {
        return new Conflict(Conflict.Kind.DRIVER_ENGAGED);
    }
}
