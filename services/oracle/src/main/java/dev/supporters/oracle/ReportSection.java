package dev.supporters.oracle;

import java.util.List;

/** A part of the report that says what the running system was asked after the night. */
public sealed interface ReportSection permits InsightSection, RolloutSection, SettlementSection {

    /** Its lines, the head first. */
    List<String> lines(NightHistory history);
}
