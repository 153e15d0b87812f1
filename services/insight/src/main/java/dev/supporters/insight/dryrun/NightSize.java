package dev.supporters.insight.dryrun;

import static java.util.Objects.requireNonNull;

import dev.supporters.insight.night.CountedNight;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How many calls and supporters a played night has.
 *
 * @param businessDate of the night that was counted; empty if none was
 * @param share how large it is, of that night: 1, or less for one that is played smaller
 */
public record NightSize(Optional<LocalDate> businessDate, int calls, int supporters, double share) {

    /** Of the night model's mean night. */
    static final NightSize USUAL = new NightSize(Optional.empty(), 2_200, 500);

    /** A larger night is played smaller, in proportion: it would take too long. */
    static final int MOST_CALLS = 3_000;

    private static final int MOST_SUPPORTERS = 1_000;

    public NightSize {
        requireNonNull(businessDate);
    }

    /** As large as it was. */
    public NightSize(Optional<LocalDate> businessDate, int calls, int supporters) {
        this(businessDate, calls, supporters, 1);
    }

    /** That of a counted night; the usual one where it had no call or no shift. */
    static NightSize of(CountedNight night) {
        long calls = night.counts().calls().requested();
        long supporters = night.counts().shifts().begun();
        return calls == 0 || supporters == 0
                ? USUAL
                : of(night.key().businessDate(), calls, supporters);
    }

    /**
     * Of a night of so many.
     *
     * @param calls at least one
     * @param supporters at least one
     */
    static NightSize of(LocalDate businessDate, long calls, long supporters) {
        double share =
                Math.min(
                        1,
                        Math.min(
                                (double) MOST_CALLS / calls,
                                (double) MOST_SUPPORTERS / supporters));
        return new NightSize(
                Optional.of(businessDate),
                atLeastOne(calls * share),
                atLeastOne(supporters * share),
                share);
    }

    private static int atLeastOne(double number) {
        return Math.max(1, Math.toIntExact(Math.round(number)));
    }
}
