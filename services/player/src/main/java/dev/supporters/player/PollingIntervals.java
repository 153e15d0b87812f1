package dev.supporters.player;

import dev.supporters.simulation.PlannedPause;

import java.time.Duration;

/** How often people's apps ask and report, in the night's time, so that a fast night does not ask too much of the machine. */
public record PollingIntervals(double rate, int supporters, int commissionDrivers) {

    private static final double REPORTS_PER_SECOND = 10;
    private static final double POLLS_PER_SECOND = 40;
    private static final double STATES_PER_SECOND = 2;

    /** No policy allows more; longer than any night all the same. */
    private static final Duration LATEST_UNREACHABLE = Duration.ofHours(24);

    private static final Duration RAREST_PROPOSALS = Duration.ofHours(1);

    /** Between two reports of a driver's position; at most one per half a second of real time. */
    public Duration reports() {
        return longest(
                Duration.ofSeconds(30), virtual(.5), virtual(supporters / REPORTS_PER_SECOND));
    }

    /** Between two looks of a commission driver at the offers. */
    public Duration offers() {
        return longest(
                Duration.ofSeconds(20), virtual(.5), virtual(commissionDrivers / POLLS_PER_SECOND));
    }

    /** After so long without news a supporter's app reads its state again. */
    public Duration silence() {
        return longest(
                Duration.ofSeconds(60), virtual(10), virtual(supporters / STATES_PER_SECOND));
    }

    /** The same for customers, of whom fewer look at a time. */
    public Duration customersSilence() {
        return longest(Duration.ofSeconds(60), virtual(30));
    }

    /** Between two looks where no news can be waited for. */
    public Duration polls() {
        return longest(Duration.ofSeconds(15), virtual(2));
    }

    /** The same for one who goes somewhere, and is somewhere else soon. */
    Duration reports(boolean moving) {
        return moving ? longest(Duration.ofSeconds(30), reports().dividedBy(2)) : reports();
    }

    /** Between two moves that are proposed to the same supporter, at least; no longer than a policy may say. */
    public Duration proposals() {
        Duration answerable = virtual(10);
        return answerable.compareTo(RAREST_PROPOSALS) < 0 ? answerable : RAREST_PROPOSALS;
    }

    /** Before something that failed is tried again. */
    public Duration retry() {
        return longest(Duration.ofSeconds(5), virtual(3));
    }

    /** After so long without a report a driver at work may be called unreachable. */
    public Duration unreachableAfter() {
        Duration after = longest(Duration.ofMinutes(3), reports().multipliedBy(5).dividedBy(2));
        return after.compareTo(LATEST_UNREACHABLE) < 0 ? after : LATEST_UNREACHABLE;
    }

    /** A loss of the network that is long enough to be noticed at this pace. */
    PlannedPause stretched(PlannedPause loss) {
        double factor = Math.max(1, reports().toMillis() / 60_000.0);
        return new PlannedPause(
                loss.begin(), Duration.ofMillis(Math.round(loss.length().toMillis() * factor)));
    }

    private Duration virtual(double realSeconds) {
        return Duration.ofMillis(Math.round(realSeconds * rate * 1_000));
    }

    private static Duration longest(Duration... durations) {
        Duration longest = Duration.ZERO;
        for (Duration duration : durations) {
            longest = duration.compareTo(longest) > 0 ? duration : longest;
        }
        return longest;
    }
}
