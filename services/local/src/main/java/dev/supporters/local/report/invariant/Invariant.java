package dev.supporters.local.report.invariant;

import dev.supporters.local.report.ReportInput;

import java.util.List;

/** Something that must never happen, and how to find out whether it did. */
public interface Invariant {

    /** What must never be, like "a driver with two live engagements". */
    String name();

    /** One line for each time that it was; empty if it never was. */
    List<String> violations(ReportInput input);

    /** All of them, in the order of the report. */
    static List<Invariant> all() {
        return List.of(
                new DriverWithTwoEngagements(),
                new CallWithTwoDrivers(),
                new CallWithoutEnd(),
                new DestinationSeenBeforeAcceptance(),
                new CommandWithoutOneOutcome(),
                new SecondCountedTwiceOrLost(),
                new LedgerUnlikeRecomputation(),
                new LegacyResultsUnlikeAcceptances());
    }
}
