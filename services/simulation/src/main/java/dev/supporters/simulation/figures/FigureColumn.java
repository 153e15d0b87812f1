package dev.supporters.simulation.figures;

import java.util.function.ToDoubleFunction;

/** The figures of a night as columns of tables and files, in their order. */
public enum FigureColumn {
    CALLS("calls", "calls", 0, NightFigures::calls),
    COMPLETED("completed", "completed %", 1, NightFigures::completed),
    ETA_MEAN("eta_mean", "ETA mean min", 1, NightFigures::etaMean),
    ETA_P95("eta_p95", "p95 min", 1, NightFigures::etaP95),
    CANCELLED("cancelled_after_assignment", "cancelled %", 1, NightFigures::cancelled),
    GAVE_UP("gave_up", "gave up %", 1, NightFigures::gaveUp),
    TRIPS_PER_PAID_HOUR("trips_per_paid_hour", "trips/hour", 2, NightFigures::tripsPerPaidHour),
    GINI("gini", "Gini", 2, NightFigures::gini),
    OUTSKIRTS("outskirts", "outskirts", 1, NightFigures::outskirts),
    MOVES_PROPOSED("moves_proposed", "moves", 0, NightFigures::movesProposed),
    MOVES_ARRIVED("moves_arrived", "arrived", 0, NightFigures::movesArrived),
    RESTS_TAKEN("rests_on_advice", "rests", 0, NightFigures::restsTaken);

    private final String key;
    private final String title;
    private final int decimals;
    private final ToDoubleFunction<NightFigures> value;

    FigureColumn(String key, String title, int decimals, ToDoubleFunction<NightFigures> value) {
        this.key = key;
        this.title = title;
        this.decimals = decimals;
        this.value = value;
    }

    /** The name in files. */
    public String key() {
        return key;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    public int decimals() {
        return decimals;
    }

    public double of(NightFigures figures) {
        return value.applyAsDouble(figures);
    }
}
