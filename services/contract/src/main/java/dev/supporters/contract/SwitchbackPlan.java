package dev.supporters.contract;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.platform.digest.Sha256;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.proto.policy.v1.Experiment;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Which arm applies where and when. A night's window is divided into intervals, and in each interval of each region one arm applies to
 * all calls, because supporters who serve one call are missing for the next: calls of both arms at once would change each other.
 *
 * <p>Two nights that follow each other and two intervals that follow each other make a block: one bit of the seed says which arm begins, and
 * the second night has the other order. So in each block both arms have the same hours, and neither has more of a night's rise and fall.
 * The same seed gives the same plan, on every process and for ever.
 *
 * @param seed names the experiment
 * @param firstDate the first night; nights are paired from it on
 * @param interval how long an arm applies, 30 to 60 minutes
 * @param washOut how long after an interval's begin calls do not count, since what the other arm did still shows
 */
public record SwitchbackPlan(
        String seed, LocalDate firstDate, Duration interval, Duration washOut) {

    /** Nights are counted in steps, and a step belongs to one arm. */
    public static final Duration STEP = Duration.ofMinutes(5);

    private static final int SEED_LENGTH = 100;
    private static final Duration LEAST_INTERVAL = Duration.ofMinutes(30);
    private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(60);
    private static final int PAIR = 2;

    public SwitchbackPlan {
        Require.text(seed, "seed", SEED_LENGTH);
        requireNonNull(firstDate);
        requireNonNull(washOut);
        if (interval.compareTo(LEAST_INTERVAL) < 0
                || interval.compareTo(LONGEST_INTERVAL) > 0
                || !wholeSteps(interval)) {
            throw Refusal.invalid(
                    "interval_minutes", interval.toMinutes(), "30 to 60, a multiple of 5");
        }
        if (washOut.isNegative()
                || washOut.multipliedBy(PAIR).compareTo(interval) > 0
                || !wholeSteps(washOut)) {
            throw Refusal.invalid(
                    "wash_out_minutes",
                    washOut.toMinutes(),
                    "0 to half of interval_minutes, a multiple of 5");
        }
    }

    /** That of an experiment as it travels. Refused: INVALID_ARGUMENT. */
    public static SwitchbackPlan of(Experiment experiment) {
        LocalDate first;
        try {
            first = LocalDate.parse(experiment.getFirstDate());
        } catch (DateTimeException e) {
            throw Refusal.invalid(
                    "first_date", experiment.getFirstDate(), "a date like 2026-11-20");
        }
        return new SwitchbackPlan(
                experiment.getName(),
                first,
                Duration.ofMinutes(experiment.getIntervalMinutes()),
                Duration.ofMinutes(experiment.getWashOutMinutes()));
    }

    /**
     * Intervals that are compared with each other.
     *
     * @param nights the number of the pair of nights
     * @param intervals the number of the pair of intervals
     */
    public record Block(String region, long nights, long intervals) {}

    /**
     * Where a moment belongs.
     *
     * @param counts whether a call that is requested then counts: the wash-out is over
     */
    public record ArmAssignment(Block block, Arm arm, boolean counts) {}

    /** Where a moment of a night belongs; it must be within the window. Refused: INVALID_ARGUMENT for a night before the first one. */
    public ArmAssignment at(String region, OpenWindow window, Instant time) {
        if (!window.contains(time)) {
            throw new IllegalArgumentException(
                    "time: " + time + " (expected: a moment of the window " + window + ")");
        }
        if (window.businessDate().isBefore(firstDate)) {
            throw Refusal.invalid("business_date", window.businessDate(), firstDate + " or later");
        }
        Duration since = Duration.between(window.begin(), time);
        long number = since.dividedBy(interval);
        Block block = block(region, window.businessDate(), number);
        boolean washedOut = since.minus(interval.multipliedBy(number)).compareTo(washOut) >= 0;
        return new ArmAssignment(block, arm(block, window.businessDate(), number), washedOut);
    }

    private static boolean wholeSteps(Duration duration) {
        return duration.toMillis() % STEP.toMillis() == 0;
    }

    private Block block(String region, LocalDate businessDate, long number) {
        return new Block(region, nights(businessDate) / PAIR, number / PAIR);
    }

    private Arm arm(Block block, LocalDate businessDate, long number) {
        Arm first = bit(block) ? Arm.TREATMENT : Arm.CONTROL;
        boolean secondNight = nights(businessDate) % PAIR == 1;
        boolean secondInterval = number % PAIR == 1;
        return secondNight == secondInterval ? first : first.other();
    }

    private long nights(LocalDate businessDate) {
        return ChronoUnit.DAYS.between(firstDate, businessDate);
    }

    private boolean bit(Block block) {
        String text =
                seed + "\n" + block.region() + "\n" + block.nights() + "\n" + block.intervals();
        return (Sha256.of(text)[0] & 1) == 1;
    }
}
