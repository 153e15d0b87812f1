package dev.supporters.settlement.pay;

import dev.supporters.proto.common.v1.Product;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Something about a shift that happened, as an event told it. Facts come in any order and more than once. */
public sealed interface Fact {

    /** The event that told it: the same when it comes again. */
    String eventId();

    /** When it took place. */
    Instant time();

    /**
     * The shift began.
     *
     * @param zoneCell the H3 cell in which it began; empty if it began in no zone
     * @param region that of the policy; empty in facts that were stored without it
     * @param windowEnd when no shift of the business date begins any more; empty in facts that were stored without it
     */
    record Begun(
            String eventId,
            Instant time,
            Product product,
            LocalDate businessDate,
            PayTerms terms,
            String zoneCell,
            String region,
            Optional<Instant> windowEnd)
            implements Fact {

        /** As facts were stored that had neither the region nor the window's end. */
        public Begun(
                String eventId,
                Instant time,
                Product product,
                LocalDate businessDate,
                PayTerms terms,
                String zoneCell) {
            this(eventId, time, product, businessDate, terms, zoneCell, "", Optional.empty());
        }

        /** In no zone. */
        public Begun(
                String eventId,
                Instant time,
                Product product,
                LocalDate businessDate,
                PayTerms terms) {
            this(eventId, time, product, businessDate, terms, "");
        }
    }

    /** A change of the shift after its begin. Each names the one before it, so that a missing one is seen. */
    sealed interface Step extends Fact {

        /** The shift's version after it; 0 in facts that were stored without it. */
        long version();

        /** The version of the step before it, or of the begin. */
        long previous();
    }

    /** A rest began. */
    record Rested(String eventId, Instant time, long version, long previous) implements Step {

        /** Directly after the version before it. */
        public Rested(String eventId, Instant time, long version) {
            this(eventId, time, version, version - 1);
        }
    }

    /** A rest ended. */
    record Resumed(String eventId, Instant time, long version, long previous) implements Step {

        /** Directly after the version before it. */
        public Resumed(String eventId, Instant time, long version) {
            this(eventId, time, version, version - 1);
        }
    }

    /** The window ended while the driver was on a drive. This changes no pay. */
    record WindowEnded(String eventId, Instant time, long version, long previous) implements Step {}

    /** The shift ended. */
    record Ended(String eventId, Instant time, long version, long previous) implements Step {

        /** As facts were stored that did not have the version. */
        public Ended(String eventId, Instant time) {
            this(eventId, time, 0, 0);
        }
    }

    /**
     * A command was accepted.
     *
     * @param callId its call; empty in facts that were stored without it
     */
    record Accepted(String eventId, Instant time, String commandId, String callId) implements Fact {

        /** As facts were stored that did not have the call. */
        public Accepted(String eventId, Instant time, String commandId) {
            this(eventId, time, commandId, "");
        }
    }

    /** A command's drive began. */
    record PickedUp(String eventId, Instant time, String commandId) implements Fact {}

    /** A command's drive was completed, or the command was cancelled. */
    record DriveOver(String eventId, Instant time, String commandId) implements Fact {}

    /** A move was accepted. */
    record MoveBegun(String eventId, Instant time, String moveId) implements Fact {}

    /** A move ended, whatever the reason. */
    record MoveOver(String eventId, Instant time, String moveId) implements Fact {}

    /** The cell in which the shift began closed. This changes no pay. */
    record ZoneClosed(String eventId, Instant time) implements Fact {}

    /** Nothing was heard of the driver from now on. */
    record Unreachable(String eventId, Instant time) implements Fact {}

    /** The driver was heard of again. */
    record Reachable(String eventId, Instant time) implements Fact {}
}
