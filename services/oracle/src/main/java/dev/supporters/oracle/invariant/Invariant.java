package dev.supporters.oracle.invariant;

import dev.supporters.oracle.NightHistory;

import java.util.List;

/** Something that must never happen, and how to find out whether it did. */
public interface Invariant {

    /** What must never be, like "a driver with two live engagements". */
    String name();

    /** One line for each time that it happened; empty if it never did. */
    List<String> violations(NightHistory history);

    /** All of them, in the order of the report. */
    static List<Invariant> all() {
        return List.of(
                new DriverWithTwoEngagements(),
                new CallWithTwoDrivers(),
                new CallWithoutEnd(),
                new DestinationSeenBeforeAcceptance(),
                new CommandWithoutOneOutcome(),
                new CommandStepAfterShiftEnd(),
                new SecondCountedTwiceOrLost(),
                new LedgerUnlikeRecomputation(),
                new LegacyResultsUnlikeAcceptances(),
                new StatementFileUnlikeStatements(),
                new CallHandedOverTwiceOrNever(),
                new CallHandedOverLate(),
                new ParkedWithoutAlert(),
                new WaitWithoutAge());
    }
}
