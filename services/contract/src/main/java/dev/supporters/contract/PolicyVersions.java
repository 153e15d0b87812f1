package dev.supporters.contract;

import static java.util.Objects.requireNonNull;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.policy.v1.EarlierPolicy;
import dev.supporters.proto.events.policy.v1.PolicyPut;
import dev.supporters.proto.policy.v1.Policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The versions of one policy that count. In force is the highest version that is not for later. A business date keeps the version under
 * which its window began: time zone, window, wage and whether rest is paid; all else is that of the version in force.
 *
 * @param versions the oldest first, with the newest at the end
 */
public record PolicyVersions(List<Version> versions) {

    /** A window is open for a day at most; the rest is for time zones, and for clocks that change. */
    private static final long DATES_BEFORE = 2;

    /** Until then a business date that began under an earlier version may be running. */
    private static final Duration LONGEST_BUSINESS_DATE = Duration.ofDays(DATES_BEFORE + 1);

    public PolicyVersions {
        versions = List.copyOf(versions);
    }

    /**
     * A version.
     *
     * @param end when a later version takes its place; empty for the newest
     */
    public record Version(Policy policy, WorkWindow window, Optional<Instant> end) {

        public Version {
            requireNonNull(policy);
            requireNonNull(window);
            requireNonNull(end);
        }

        private static Version of(Policy policy, Optional<Instant> end) {
            return new Version(policy, WorkWindow.of(policy), end);
        }

        /** A version without a time of its own is in force as soon as somebody knows it, whatever the clocks say. */
        private boolean hasComeIntoForce(Instant now) {
            return !policy.hasEffectiveTime() || !effectiveTime(policy).isAfter(now);
        }

        private boolean overBefore(Instant now) {
            return end.filter(over -> !over.isAfter(now)).isPresent();
        }

        private boolean began(LocalDate businessDate) {
            Instant begin = window.of(businessDate).begin();
            return end.map(begin::isBefore).orElse(true);
        }
    }

    /**
     * The versions that make up a policy at one moment.
     *
     * @param current in force
     * @param businessDate whose time zone, window, wage and paid rest apply
     */
    public record InForce(Version current, Version businessDate) {

        /** The number of the version with which the business date began. */
        public long businessDateVersion() {
            return businessDate.policy().getVersion();
        }

        /** As it applies: all of one version, or of two. */
        public Policy policy() {
            return current.equals(businessDate) ? current.policy() : combined();
        }

        private Policy combined() {
            Policy kept = businessDate.policy();
            Policy.Builder policy =
                    current.policy().toBuilder()
                            .setTimeZone(kept.getTimeZone())
                            .setWindowBegin(kept.getWindowBegin())
                            .setWindowLength(kept.getWindowLength())
                            .setHourlyWage(kept.getHourlyWage())
                            .setRestPaid(kept.getRestPaid());
            String currency = kept.getHourlyWage().getCurrency();
            if (!currency.equals(current.policy().getHourlyWage().getCurrency())) {
                // a bound in another currency cannot be compared with this wage, nor estimates with
                // fares in its currency
                policy.getZonesBuilder().clearMaxWagePerCall();
                policy.getCallsBuilder().clearBaseFare().clearFarePerKm().clearFarePercent();
            }
            return policy.build();
        }
    }

    /** As the topic tells them. */
    public static PolicyVersions of(PolicyPut put) {
        List<Version> versions = new ArrayList<>();
        for (EarlierPolicy earlier : put.getEarlierList()) {
            versions.add(
                    Version.of(
                            earlier.getPolicy(),
                            Optional.of(Timestamps.instant(earlier.getEndTime()))));
        }
        versions.add(Version.of(put.getPolicy(), Optional.empty()));
        return new PolicyVersions(versions);
    }

    /** From policies as they were put one after the other, the newest first. Those that were replaced before they came into force are left out. */
    public static PolicyVersions of(List<Policy> newestFirst) {
        List<Version> versions = new ArrayList<>();
        Optional<Instant> next = Optional.empty();
        for (Policy policy : newestFirst) {
            Instant begin = begin(policy);
            if (next.map(begin::isBefore).orElse(true)) {
                versions.addFirst(Version.of(policy, next));
                next = Optional.of(begin);
            }
        }
        return new PolicyVersions(versions);
    }

    /** Whether a policy is in force for so long that none before it counts. */
    public static boolean replacesAllBefore(Policy policy, Instant now) {
        return !begin(policy).isAfter(now.minus(LONGEST_BUSINESS_DATE));
    }

    /** What the topic must tell, so that who reads nothing else can decide from now on. */
    public PolicyPut put(Instant now) {
        Set<Version> counting = new HashSet<>();
        dates(now).forEach(date -> began(date).ifPresent(counting::add));
        PolicyPut.Builder put = PolicyPut.newBuilder().setPolicy(newest().policy());
        for (Version version : versions.subList(0, versions.size() - 1)) {
            if (counting.contains(version) || !version.overBefore(now)) {
                put.addEarlier(
                        EarlierPolicy.newBuilder()
                                .setPolicy(version.policy())
                                .setEndTime(Timestamps.of(version.end().orElseThrow())));
            }
        }
        return put.build();
    }

    /** How many versions come into force later. */
    public long waiting(Instant now) {
        return versions.stream().filter(version -> !version.hasComeIntoForce(now)).count();
    }

    public Version newest() {
        return versions.getLast();
    }

    /** Empty before the first version comes into force. */
    public Optional<InForce> at(Instant now) {
        return current(now).map(current -> new InForce(current, businessDate(current, now)));
    }

    private Optional<Version> current(Instant now) {
        return versions.reversed().stream()
                .filter(version -> version.hasComeIntoForce(now))
                .findFirst();
    }

    /**
     * The version of the business date that is running. Between two of them: one whose window is closed, as it is for all, the one in
     * force before others.
     */
    private Version businessDate(Version current, Instant now) {
        if (versions.size() == 1 || replacesAllBefore(current.policy(), now)) {
            return current;
        }
        return dates(now)
                .flatMap(date -> running(date, now).stream())
                .findFirst()
                .or(() -> closed(current, now))
                .orElse(current);
    }

    private Optional<Version> running(LocalDate date, Instant now) {
        return began(date)
                .filter(version -> version.hasComeIntoForce(now))
                .filter(version -> version.window().of(date).contains(now));
    }

    private Optional<Version> closed(Version current, Instant now) {
        List<Version> preferred = new ArrayList<>(List.of(current));
        preferred.addAll(versions.reversed());
        return preferred.stream().filter(version -> version.window().at(now).isEmpty()).findFirst();
    }

    /** The version under which a business date began, or will begin: the first that is not replaced before its window begins. */
    private Optional<Version> began(LocalDate date) {
        return versions.stream().filter(version -> version.began(date)).findFirst();
    }

    /** The business dates that may be running in any time zone, the earliest first. */
    private static Stream<LocalDate> dates(Instant now) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        return today.minusDays(DATES_BEFORE).datesUntil(today.plusDays(2));
    }

    private static Instant begin(Policy policy) {
        return policy.hasEffectiveTime()
                ? effectiveTime(policy)
                : Timestamps.instant(policy.getUpdateTime());
    }

    private static Instant effectiveTime(Policy policy) {
        return Timestamps.instant(policy.getEffectiveTime());
    }
}
