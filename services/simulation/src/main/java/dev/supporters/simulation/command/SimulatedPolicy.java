package dev.supporters.simulation.command;

import dev.supporters.simulation.broadcast.BroadcastNight;
import dev.supporters.simulation.engine.DispatchSettings;
import dev.supporters.simulation.engine.NightModel;
import dev.supporters.simulation.engine.PastNights;
import dev.supporters.simulation.engine.SimulatedOutcome;
import dev.supporters.simulation.engine.SupporterNight;

import java.util.Locale;

/** How the calls of a simulated night find their drivers. */
public enum SimulatedPolicy {
    /** Broadcast to commission drivers, as before supporters. */
    LEGACY,
    /** The nearest free supporter, and nothing else. */
    GREEDY,
    /** All that services/dispatch can do. */
    FULL;

    SimulatedOutcome play(NightModel model, PastNights past) {
        return switch (this) {
            case LEGACY -> BroadcastNight.play(model);
            case GREEDY -> SupporterNight.play(model, DispatchSettings.GREEDY, past);
            case FULL -> SupporterNight.play(model, DispatchSettings.FULL, past);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
