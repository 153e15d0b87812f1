package dev.supporters.activity.abuse;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A night that was judged. It is not judged again: whoever looks twice finds more by chance. */
public record JudgedNight(NightKey night, int drivers, int signals, Instant time) {

    public JudgedNight {
        requireNonNull(night);
        requireNonNull(time);
    }
}
