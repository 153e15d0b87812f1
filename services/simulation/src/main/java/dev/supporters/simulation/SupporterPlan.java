package dev.supporters.simulation;

import java.time.Instant;
import java.util.List;

/** What a supporter means to do tonight. Leaves at a time after the window's end: stays until clocked off. */
public record SupporterPlan(
        int number,
        String driverId,
        String name,
        Point start,
        Point home,
        Instant begin,
        Instant leave,
        List<PlannedPause> rests,
        List<PlannedPause> networkLosses) {

    public SupporterPlan {
        rests = List.copyOf(rests);
        networkLosses = List.copyOf(networkLosses);
    }

    public boolean hasNetwork(Instant now) {
        return networkLosses.stream().noneMatch(loss -> loss.contains(now));
    }
}
