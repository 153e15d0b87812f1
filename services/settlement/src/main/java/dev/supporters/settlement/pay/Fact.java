package dev.supporters.settlement.pay;

import dev.supporters.proto.common.v1.Product;

import java.time.Instant;
import java.time.LocalDate;

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
     */
    record Begun(
            String eventId,
            Instant time,
            Product product,
            LocalDate businessDate,
            PayTerms terms,
            String zoneCell)
            implements Fact {

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

    /** A rest began; the version is the shift's after it. */
    record Rested(String eventId, Instant time, long version) implements Fact {}

    /** A rest ended; the version is the shift's after it. */
    record Resumed(String eventId, Instant time, long version) implements Fact {}

    /** The shift ended. */
    record Ended(String eventId, Instant time) implements Fact {}

    /** A command was accepted. */
    record Accepted(String eventId, Instant time, String commandId) implements Fact {}

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
