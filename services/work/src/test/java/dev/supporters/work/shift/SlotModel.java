package dev.supporters.work.shift;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.work.shift.SlotClient.ClosedSlot;

import java.time.Instant;
import java.util.Optional;

/**
 * A driver's slot as commander keeps it: what it does with the questions and the events of a shift.
 *
 * @param version the newest version of the shift that it knows; 0 before the begin
 * @param lastFreed when the newest call ended that the driver had taken
 */
record SlotModel(State state, long version, boolean closing, Optional<Instant> lastFreed) {

    static final SlotModel OFF = new SlotModel(State.OFF, 0, false, Optional.empty());

    /** What it is occupied with. */
    enum State {
        OFF,
        FREE,
        PAUSED,
        COMMANDED,
        TAKEN
    }

    boolean engaged() {
        return switch (state) {
            case COMMANDED, TAKEN -> true;
            case OFF, FREE, PAUSED -> false;
        };
    }

    SlotModel pause(long resting) {
        requireOn();
        if (resting < version) {
            throw refusal(ErrorReason.ERROR_REASON_WRONG_WORK_STATE);
        }
        if (engaged()) {
            throw refusal(ErrorReason.ERROR_REASON_DRIVER_ENGAGED);
        }
        return at(resting).in(State.PAUSED);
    }

    SlotModel unpause(long working) {
        requireOn();
        if (working < version) {
            return this;
        }
        return at(working).in(engaged() ? state : State.FREE);
    }

    SlotModel close() {
        if (version == 0) {
            return this;
        }
        return new SlotModel(engaged() ? state : State.OFF, version, true, lastFreed);
    }

    ClosedSlot found() {
        return new ClosedSlot(engaged(), lastFreed);
    }

    SlotModel apply(WorkEvent event) {
        if (event.getVersion() <= version) {
            return this;
        }
        SlotModel known = at(event.getVersion());
        return switch (event.getEventCase()) {
            case BEGUN -> known.in(State.FREE);
            case RESTED -> state == State.FREE ? known.in(State.PAUSED) : known;
            case RESUMED -> state == State.PAUSED ? known.in(State.FREE) : known;
            case ENDING, ENDED -> known.close();
            case EVENT_NOT_SET -> throw new AssertionError("no event");
        };
    }

    SlotModel in(State next) {
        return new SlotModel(next, version, closing, lastFreed);
    }

    /** The call is over, or the command was not taken. */
    SlotModel freed(Instant now) {
        return new SlotModel(
                closing ? State.OFF : State.FREE,
                version,
                closing,
                state == State.TAKEN ? Optional.of(now) : lastFreed);
    }

    private SlotModel at(long other) {
        return new SlotModel(state, Math.max(version, other), closing, lastFreed);
    }

    private void requireOn() {
        if (state == State.OFF) {
            throw refusal(ErrorReason.ERROR_REASON_NOT_WORKING);
        }
    }

    private Refusal refusal(ErrorReason reason) {
        return new Refusal(reason, "slot " + this, "another one");
    }
}
