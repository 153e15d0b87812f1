package dev.supporters.insight.night;

import dev.supporters.proto.common.v1.Product;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Where counted nights are kept. */
public interface NightRepository {

    /** Keeps it in place of the one before, by {@link CountedNight#replacing}; says whether it did. It is told in the same update, if it is to be ({@link CountedNight#told}). */
    boolean put(CountedNight night);

    /** The nights of all regions. */
    List<CountedNight> find(Product product, Collection<LocalDate> businessDates);
}
