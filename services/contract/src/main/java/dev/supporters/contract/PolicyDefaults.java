package dev.supporters.contract;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.policy.v1.Policy;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

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

    private PolicyDefaults() {}

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
}
