package dev.supporters.driver.application;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.DriverId;
import dev.supporters.driver.eligibility.Criterion;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A driver's wish to join the supporters group of a product, and what became of it. Steps are added, never changed.
 *
 * @param number 1 for the driver's first
 * @param steps oldest first; the last one says how far it is
 */
public record Application(int number, Product product, String region, List<Step> steps) {

    public Application {
        requireNonNull(product);
        requireNonNull(region);
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("steps: none (expected: at least one)");
        }
    }

    /** What can happen to an application. */
    public enum Action {
        /** The driver has applied. */
        APPLIED,
        /** An operator has asked for more. */
        ASKED,
        /** The driver has answered. */
        SUPPLEMENTED,
        /** An operator has approved it. */
        APPROVED,
        /** An operator has put the profile with the membership. */
        GIVEN,
        /** An operator has rejected it. */
        REJECTED,
        /** The driver has taken it back. */
        WITHDRAWN,
        /** The driver did not answer in time. */
        EXPIRED,
        /** The driver has left the group. */
        LEFT,
        /** An operator has put the profile without the membership. */
        REMOVED
    }

    /** How far it is. */
    public enum State {
        /** It waits for a review. */
        SUBMITTED,
        /** It waits for the driver. */
        INFORMATION_REQUIRED,
        /** The driver is a member. */
        APPROVED,
        /** Rejected. */
        REJECTED,
        /** Taken back. */
        WITHDRAWN,
        /** Not answered in time. */
        EXPIRED,
        /** The membership is over. */
        ENDED;

        boolean open() {
            return this == SUBMITTED || this == INFORMATION_REQUIRED;
        }
    }

    /**
     * One thing that happened.
     *
     * @param requestId of the request that did it; empty if none did
     * @param actor who did it; empty if nobody did, or nobody knows
     * @param text what was said; may be empty
     * @param criteria what eligibility came to; empty where nobody looked
     */
    public record Step(
            Action action,
            String requestId,
            String actor,
            String text,
            Instant time,
            List<Criterion> criteria) {

        public Step {
            requireNonNull(action);
            requireNonNull(requestId);
            requireNonNull(actor);
            requireNonNull(text);
            requireNonNull(time);
            criteria = List.copyOf(criteria);
        }
    }

    public State state() {
        return switch (last().action()) {
            case APPLIED, SUPPLEMENTED -> State.SUBMITTED;
            case ASKED -> State.INFORMATION_REQUIRED;
            case APPROVED, GIVEN -> State.APPROVED;
            case REJECTED -> State.REJECTED;
            case WITHDRAWN -> State.WITHDRAWN;
            case EXPIRED -> State.EXPIRED;
            case LEFT, REMOVED -> State.ENDED;
        };
    }

    /** Since when it is in its state. */
    public Instant since() {
        return last().time();
    }

    public Step last() {
        return steps.getLast();
    }

    public boolean isOpen() {
        return state().open();
    }

    public Application with(Step step) {
        List<Step> all = new ArrayList<>(steps);
        all.add(step);
        return new Application(number, product, region, all);
    }

    /** Whether a request did this to it. */
    boolean has(Action action, String requestId) {
        return steps.stream()
                .anyMatch(step -> step.action() == action && step.requestId().equals(requestId));
    }

    /** When a wait for the next application begins: with a rejection, and with the end of a membership; empty for all other ends. */
    Optional<Instant> waitBegin() {
        return switch (last().action()) {
            case REJECTED, LEFT, REMOVED -> Optional.of(since());
            case APPLIED, ASKED, SUPPLEMENTED, APPROVED, GIVEN, WITHDRAWN, EXPIRED ->
                    Optional.empty();
        };
    }

    /** An application's id: the driver and a number. Ids of drivers have no slash. */
    public record Id(DriverId driverId, int number) {

        private static final char SEPARATOR = '/';

        /** Refused: APPLICATION_NOT_FOUND, if no application has such an id. */
        public static Id of(String text) {
            int end = text.lastIndexOf(SEPARATOR);
            try {
                return new Id(
                        new DriverId(text.substring(0, Math.max(0, end))),
                        Integer.parseInt(text.substring(end + 1)));
            } catch (NumberFormatException | Refusal e) {
                throw notFound(text);
            }
        }

        Refusal notFound() {
            return notFound(toString());
        }

        private static Refusal notFound(String id) {
            return new Refusal(
                    ErrorReason.ERROR_REASON_APPLICATION_NOT_FOUND,
                    "application_id: " + id,
                    "the id of an application");
        }

        @Override
        public String toString() {
            return driverId.value() + SEPARATOR + number;
        }
    }
}
