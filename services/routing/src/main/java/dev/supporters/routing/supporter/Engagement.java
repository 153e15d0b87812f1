package dev.supporters.routing.supporter;

/** Whether a driver has a command or a drive, as the activity topic tells; the versions are those of the commander's slot. */
public sealed interface Engagement {

    /** Nothing was heard, so there is none. */
    Engagement UNHEARD = new Idle(0, "");

    /**
     * None.
     *
     * @param lastCommandId the command that ended last; empty if none did
     */
    record Idle(long version, String lastCommandId) implements Engagement {}

    /** One. */
    record Busy(long version, String commandId) implements Engagement {}

    long version();

    default Engagement busy(long version, String commandId) {
        return version > version() ? new Busy(version, commandId) : this;
    }

    default Engagement idle(long version, String commandId) {
        return version > version() ? new Idle(version, commandId) : this;
    }

    /** A command that was just given, before its event has come; unless its end has come already. */
    default Engagement commanded(String commandId) {
        return switch (this) {
            case Idle idle ->
                    idle.lastCommandId().equals(commandId)
                            ? this
                            : new Busy(idle.version(), commandId);
            case Busy busy -> this;
        };
    }
}
