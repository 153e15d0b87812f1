package dev.supporters.move.proposal;

import java.time.Instant;

/** A move that was proposed to a driver within a work. */
public sealed interface Move {

    MoveOrder order();

    WorkId workId();

    Instant createTime();

    /** Grows with every change. */
    long version();

    default String moveId() {
        return order().moveId();
    }

    /** A move that the driver can still follow. */
    sealed interface Live extends Move {

        default Over over(Ending ending, long nextVersion) {
            return new Over(order(), workId(), createTime(), ending, nextVersion);
        }
    }

    /** Shown to the driver. */
    record Proposed(MoveOrder order, WorkId workId, Instant createTime, long version)
            implements Live {

        Accepted accepted(long nextVersion) {
            return new Accepted(order, workId, createTime, nextVersion);
        }
    }

    /** The driver goes there. */
    record Accepted(MoveOrder order, WorkId workId, Instant createTime, long version)
            implements Live {}

    /** Ended. */
    record Over(MoveOrder order, WorkId workId, Instant createTime, Ending ending, long version)
            implements Move {}

    /** Why a move ended. */
    enum Ending {
        /** The driver does not want to. */
        DECLINED,
        /** Its time is over. */
        EXPIRED,
        /** A command, a newer move, a rest or the end of the work came. */
        SUPERSEDED
    }
}
