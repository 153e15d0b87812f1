package dev.supporters.dispatch.cost;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.Money;

import java.time.Duration;

/**
 * What the guaranteed wage will have cost per completed call when the window ends. The wage is certain: what has been earned, and what
 * those at work earn until the end if nobody stops. The number of completed calls is a forecast.
 *
 * @param wage of the whole window
 * @param calls completed in the whole window
 * @param perCall rounded up to the minor unit; the whole wage if less than one call is expected
 */
public record WageForecast(Money wage, double calls, Money perCall) {

    private static final double SECONDS_PER_HOUR = 3_600;

    /** More than a supporter completes in an hour of a night that has too few supporters. */
    private static final double MOST_CALLS_PER_HOUR = 1.2;

    /** Before calls have ended tonight, the usual share of them counts as completed; so many ended calls weigh as much as that. */
    private static final double USUAL_SHARE = 0.8;

    private static final double USUAL_SHARE_WEIGHT = 20;

    /** More do not begin in one zone between two plans. */
    private static final int MOST_MORE = 1_000;

    public WageForecast {
        requireNonNull(wage);
        requireNonNull(perCall);
    }

    public static WageForecast of(Shifts shifts, Calls calls) {
        long wage = wage(shifts);
        double completed = completed(shifts, calls);
        String currency = shifts.hourlyWage().currency();
        return new WageForecast(
                new Money(wage, currency),
                completed,
                new Money((long) Math.ceil(wage / Math.max(1, completed)), currency));
    }

    /** How many more may begin, one after the other, until one of them would make the wage per call more than a bound. */
    public static int moreWithin(Shifts shifts, Calls calls, Money most) {
        Shifts begun = shifts;
        for (int more = 0; more < MOST_MORE; more++) {
            begun = begun.withOneMore();
            if (of(begun, calls).above(most)) {
                return more;
            }
        }
        return MOST_MORE;
    }

    /** Whether one more supporter would have to wait until it is less. */
    public boolean above(Money most) {
        if (!most.currency().equals(perCall.currency())) {
            throw new IllegalArgumentException(
                    "currency: " + most.currency() + " (expected: " + perCall.currency() + ")");
        }
        return perCall.amount() > most.amount();
    }

    private static long wage(Shifts shifts) {
        double seconds =
                shifts.paid().toSeconds()
                        + (double) shifts.supporters() * shifts.untilEnd().toSeconds();
        return (long) Math.ceil(seconds * shifts.hourlyWage().amount() / SECONDS_PER_HOUR);
    }

    /** What customers still want, as far as tonight's share of it is completed and the supporters can serve it. */
    private static double completed(Shifts shifts, Calls calls) {
        double share =
                (calls.completed() + USUAL_SHARE_WEIGHT * USUAL_SHARE)
                        / (calls.completed() + calls.lost() + USUAL_SHARE_WEIGHT);
        double wanted = (calls.underWay() + calls.expected()) * share;
        double hoursLeft = shifts.untilEnd().toSeconds() / SECONDS_PER_HOUR;
        double served = calls.underWay() + shifts.supporters() * hoursLeft * MOST_CALLS_PER_HOUR;
        return calls.completed() + Math.min(wanted, served);
    }

    /**
     * The shifts of the window.
     *
     * @param paid the working time of all of them until now, also of those that have ended
     * @param supporters how many are at work or rest now
     * @param untilEnd of the window; 0 when it is over
     */
    public record Shifts(Money hourlyWage, Duration paid, int supporters, Duration untilEnd) {

        public Shifts {
            requireNonNull(hourlyWage);
            requireNotNegative(paid.toSeconds(), "paid");
            requireNotNegative(supporters, "supporters");
            requireNotNegative(untilEnd.toSeconds(), "untilEnd");
        }

        /** With one more who begins now. */
        public Shifts withOneMore() {
            return new Shifts(hourlyWage, paid, supporters + 1, untilEnd);
        }
    }

    /**
     * The calls of the window.
     *
     * @param completed by supporters
     * @param lost ended in another way
     * @param underWay not ended
     * @param expected by the forecast of the demand, from now to the end of the window
     */
    public record Calls(int completed, int lost, int underWay, double expected) {

        public Calls {
            requireNotNegative(completed, "completed");
            requireNotNegative(lost, "lost");
            requireNotNegative(underWay, "underWay");
            requireNotNegative(expected, "expected");
        }
    }

    private static void requireNotNegative(double found, String name) {
        if (!(found >= 0 && found < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    name + ": " + found + " (expected: a finite number from 0)");
        }
    }
}
