package dev.supporters.driver.application;

import dev.supporters.driver.profile.Profile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds drivers by what their applications wait for. */
public interface ApplicationRepository {

    /** Those with an application that waits for a review, the one that waits longest first, after the given one. */
    List<Profile> waitForReview(Optional<ApplicationKey> after, int limit);

    /** Those who have not answered since a time or longer what an operator asked then. */
    List<Profile> unanswered(Instant since, int limit);
}
