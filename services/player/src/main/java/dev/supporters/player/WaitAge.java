package dev.supporters.player;

/** An age that a service tells of what waits in it, and how old that may be before the chart has an alert. */
public enum WaitAge {
    FOLLOW_UPS("call", "supporters_call_follow_ups_oldest_seconds", 60),
    HELD_CALLS("call", "supporters_call_held_overdue_seconds", 15),
    COMMANDS("commander", "supporters_commander_overdue_seconds", 90),
    CLOCK_OFFS("work", "supporters_work_clockoff_overdue_seconds", 120),
    OUTBOXES("", "supporters_outbox_oldest_seconds", 60),
    EVENTS("", "supporters_events_waiting_seconds", 60);

    private final String service;
    private final String metric;
    private final double longestSeconds;

    WaitAge(String service, String metric, double longestSeconds) {
        this.service = service;
        this.metric = metric;
        this.longestSeconds = longestSeconds;
    }

    /** The one that must tell it; empty if each tells it that has something like that. */
    public String service() {
        return service;
    }

    public String metric() {
        return metric;
    }

    public double longestSeconds() {
        return longestSeconds;
    }
}
