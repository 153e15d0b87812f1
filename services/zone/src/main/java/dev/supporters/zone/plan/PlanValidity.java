package dev.supporters.zone.plan;

import dev.supporters.contract.WorkWindow;
import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.platform.time.ClockConfig;
import dev.supporters.zone.ZoneConfig;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When plans are due and how long they are valid. Topics lag in real time, however fast the clock runs. */
@Singleton
public class PlanValidity {

    private final Duration period;
    private final Duration lead;
    private final Duration valid;

    @Inject
    PlanValidity(ZoneConfig config, ClockConfig clock) {
        this(
                config.refresh().period(),
                config.refresh().lead(),
                config.refresh()
                        .valid()
                        .plusMillis((long) (config.refresh().lag().toMillis() * clock.rate())));
    }

    PlanValidity(Duration period, Duration lead, Duration valid) {
        this.period = period;
        this.lead = lead;
        this.valid = valid;
    }

    /** When the plan after the one of an instant is due. */
    Instant next(Instant planTime) {
        return planTime.plus(period);
    }

    /** Until when a plan of the instant is valid. */
    Instant expires(Instant planTime) {
        return planTime.plus(valid);
    }

    /** The window that is planned for now: the open one, or one that opens soon. */
    Optional<OpenWindow> window(WorkWindow window, Instant now) {
        Optional<OpenWindow> open = window.at(now);
        return open.isPresent() ? open : window.at(now.plus(lead));
    }
}
