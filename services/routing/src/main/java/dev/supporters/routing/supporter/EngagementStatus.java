package dev.supporters.routing.supporter;

import dev.supporters.contract.EngagementStep;

/** Whether a driver has a command or a drive, as the activity topic tells; the versions are those of the commander's slot. */
public sealed interface EngagementStatus {

    /** Nothing was heard, so there is none. */
    EngagementStatus UNHEARD = new Idle(0, "");

    /**
     * None.
     *
     * @param lastCommandId the command that ended last; empty if none did
     */
    record Idle(long version, String lastCommandId) implements EngagementStatus {}

    /** One. */
    record Busy(long version, String commandId) implements EngagementStatus {}

    long version();

    /** After a step of which an event tells. */
    default EngagementStatus next(EngagementStep step) {
        return step.state().live()
                ? busy(step.version(), step.commandId())
                : idle(step.version(), step.commandId());
    }

    default EngagementStatus busy(long version, String commandId) {
        return version > version() ? new Busy(version, commandId) : this;
    }

    default EngagementStatus idle(long version, String commandId) {
        return version > version() ? new Idle(version, commandId) : this;
    }

    /** A command that was just given, before its event has come; unless its end has come already. */
    default EngagementStatus commanded(String commandId) {
        return switch (this) {
            case Idle idle ->
                    idle.lastCommandId().equals(commandId)
                            ? this
                            : new Busy(idle.version(), commandId);
            case Busy busy -> this;
        };
    }
}
