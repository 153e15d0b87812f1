package dev.supporters.driver.application;

import static dev.supporters.driver.statistics.CountedDriver.DRIVER;
import static dev.supporters.driver.statistics.CountedDriver.PRODUCT;

import dev.supporters.contract.JoinPolicy;
import dev.supporters.driver.DriverConfig;
import dev.supporters.driver.adapter.mongo.DriverStores;
import dev.supporters.driver.adapter.mongo.MongoApplicationRepository;
import dev.supporters.driver.eligibility.EligibilityService;
import dev.supporters.driver.profile.Profile;
import dev.supporters.driver.profile.ProfileOrder;
import dev.supporters.driver.profile.ProfileService;
import dev.supporters.driver.statistics.CountedDriver;
import dev.supporters.platform.event.Event;
import dev.supporters.proto.events.driver.v1.DriverEvent;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** One driver with a profile, forty completed drives and no membership, and a policy that wants as many. */
final class JoiningDriver {

    static final JoinPolicy POLICY =
            new JoinPolicy(
                    40,
                    OptionalInt.of(15),
                    OptionalInt.of(0),
                    OptionalInt.empty(),
                    0,
                    Duration.ofDays(28));

    final TestClock clock = new TestClock();
    final CountedDriver counted = new CountedDriver(clock);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final InMemoryAggregateStore<Profile> documents =
            new InMemoryAggregateStore<>(DriverStores.DRIVERS);
    final ProfileService profiles = new ProfileService(documents, clock);
    final ApplicationRepository repository = new MongoApplicationRepository(documents);
    final ApplicationService applications =
            new ApplicationService(
                    documents,
                    repository,
                    new EligibilityService((product, region) -> POLICY, counted.statistics),
                    (product, region) -> POLICY,
                    clock);
    final ApplicationMonitor monitor =
            new ApplicationMonitor(
                    repository,
                    applications,
                    clock,
                    clock,
                    new SmallRyeConfigBuilder()
                            .withMapping(DriverConfig.class)
                            .build()
                            .getConfigMapping(DriverConfig.class),
                    meters);

    JoiningDriver() {
        profiles.put(new ProfileOrder("p1", DRIVER, "Kim", List.of(), "operator-1", ""));
        counted.completes(1, 40);
    }

    ShownApplication apply(String requestId) {
        return applications.apply(requestId, DRIVER, PRODUCT, "seoul", "I know the city");
    }

    ShownApplication review(String requestId, int number, Review.ReviewDecision decision) {
        return review(requestId, number, decision, "operator-1");
    }

    ShownApplication review(
            String requestId, int number, Review.ReviewDecision decision, String actor) {
        return applications.review(
                new Review(
                        requestId,
                        new Application.Id(DRIVER, number),
                        decision,
                        decision == Review.ReviewDecision.APPROVE ? "" : "your licence, please",
                        actor));
    }

    Profile leave(String requestId) {
        return applications.leave(requestId, DRIVER, PRODUCT, "too far");
    }

    Profile profile() {
        return profiles.get(DRIVER);
    }

    List<DriverEvent> told() {
        return documents.published().stream()
                .map(Event::payload)
                .map(DriverEvent.class::cast)
                .toList();
    }
}
