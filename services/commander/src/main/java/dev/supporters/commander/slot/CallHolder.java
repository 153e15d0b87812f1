package dev.supporters.commander.slot;

/**
 * What can stand in a call's only place: the slot of the driver who is engaged with it, or its closure. The store lets one in per
 * call, so that a call has at most one driver, and a closed call none.
 */
public sealed interface CallHolder permits Slot, ClosedCall {}
