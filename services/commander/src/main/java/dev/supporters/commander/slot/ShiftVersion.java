package dev.supporters.commander.slot;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.WorkId;

/** A shift as of one of its versions: what asks for something, so that steps before it do not count any more. */
public record ShiftVersion(WorkId workId, long version) {

    public ShiftVersion {
        requireNonNull(workId);
    }
}
