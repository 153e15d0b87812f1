package dev.supporters.driver.profile;

import java.time.Instant;
import java.util.List;

/** Finds drivers who are suspended. */
public interface SuspensionRepository {

    /** Those who have been so since a time or longer, the one who waits longest first. */
    List<Profile> suspendedSince(Instant latest, int limit);
}
