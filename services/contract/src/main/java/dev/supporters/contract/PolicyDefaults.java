package dev.supporters.contract;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.policy.v1.Policy;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The usual numbers of a policy: those that the domain's rules name (rules 2, 6, 7 and 12). What writes a policy begins with them: the
 * seeds of local stands. The service that keeps policies has no defaults, and refuses a policy without a veto or a window.
 */
public final class PolicyDefaults {

    public static final Duration VETO = Duration.ofSeconds(5);

    /** For each hour of working time; rest is unpaid. */
    public static final Money HOURLY_WAGE = new Money(14_000, "KRW");

    public static final WorkWindow WINDOW =
            new WorkWindow(ZoneId.of("Asia/Seoul"), LocalTime.of(21, 0), Duration.ofHours(4));

    /** Drives that began within the window have ended long before. */
    public static final Duration OVERRUN_LIMIT = Duration.ofHours(1);

    private PolicyDefaults() {}

    /** How long a drive may go on after the window's end before operators are alerted; the usual time where the policy does not say. */
    public static Duration overrunLimit(Policy policy) {
        return policy.hasOverrunLimit()
                ? Timestamps.duration(policy.getOverrunLimit())
                : OVERRUN_LIMIT;
    }

    /** A policy with these numbers. Product, region, bounds, rollout and the limits of the search are the caller's to set. */
    public static Policy.Builder policy() {
        return Policy.newBuilder()
                .setTimeZone(WINDOW.zone().getId())
                .setWindowBegin(WINDOW.begin().toString())
                .setWindowLength(Timestamps.of(WINDOW.length()))
                .setVeto(Timestamps.of(VETO))
                .setOnRefusal(RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL)
                .setHourlyWage(HOURLY_WAGE.toProto());
    }

    /**
     * The longest pickup grows from 14 minutes to the policy's longest within 90 seconds. No call is held, and no drives are chained,
     * until an operator wants it.
     */
    public static AssignmentPolicy assignment() {
        return new AssignmentPolicy(
                Optional.of(Duration.ofMinutes(14)),
                Duration.ofSeconds(90),
                Duration.ZERO,
                false,
                Duration.ofMinutes(10),
                Optional.empty());
    }

    /** Moves and rest advice are on. Rests are advised from 20 to 70 minutes after the begin of the window. */
    public static MovePolicy moves() {
        return new MovePolicy(
                true,
                Duration.ofSeconds(120),
                Duration.ofSeconds(240),
                true,
                Duration.ofMinutes(20),
                Duration.ofMinutes(70),
                20);
    }

    /** Zones are on, without a limit of supporters and without a bound of the wage per call. */
    public static ZonePolicy zones() {
        return new ZonePolicy(true, 0.5, 0.35, 2, Duration.ofMinutes(10), 0, Optional.empty());
    }

    /** Signals of abuse are looked for, in each night and over a week. Fewer than one honest driver in a thousand nights gives one by chance. */
    public static AbusePolicy abuse() {
        return new AbusePolicy(
                true,
                600,
                2,
                Duration.ofMinutes(2),
                2,
                Duration.ofHours(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(15),
                200,
                7);
    }
}
