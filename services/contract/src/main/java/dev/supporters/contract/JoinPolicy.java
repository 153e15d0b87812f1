package dev.supporters.contract;

import static java.util.Objects.requireNonNull;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.policy.v1.Policy;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * Who may join the supporters group: the part of a policy of this name. The limits are compared with an applicant's last four weeks.
 *
 * @param minCompletedDrives the least number of completed drives; 0 for no limit
 * @param maxCancellationPercent the most drives that were cancelled after their assignment, in percent of those that were completed or
 *     cancelled so; empty: no limit
 * @param maxAccidents the most accidents; empty: no limit
 * @param maxFines the most fines; empty: no limit
 * @param minRating the least average of customers' ratings, which go from 1 to 5; 0 for no limit
 * @param reapplyAfter how long after a rejection, or after the end of a membership, one may apply again; 0: at once
 */
public record JoinPolicy(
        int minCompletedDrives,
        OptionalInt maxCancellationPercent,
        OptionalInt maxAccidents,
        OptionalInt maxFines,
        double minRating,
        Duration reapplyAfter) {

    /** Of a drive, by its customer. */
    public static final int LEAST_RATING = 1;

    public static final int MOST_RATING = 5;

    /** What applies to a policy without this part. */
    public static final JoinPolicy OFF =
            new JoinPolicy(
                    0,
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    0,
                    Duration.ZERO);

    private static final String PART = "join.";
    private static final int MOST_DRIVES = 10_000;
    private static final int MOST_PERCENT = 100;
    private static final int MOST_INCIDENTS = 1_000;

    public JoinPolicy {
        Require.wholeNumber(minCompletedDrives, PART + "min_completed_drives", 0, MOST_DRIVES);
        requireAtMost(maxCancellationPercent, "max_cancellation_percent", MOST_PERCENT);
        requireAtMost(maxAccidents, "max_accidents", MOST_INCIDENTS);
        requireAtMost(maxFines, "max_fines", MOST_INCIDENTS);
        // written so that what is no number is refused, too
        if (minRating != 0 && !(minRating >= LEAST_RATING && minRating <= MOST_RATING)) {
            throw Refusal.invalid(
                    PART + "min_rating",
                    minRating,
                    LEAST_RATING + " to " + MOST_RATING + ", or 0 for no limit");
        }
        PolicyLimits.within(
                requireNonNull(reapplyAfter), PART + "reapply_after", PolicyLimits.YEAR);
    }

    public static JoinPolicy of(Policy policy) {
        var part = policy.getJoin();
        return new JoinPolicy(
                part.getMinCompletedDrives(),
                given(part.hasMaxCancellationPercent(), part.getMaxCancellationPercent()),
                given(part.hasMaxAccidents(), part.getMaxAccidents()),
                given(part.hasMaxFines(), part.getMaxFines()),
                part.getMinRating(),
                Timestamps.duration(part.getReapplyAfter()));
    }

    public dev.supporters.proto.policy.v1.JoinPolicy toProto() {
        var part =
                dev.supporters.proto.policy.v1.JoinPolicy.newBuilder()
                        .setMinCompletedDrives(minCompletedDrives)
                        .setMinRating(minRating)
                        .setReapplyAfter(Timestamps.of(reapplyAfter));
        maxCancellationPercent.ifPresent(part::setMaxCancellationPercent);
        maxAccidents.ifPresent(part::setMaxAccidents);
        maxFines.ifPresent(part::setMaxFines);
        return part.build();
    }

    private static void requireAtMost(OptionalInt found, String field, int most) {
        requireNonNull(found).ifPresent(value -> Require.wholeNumber(value, PART + field, 0, most));
    }

    private static OptionalInt given(boolean set, int value) {
        return set ? OptionalInt.of(value) : OptionalInt.empty();
    }
}
