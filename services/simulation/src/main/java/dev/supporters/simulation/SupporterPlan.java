package dev.supporters.simulation;

import dev.supporters.contract.Position;

import java.time.Instant;
import java.util.List;

/** What a supporter means to do tonight. Leaves at a time after the window's end: stays until clocked off. */
public record SupporterPlan(
        int number,
        String driverId,
        String name,
        Position start,
        Position home,
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
