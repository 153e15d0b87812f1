package dev.supporters.driver.statistics;

import dev.supporters.contract.DriverId;
import dev.supporters.proto.common.v1.Product;

import java.util.List;

/** Finds days. */
public interface DriverDayRepository {

    /** A driver's days of the weeks of which anything is known, oldest first. */
    List<DriverDay> of(DriverId driverId, Product product, LastWeeks weeks);
}
