package dev.supporters.move.proposal;

import dev.supporters.contract.WorkId;

import java.time.Instant;

/** A move that was proposed to a driver in a shift. */
public sealed interface Move {

    MoveSignal signal();

    WorkId workId();

    Instant createTime();

    /** Grows with every change. */
    long version();

    default String moveId() {
        return signal().moveId();
    }

    /** A move that the driver can still follow. */
    sealed interface Active extends Move {

        /** When it came into its state: what ends it is not told with an earlier time. */
        Instant changeTime();

        default Over over(EndCause ending, long nextVersion) {
            return new Over(signal(), workId(), createTime(), ending, nextVersion);
        }
    }

    /** Shown to the driver. */
    record Proposed(MoveSignal signal, WorkId workId, Instant createTime, long version)
            implements Active {

        @Override
        public Instant changeTime() {
            return createTime;
        }

        Accepted accepted(Instant at, long nextVersion) {
            return new Accepted(signal, workId, createTime, at, nextVersion);
        }
    }

    /** The driver agreed. */
    record Accepted(
            MoveSignal signal, WorkId workId, Instant createTime, Instant acceptTime, long version)
            implements Active {

        @Override
        public Instant changeTime() {
            return acceptTime;
        }
    }

    /** Ended. */
    record Over(MoveSignal signal, WorkId workId, Instant createTime, EndCause ending, long version)
            implements Move {}

    /** Why a move ended. */
    enum EndCause {
        /** The driver does not want to. */
        DECLINED,
        /** Its time is over. */
        EXPIRED,
        /** A command, a newer move, a rest or the end of the shift came. */
        SUPERSEDED,
        /** The driver did it: is there after accepting, or rests as advised. */
        ARRIVED
    }
}
