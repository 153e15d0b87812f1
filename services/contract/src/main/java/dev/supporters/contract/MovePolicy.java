package dev.supporters.contract;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.policy.v1.Policy;

import java.time.Duration;

/**
 * Advice to supporters who wait, to move or to rest: the part of a policy of this name.
 *
 * @param enabled whether moves are planned; rest advice does not depend on it
 * @param minInterval the least time between two moves of one supporter
 * @param afterDecline the least time between a declined move and the next one of that supporter
 * @param restAdvice whether supporters who have not rested yet are advised to rest early
 * @param restBegin when that advice begins, counted from the begin of the window
 * @param restEnd when it ends, counted from the begin of the window
 * @param restPercent at most so many percent of those at work rest at the same time by advice
 */
public record MovePolicy(
        boolean enabled,
        Duration minInterval,
        Duration afterDecline,
        boolean restAdvice,
        Duration restBegin,
        Duration restEnd,
        int restPercent) {

    /** What applies to a policy without this part. */
    public static final MovePolicy OFF =
            new MovePolicy(
                    false, Duration.ZERO, Duration.ZERO, false, Duration.ZERO, Duration.ZERO, 0);

    private static final String PART = "moves.";
    private static final int ALL = 100;

    public MovePolicy {
        PolicyLimits.within(
                minInterval,
                PART + "min_interval",
                PolicyLimits.HOUR,
                enabled,
                "moves are enabled");
        PolicyLimits.within(
                afterDecline,
                PART + "after_decline",
                PolicyLimits.HOUR,
                enabled,
                "moves are enabled");
        PolicyLimits.within(restBegin, PART + "rest_begin", PolicyLimits.DAY);
        PolicyLimits.within(restEnd, PART + "rest_end", PolicyLimits.DAY);
        if (restAdvice && restBegin.compareTo(restEnd) >= 0) {
            throw Refusal.invalid(PART + "rest_end", restEnd, "later than rest_begin " + restBegin);
        }
        Require.wholeNumber(restPercent, PART + "rest_percent", restAdvice ? 1 : 0, ALL);
    }

    public static MovePolicy of(Policy policy) {
        var part = policy.getMoves();
        return new MovePolicy(
                part.getEnabled(),
                Timestamps.duration(part.getMinInterval()),
                Timestamps.duration(part.getAfterDecline()),
                part.getRestAdvice(),
                Timestamps.duration(part.getRestBegin()),
                Timestamps.duration(part.getRestEnd()),
                part.getRestPercent());
    }

    public dev.supporters.proto.policy.v1.MovePolicy toProto() {
        return dev.supporters.proto.policy.v1.MovePolicy.newBuilder()
                .setEnabled(enabled)
                .setMinInterval(Timestamps.of(minInterval))
                .setAfterDecline(Timestamps.of(afterDecline))
                .setRestAdvice(restAdvice)
                .setRestBegin(Timestamps.of(restBegin))
                .setRestEnd(Timestamps.of(restEnd))
                .setRestPercent(restPercent)
                .build();
    }
}
