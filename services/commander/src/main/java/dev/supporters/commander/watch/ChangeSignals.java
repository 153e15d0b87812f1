package dev.supporters.commander.watch;

import dev.supporters.contract.DriverId;

import java.util.function.Consumer;

/** Signals whose slot was changed, on any instance. */
public interface ChangeSignals {

    void follow(Consumer<DriverId> listener);
}
