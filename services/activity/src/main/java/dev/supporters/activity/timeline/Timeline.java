package dev.supporters.activity.timeline;

import dev.supporters.activity.presence.DriverId;

import java.time.LocalDate;
import java.util.List;

/** What the drivers did, in the order of its times. */
public interface Timeline {

    /** Adds an entry; adding it again changes nothing. */
    void add(Entry entry);

    /** The driver's entries of a business date after a position, oldest first. */
    List<Entry> after(DriverId driverId, LocalDate businessDate, String position, int limit);
}
