package dev.supporters.driver.adapter.mongo;

import dev.supporters.driver.application.ApplicationKey;
import dev.supporters.driver.application.ApplicationRepository;
import dev.supporters.driver.profile.Profile;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.Versioned;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Applications, which are in their drivers' profiles, in MongoDB. */
@ApplicationScoped
public class MongoApplicationRepository implements ApplicationRepository {

    private final AggregateStore<Profile> profiles;

    public MongoApplicationRepository(AggregateStore<Profile> profiles) {
        this.profiles = profiles;
    }

    @Override
    public List<Profile> waitForReview(Optional<ApplicationKey> after, int limit) {
        return profiles.query(ofWaiting(after, limit)).stream().map(Versioned::value).toList();
    }

    @Override
    public List<Profile> unanswered(Instant since, int limit) {
        return profiles.query(ofUnanswered(since, limit)).stream().map(Versioned::value).toList();
    }

    static Query ofWaiting(Optional<ApplicationKey> after, int limit) {
        Query query =
                Query.atMost(limit)
                        .present(ApplicationMapper.REVIEW_TIME)
                        .ascending(ApplicationMapper.REVIEW_TIME, ProfileMapper.DRIVER_ID);
        return after.map(key -> query.afterKey(key.since(), key.driverId())).orElse(query);
    }

    static Query ofUnanswered(Instant since, int limit) {
        return Query.atMost(limit)
                .atOrBefore(ApplicationMapper.ANSWER_TIME, since)
                .ascending(ApplicationMapper.ANSWER_TIME);
    }
}
