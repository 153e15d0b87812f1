package dev.supporters.dispatch.abuse;

import java.time.Duration;
import java.time.Instant;

/** A cell in one hour of a night, counted from the window's begin: what is usual is usual there and then. */
public record PlaceHour(long cell, int hour) {

    static PlaceHour of(long cell, Instant time, Instant windowBegin) {
        return new PlaceHour(
                cell, (int) Math.floorDiv(Duration.between(windowBegin, time).toSeconds(), 3_600));
    }
}
