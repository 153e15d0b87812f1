package dev.supporters.activity.timeline;

import dev.supporters.contract.DriverId;

import java.time.LocalDate;
import java.util.List;

/** What the drivers did. It is only added to, until its retention is over. */
public interface TimelineRepository {

    /** Adds an entry; adding it again changes nothing. */
    void add(TimelineEntry entry);

    /** The driver's entries of a business date after a position, oldest first. */
    List<TimelineEntry> after(
            DriverId driverId, LocalDate businessDate, String position, int limit);

    /** Removes entries of business dates before this one, oldest dates first, at most so many; how many. */
    long removeBefore(LocalDate businessDate, int limit);
}
