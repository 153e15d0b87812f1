package dev.supporters.policy.experiment;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.SwitchbackPlan;
import dev.supporters.contract.WorkWindow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An experiment that switches between two versions of a policy.
 *
 * @param plan which version applies when; its seed is the experiment's name
 * @param control the number of the version as it is
 * @param treatment the number of the version as it might become
 * @param nights how many it has
 * @param reason why it is made
 * @param putTime in whole milliseconds, as it is stored
 * @param stop empty if it was not stopped
 */
public record Experiment(
        SwitchbackPlan plan,
        long control,
        long treatment,
        int nights,
        String reason,
        String putBy,
        Instant putTime,
        Optional<Stop> stop) {

    public Experiment {
        requireNonNull(plan);
        requireNonNull(reason);
        requireNonNull(putBy);
        requireNonNull(putTime);
        requireNonNull(stop);
    }

    /**
     * How it was stopped.
     *
     * @param time in whole milliseconds, as it is stored
     * @param by an operator, or the guard
     */
    public record Stop(Instant time, String by, String reason) {

        public Stop {
            requireNonNull(time);
            requireNonNull(by);
            requireNonNull(reason);
        }
    }

    public String name() {
        return plan.seed();
    }

    LocalDate lastDate() {
        return plan.firstDate().plusDays(nights - 1L);
    }

    /** Whether nothing more can come of it: it was stopped, or its last night's window is over. */
    boolean isDone(WorkWindow window, Instant now) {
        return stop.isPresent() || !window.of(lastDate()).end().isAfter(now);
    }

    /** Whether both would switch policies in the same night. */
    boolean meets(Experiment other) {
        return !plan.firstDate().isAfter(other.lastDate())
                && !other.plan.firstDate().isAfter(lastDate());
    }

    Experiment stopped(Stop by) {
        return new Experiment(
                plan, control, treatment, nights, reason, putBy, putTime, Optional.of(by));
    }
}
