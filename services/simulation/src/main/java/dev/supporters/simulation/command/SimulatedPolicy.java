package dev.supporters.simulation.command;

import dev.supporters.simulation.broadcast.BroadcastNight;
import dev.supporters.simulation.engine.DispatchSettings;
import dev.supporters.simulation.engine.NightModel;
import dev.supporters.simulation.engine.PastNights;
import dev.supporters.simulation.engine.SimulatedOutcome;
import dev.supporters.simulation.engine.SupporterNight;

import java.util.Locale;
import java.util.OptionalDouble;

/** How the calls of a simulated night find their drivers. */
public enum SimulatedPolicy {
    /** Broadcast to commission drivers, as before supporters. */
    LEGACY,
    /** The nearest free supporter, and nothing else. */
    GREEDY,
    /** All that services/dispatch can do. */
    FULL,
    /** The same, with chaining as routing does it: a call waits for the end of a drive. */
    PRODUCTION;

    /**
     * Plays a night.
     *
     * @param zones smoothed calls in 30 minutes at which a cell of a zone opens; empty: without zones. The broadcast knows none
     */
    SimulatedOutcome play(NightModel model, PastNights past, OptionalDouble zones) {
        return switch (this) {
            case LEGACY -> BroadcastNight.play(model);
            case GREEDY -> play(model, DispatchSettings.GREEDY, past, zones);
            case FULL -> play(model, DispatchSettings.FULL, past, zones);
            case PRODUCTION -> play(model, DispatchSettings.PRODUCTION, past, zones);
        };
    }

    private static SimulatedOutcome play(
            NightModel model, DispatchSettings settings, PastNights past, OptionalDouble zones) {
        return SupporterNight.play(
                model,
                zones.isPresent() ? settings.withZones(zones.getAsDouble()) : settings,
                past);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
