package dev.supporters.commander.engagement;

import dev.supporters.commander.slot.Command;

/** What came of looking for a call's driver. */
public sealed interface Assignment {

    /** The call's command. */
    record Given(Command command, boolean repeated) implements Assignment {}

    /** No candidate's slot was free. */
    record NoneFree(int tried) implements Assignment {}

    /** The call is closed to assignments. */
    record CallClosed() implements Assignment {}
}
