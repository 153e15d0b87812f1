package dev.supporters.simulation;

import java.time.Instant;

/** A commission driver of tonight. The reservation wage is per hour, in the minor unit. */
public record CommissionPlan(
        int number,
        String driverId,
        String name,
        Point start,
        Point home,
        Instant begin,
        double reservationWage) {}
