package dev.supporters.commander.watch;

import dev.supporters.commander.slot.DriverId;

import java.util.function.Consumer;

/** Tells whose slot was changed, on whatever instance. */
public interface Hints {

    void follow(Consumer<DriverId> changed);
}
