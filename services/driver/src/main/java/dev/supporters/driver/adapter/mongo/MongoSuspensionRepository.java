package dev.supporters.driver.adapter.mongo;

import dev.supporters.driver.profile.Profile;
import dev.supporters.driver.profile.SuspensionRepository;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.Versioned;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;

/** Suspensions, which are in their drivers' profiles, in MongoDB. */
@ApplicationScoped
public class MongoSuspensionRepository implements SuspensionRepository {

    private final AggregateStore<Profile> profiles;

    public MongoSuspensionRepository(AggregateStore<Profile> profiles) {
        this.profiles = profiles;
    }

    @Override
    public List<Profile> suspendedSince(Instant latest, int limit) {
        return profiles.query(ofSuspended(latest, limit)).stream().map(Versioned::value).toList();
    }

    static Query ofSuspended(Instant latest, int limit) {
        return Query.atMost(limit)
                .atOrBefore(ModeHistoryMapper.SUSPENDED_SINCE, latest)
                .ascending(ModeHistoryMapper.SUSPENDED_SINCE);
    }
}
