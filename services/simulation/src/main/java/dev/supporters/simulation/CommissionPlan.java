package dev.supporters.simulation;

import dev.supporters.contract.Position;

import java.time.Instant;

/** A commission driver of tonight. The reservation wage is per hour, in the minor unit. */
public record CommissionPlan(
        int number,
        String driverId,
        String name,
        Position start,
        Position home,
        Instant begin,
        double reservationWage) {}
