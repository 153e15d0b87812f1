package dev.supporters.policy.revision;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.AbusePolicy;
import dev.supporters.contract.AppRule;
import dev.supporters.contract.AssignmentPolicy;
import dev.supporters.contract.CallPolicy;
import dev.supporters.contract.JoinPolicy;
import dev.supporters.contract.Money;
import dev.supporters.contract.MovePolicy;
import dev.supporters.contract.PolicyLimits;
import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.WorkWindow;
import dev.supporters.contract.ZonePolicy;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.RefusalConsequence;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an operator sets in a policy. The proto declares the bounds of single fields, and the server checks them before a request is
 * read. The parts check their own limits. Here are the others that a proto cannot declare.
 */
public record PolicyTerms(
        RegionBounds bounds,
        WorkWindow window,
        Duration veto,
        RefusalConsequence onRefusal,
        Money hourlyWage,
        boolean restPaid,
        int rolloutPercent,
        Duration maxPickup,
        int maxCandidates,
        List<AppRule> appRules,
        Duration unreachableAfter,
        Duration overrunLimit,
        AssignmentPolicy assignment,
        MovePolicy moves,
        ZonePolicy zones,
        JoinPolicy join,
        AbusePolicy abuse,
        CallPolicy calls) {

    private static final Duration DAY = Duration.ofHours(24);

    public PolicyTerms {
        requireNonNull(bounds);
        requireNonNull(window);
        requirePositive(veto, "veto", PolicyLimits.LONGEST_VETO);
        onRefusal = required(onRefusal);
        requireNonNull(hourlyWage);
        requirePositive(maxPickup, "max_pickup", DAY);
        appRules = List.copyOf(appRules);
        requireEachPlatformOnce(appRules);
        requirePositive(unreachableAfter, "unreachable_after", DAY);
        requirePositive(overrunLimit, "overrun_limit", DAY);
        assignment
                .firstPickup()
                .ifPresent(first ->
                        requireAtMost(first, "assignment.first_pickup", maxPickup, "max_pickup"));
        if (moves.restAdvice()) {
            requireAtMost(moves.restEnd(), "moves.rest_end", window.length(), "window_length");
        }
        requireNonNull(join);
        requireNonNull(abuse);
        requireCurrencyOf(hourlyWage, zones.maxWagePerCall(), "zones.max_wage_per_call");
        requireCurrencyOf(hourlyWage, calls.baseFare(), "calls.base_fare");
        requireCurrencyOf(hourlyWage, calls.farePerKm(), "calls.fare_per_km");
    }

    private static void requirePositive(Duration found, String field, Duration most) {
        if (!found.isPositive() || found.compareTo(most) > 0) {
            throw Refusal.invalid(field, found, "more than 0, at most " + most);
        }
    }

    private static void requireAtMost(
            Duration found, String field, Duration most, String mostField) {
        if (found.compareTo(most) > 0) {
            throw Refusal.invalid(field, found, "at most " + mostField + " " + most);
        }
    }

    private static void requireCurrencyOf(Money hourlyWage, Optional<Money> given, String field) {
        given.filter(money -> !money.currency().equals(hourlyWage.currency()))
                .ifPresent(money -> {
                    throw Refusal.invalid(
                            field + ".currency",
                            money.currency(),
                            hourlyWage.currency() + ", as hourly_wage");
                });
    }

    /** A policy that says nothing sends refused calls to general dispatch, which is usual. */
    private static RefusalConsequence required(RefusalConsequence onRefusal) {
        return switch (onRefusal) {
            case REFUSAL_CONSEQUENCE_UNSPECIFIED -> RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL;
            case REFUSAL_CONSEQUENCE_GENERAL,
                    REFUSAL_CONSEQUENCE_NEXT_SUPPORTER,
                    REFUSAL_CONSEQUENCE_FAIL ->
                    onRefusal;
            case UNRECOGNIZED ->
                    throw Refusal.invalid(
                            "on_refusal", onRefusal, "GENERAL, NEXT_SUPPORTER or FAIL");
        };
    }

    private static void requireEachPlatformOnce(List<AppRule> appRules) {
        Set<AppPlatform> platforms = new HashSet<>();
        for (AppRule rule : appRules) {
            if (!platforms.add(rule.platform())) {
                throw Refusal.invalid(
                        "app_rules.platform", rule.platform() + " twice", "each platform once");
            }
        }
    }
}
