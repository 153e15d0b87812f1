package dev.supporters.driver.profile;

import static java.util.Objects.requireNonNull;

import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a driver's activity modes came to be what they are: who switched them, and which decisions on signals of abuse keep them OFF.
 *
 * @param changes the newest, oldest first
 * @param suspensions of each signal on which an operator decided about the membership what the decision with the highest number says;
 *     those that are over as long as an older decision might still be told
 */
public record ModeHistory(List<ModeSwitch> changes, List<Suspension> suspensions) {

    public static final ModeHistory NONE = new ModeHistory(List.of(), List.of());

    /** Whoever wants to know more consumes the topic of drivers as it is written: it is compacted. */
    static final int MOST_CHANGES = 100;

    /** Twice as long as the topic of signals is kept: no older decision on the same signal comes any more. */
    static final Duration OVER_KEPT = Duration.ofDays(60);

    static final int MOST_OVER = 100;

    public ModeHistory {
        changes = List.copyOf(changes);
        suspensions = List.copyOf(suspensions);
    }

    /**
     * A mode was switched.
     *
     * @param actor who did it: the driver, or an operator; empty if the caller did not say
     * @param signalId because of which signal of abuse; empty if because of none
     */
    public record ModeSwitch(
            Product product, ActivityMode mode, String actor, String signalId, Instant time) {

        public ModeSwitch {
            requireNonNull(product);
            requireNonNull(mode);
            requireNonNull(actor);
            requireNonNull(signalId);
            requireNonNull(time);
        }
    }

    /**
     * What an operator's decision on a signal means for a membership.
     *
     * @param number which of the signal's decisions it is; 1 for the first
     * @param inForce whether it keeps the mode OFF
     * @param wasOn whether the mode was ON before, and is ON again when the decision is taken back
     */
    public record Suspension(
            String signalId,
            Product product,
            int number,
            boolean inForce,
            boolean wasOn,
            String actor,
            Instant time) {

        public Suspension {
            requireNonNull(signalId);
            requireNonNull(product);
            requireNonNull(actor);
            requireNonNull(time);
        }

        Suspension stayingOff() {
            return new Suspension(signalId, product, number, inForce, false, actor, time);
        }

        Suspension over() {
            return new Suspension(signalId, product, number, false, wasOn, actor, time);
        }
    }

    /** The oldest of those that keep a mode OFF. */
    public Optional<Suspension> suspended(Product product) {
        return suspensions.stream()
                .filter(each -> each.product() == product && each.inForce())
                .min((one, other) -> one.time().compareTo(other.time()));
    }

    Optional<Suspension> of(String signalId) {
        return suspensions.stream().filter(each -> each.signalId().equals(signalId)).findFirst();
    }

    /** So many of the newest changes, oldest first. */
    public List<ModeSwitch> newest(int most) {
        return changes.subList(Math.max(0, changes.size() - most), changes.size());
    }

    ModeHistory with(ModeSwitch change) {
        List<ModeSwitch> all = new ArrayList<>(changes);
        all.add(change);
        return new ModeHistory(
                all.subList(Math.max(0, all.size() - MOST_CHANGES), all.size()), suspensions);
    }

    /** With one that is new, or in place of the one of its signal. Of those that are over the newest stay for a while. */
    ModeHistory with(Suspension suspension) {
        List<Suspension> all = new ArrayList<>(suspensions);
        all.removeIf(each -> each.signalId().equals(suspension.signalId()));
        all.add(suspension);
        Instant oldest = suspension.time().minus(OVER_KEPT);
        Set<Suspension> over =
                all.stream()
                        .filter(each -> !each.inForce() && each.time().isAfter(oldest))
                        .sorted(Comparator.comparing(Suspension::time).reversed())
                        .limit(MOST_OVER)
                        .collect(Collectors.toSet());
        all.removeIf(each -> !each.inForce() && !over.contains(each));
        return new ModeHistory(changes, all);
    }

    /** Since when the driver is suspended from one of the products; the oldest of those in force. */
    public Optional<Instant> suspendedSince(Set<Product> products) {
        return suspensions.stream()
                .filter(Suspension::inForce)
                .filter(each -> products.contains(each.product()))
                .map(Suspension::time)
                .min(Instant::compareTo);
    }

    /** Whoever is suspended has switched the mode OFF, too; empty if nothing would have switched it ON again. */
    Optional<ModeHistory> stayingOff(Product product) {
        boolean comesBack =
                suspensions.stream()
                        .anyMatch(each ->
                                each.product() == product && each.inForce() && each.wasOn());
        return comesBack
                ? Optional.of(
                        new ModeHistory(
                                changes,
                                suspensions.stream()
                                        .map(each ->
                                                each.product() == product && each.inForce()
                                                        ? each.stayingOff()
                                                        : each)
                                        .toList()))
                : Optional.empty();
    }

    /** An operator has switched the mode ON, whatever was decided before. */
    ModeHistory lifted(Product product) {
        return new ModeHistory(
                changes,
                suspensions.stream()
                        .map(each -> each.product() == product ? each.over() : each)
                        .toList());
    }
}
