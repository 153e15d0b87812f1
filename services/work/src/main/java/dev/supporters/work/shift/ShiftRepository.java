package dev.supporters.work.shift;

import dev.supporters.contract.DriverId;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.Product;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds shifts by other things than their ids. */
public interface ShiftRepository {

    /** The driver's newest shift, also if it ended long ago. */
    Optional<Versioned<Shift>> newest(DriverId driverId, Product product);

    /** Shifts that have not ended although their window has, earliest window end first. */
    List<Versioned<Shift>> overdue(Instant now, int limit);

    /** Shifts of the same product, region and business date that began in a zone and have ended as little as their window, earliest window end first. */
    List<Versioned<Shift>> openInZone(String zoneId, ShiftDetails like, Instant now, int limit);

    /** Shifts whose driver has asked for something that is not done yet, those first that wait longest. */
    List<Versioned<Shift>> asked(int limit);

    /** The next window end of a shift that has not ended. */
    Optional<Instant> nextWindowEnd(Instant after);
}
