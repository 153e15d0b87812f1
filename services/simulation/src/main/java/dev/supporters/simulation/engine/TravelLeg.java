package dev.supporters.simulation.engine;

import dev.supporters.contract.Position;
import dev.supporters.simulation.CityGeometry;

/** A straight way that somebody is on, or a place where somebody stands. */
public record TravelLeg(Position from, Position to, double begin, double end) {

    public static TravelLeg standing(Position here, double now) {
        return new TravelLeg(here, here, now, now);
    }

    public Position at(double now) {
        if (now >= end) {
            return to;
        }
        return CityGeometry.between(from, to, (now - begin) / (end - begin));
    }

    boolean isUnderWay(double now) {
        return now < end;
    }
}
