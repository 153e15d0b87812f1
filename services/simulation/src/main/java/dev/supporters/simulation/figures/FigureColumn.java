package dev.supporters.simulation.figures;

/** The figures of a night as columns of tables and files, in their order. */
public enum FigureColumn {
    CALLS("calls", "calls", 0),
    COMPLETED("completed", "completed %", 1),
    ETA_MEAN("eta_mean", "ETA mean min", 1),
    ETA_P95("eta_p95", "p95 min", 1),
    CANCELLED("cancelled_after_assignment", "cancelled %", 1),
    GAVE_UP("gave_up", "gave up %", 1),
    TRIPS_PER_PAID_HOUR("trips_per_paid_hour", "trips/hour", 2),
    GINI("gini", "Gini", 2),
    OUTSKIRTS("outskirts", "outskirts", 1),
    COVERED("covered", "covered %", 1),
    COMPLETED_IN_ZONES("completed_in_zones", "in zones %", 1),
    MOVES_PROPOSED("moves_proposed", "moves", 0),
    MOVES_ARRIVED("moves_arrived", "arrived", 0),
    RESTS_TAKEN("rests_on_advice", "rests", 0);

    private final String key;
    private final String title;
    private final int decimals;

    FigureColumn(String key, String title, int decimals) {
        this.key = key;
        this.title = title;
        this.decimals = decimals;
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
        return switch (this) {
            case CALLS -> figures.calls();
            case COMPLETED -> figures.completed();
            case ETA_MEAN -> figures.etaMean();
            case ETA_P95 -> figures.etaP95();
            case CANCELLED -> figures.cancelled();
            case GAVE_UP -> figures.gaveUp();
            case TRIPS_PER_PAID_HOUR -> figures.tripsPerPaidHour();
            case GINI -> figures.gini();
            case OUTSKIRTS -> figures.outskirts();
            case COVERED -> figures.covered();
            case COMPLETED_IN_ZONES -> figures.completedInZones();
            case MOVES_PROPOSED -> figures.movesProposed();
            case MOVES_ARRIVED -> figures.movesArrived();
            case RESTS_TAKEN -> figures.restsTaken();
        };
    }
}
