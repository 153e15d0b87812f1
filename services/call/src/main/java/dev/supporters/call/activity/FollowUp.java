package dev.supporters.call.activity;

/** What an event asks for beside the change of the call. */
enum FollowUp {
    NOTHING,
    /** The command's call has gone another way: commander shall free the driver. */
    WITHDRAW,
    /** The call waits for a path. */
    FIND_PATH
}
