package dev.supporters.move.proposal;

/** Whether a move may go to a driver, and if not, why not. */
enum Idleness {
    IDLE,
    OFF_WORK,
    RESTING,
    ENDING,
    ENGAGED
}
