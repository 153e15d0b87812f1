package dev.supporters.driver.application;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Products;
import dev.supporters.driver.application.Application.Action;
import dev.supporters.driver.application.Application.State;
import dev.supporters.driver.application.Application.Step;
import dev.supporters.driver.eligibility.Criterion;
import dev.supporters.driver.eligibility.EligibilityService;
import dev.supporters.driver.eligibility.JoinPolicyProvider;
import dev.supporters.driver.profile.DriverMessages;
import dev.supporters.driver.profile.Profile;
import dev.supporters.driver.profile.ProfileService;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.ListPage;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The life of applications. They are a part of the driver's profile, so that a product has one open application at most, a decision is made
 * once, and an approval and the membership are one change.
 */
@ApplicationScoped
public class ApplicationService {

    /** Whoever has applied so often must talk to somebody. */
    static final int MOST = 50;

    private final AggregateStore<Profile> profiles;
    private final ApplicationRepository repository;
    private final EligibilityService eligibility;
    private final JoinPolicyProvider policies;
    private final Clock clock;

    ApplicationService(
            AggregateStore<Profile> profiles,
            ApplicationRepository repository,
            EligibilityService eligibility,
            JoinPolicyProvider policies,
            Clock clock) {
        this.profiles = profiles;
        this.repository = repository;
        this.eligibility = eligibility;
        this.policies = policies;
        this.clock = clock;
    }

    /** Applies, once. */
    public ShownApplication apply(
            String requestId, DriverId driverId, Product product, String region, String text) {
        Profile profile =
                profiles.change(
                                driverId.value(),
                                RequestCause.of("apply", requestId, product, region, text),
                                (current, version) -> {
                                    Profile found =
                                            current.orElseThrow(
                                                    () -> ProfileService.notFound(driverId));
                                    requireMayApply(found, product, region);
                                    Step applied =
                                            step(
                                                    Action.APPLIED,
                                                    requestId,
                                                    driverId.value(),
                                                    text,
                                                    criteria(driverId, product, region));
                                    return change(
                                            found,
                                            found.applications().made(product, region, applied),
                                            version);
                                })
                        .value();
        return changedBy(profile, Action.APPLIED, requestId);
    }

    private void requireMayApply(Profile profile, Product product, String region) {
        if (profile.isMember(product)) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_ALREADY_A_MEMBER,
                    "driver_id: " + profile.driverId(),
                    "nobody who is in the supporters group of " + Products.name(product));
        }
        profile.applications()
                .open(product)
                .ifPresent(open -> {
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_APPLICATION_OPEN,
                            "application " + id(profile, open) + " is " + open.state(),
                            "a decision about it, or that it is withdrawn");
                });
        int before = profile.applications().all().size();
        if (before >= MOST) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_TOO_MANY_APPLICATIONS,
                    before + " applications",
                    "at most " + MOST + " of a driver");
        }
        Duration wait = policies.get(product, region).reapplyAfter();
        Instant now = now();
        profile.applications()
                .waitBegin(product)
                .map(begin -> begin.plus(wait))
                .filter(now::isBefore)
                .ifPresent(end -> {
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_REAPPLY_TOO_EARLY,
                            "now: " + now,
                            "from " + end + " on");
                });
    }

    private List<Criterion> criteria(DriverId driverId, Product product, String region) {
        return eligibility.of(driverId, product, region).require().criteria();
    }

    /** Answers what an operator asked, once. Refused: APPLICATION_NOT_FOUND, if it is another driver's; APPLICATION_CLOSED. */
    public ShownApplication supplement(
            String requestId, Application.Id id, DriverId driverId, String text) {
        requireOwn(id, driverId);
        return change(
                id,
                RequestCause.of("supplement", requestId, id.number(), text),
                (profile, application, version) -> {
                    require(
                            application,
                            application.state() == State.INFORMATION_REQUIRED,
                            "an application that waits for an answer");
                    return with(
                            profile,
                            application,
                            step(Action.SUPPLEMENTED, requestId, driverId.value(), text),
                            version);
                });
    }

    /** Takes an application back, once. Refused: APPLICATION_NOT_FOUND, if it is another driver's; APPLICATION_CLOSED. */
    public ShownApplication withdraw(String requestId, Application.Id id, DriverId driverId) {
        requireOwn(id, driverId);
        return change(
                id,
                RequestCause.of("withdraw", requestId, id.number()),
                (profile, application, version) -> {
                    requireOpen(application);
                    return with(
                            profile,
                            application,
                            step(Action.WITHDRAWN, requestId, driverId.value(), ""),
                            version);
                });
    }

    private static void requireOwn(Application.Id id, DriverId driverId) {
        if (!id.driverId().equals(driverId)) {
            throw id.notFound();
        }
    }

    /** Decides, once; of several decisions the first counts. An approval makes the driver a member in the same change. */
    public ShownApplication review(Review review) {
        return change(
                review.applicationId(),
                RequestCause.of(
                        "review",
                        review.requestId(),
                        review.applicationId().number(),
                        review.decision(),
                        review.text(),
                        review.actor()),
                (profile, application, version) -> {
                    requireOpen(application);
                    return decided(profile, application, review, version);
                });
    }

    private Optional<Change<Profile>> decided(
            Profile profile, Application application, Review review, long version) {
        return switch (review.decision()) {
            case REJECT, ASK ->
                    with(
                            profile,
                            application,
                            step(
                                    review.action(),
                                    review.requestId(),
                                    review.actor(),
                                    review.text()),
                            version);
            case APPROVE -> {
                Step approved =
                        step(
                                review.action(),
                                review.requestId(),
                                review.actor(),
                                review.text(),
                                criteria(
                                        profile.driverId(),
                                        application.product(),
                                        application.region()));
                Profile member = profile.joined(application.product(), application.region());
                yield with(member, application, approved, version);
            }
        };
    }

    private static void requireOpen(Application application) {
        require(application, application.isOpen(), "an application that waits");
    }

    private static void require(Application application, boolean condition, String expected) {
        if (!condition) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_APPLICATION_CLOSED,
                    "the application is " + application.state() + " since " + application.since(),
                    expected);
        }
    }

    /** Ends a membership, once; a shift that goes on ends after its drive. Refused: DRIVER_NOT_FOUND, NOT_A_MEMBER. */
    public Profile leave(String requestId, DriverId driverId, Product product, String text) {
        return profiles.change(
                        driverId.value(),
                        RequestCause.of("leave", requestId, product, text),
                        (current, version) -> {
                            Profile profile =
                                    current.orElseThrow(() -> ProfileService.notFound(driverId));
                            String region = profile.membership(product).region();
                            Step left = step(Action.LEFT, requestId, driverId.value(), text);
                            return change(
                                    profile.without(product),
                                    profile.applications().ended(product, region, left),
                                    version);
                        })
                .value();
    }

    /** Ends what the driver has not answered since a time. Whoever answers in the meantime is faster. */
    void expire(Profile found, Instant since) {
        found.applications().all().stream()
                .filter(application -> unanswered(application, since))
                .forEach(application ->
                        profiles.react(
                                found.driverId().value(),
                                "",
                                (current, version) ->
                                        current.flatMap(profile ->
                                                expired(
                                                        profile,
                                                        application.number(),
                                                        since,
                                                        version))));
    }

    private Optional<Change<Profile>> expired(
            Profile profile, int number, Instant since, long version) {
        return profile.applications()
                .find(number)
                .filter(application -> unanswered(application, since))
                .flatMap(application ->
                        with(profile, application, step(Action.EXPIRED, "", "", ""), version));
    }

    private static boolean unanswered(Application application, Instant since) {
        return application.state() == State.INFORMATION_REQUIRED
                && !application.since().isAfter(since);
    }

    /** Refused: APPLICATION_NOT_FOUND. */
    public ShownApplication get(Application.Id id) {
        return profiles.find(id.driverId().value())
                .map(Versioned::value)
                .map(profile -> shown(profile, id))
                .orElseThrow(id::notFound);
    }

    /** All of a driver, newest first; none if there is no such driver. */
    public Page of(DriverId driverId) {
        List<ShownApplication> found =
                profiles.find(driverId.value()).map(Versioned::value).stream()
                        .flatMap(profile ->
                                profile.applications().all().reversed().stream()
                                        .map(each -> shown(profile, each)))
                        .toList();
        return new Page(found, "");
    }

    /** Those that wait for a review, the one that waits longest first. */
    public Page waitForReview(String token, int size) {
        ListPage<Profile> page =
                ListPage.of(
                        repository.waitForReview(ApplicationKey.read(token), size + 1),
                        size,
                        profile -> ApplicationKey.of(profile).token());
        return new Page(
                page.items().stream()
                        .flatMap(profile ->
                                profile.applications().all().stream()
                                        .filter(each -> each.state() == State.SUBMITTED)
                                        .map(each -> shown(profile, each)))
                        .toList(),
                page.nextToken());
    }

    private ShownApplication change(Application.Id id, String cause, ApplicationChange decision) {
        Profile changed =
                profiles.change(
                                id.driverId().value(),
                                cause,
                                (current, version) -> {
                                    Profile profile = current.orElseThrow(id::notFound);
                                    return decision.decide(
                                            profile, application(profile, id), version);
                                })
                        .value();
        return shown(changed, id);
    }

    private static Optional<Change<Profile>> with(
            Profile profile, Application application, Step step, long version) {
        return change(profile, application.with(step), version);
    }

    private static Optional<Change<Profile>> change(
            Profile profile, Application changed, long version) {
        Profile next = profile.with(changed, version);
        return Optional.of(Change.to(next, DriverMessages.put(next, changed)));
    }

    private ShownApplication changedBy(Profile profile, Action action, String requestId) {
        return profile.applications()
                .changedBy(action, requestId)
                .map(application -> shown(profile, application))
                .orElseThrow();
    }

    private ShownApplication shown(Profile profile, Application.Id id) {
        return shown(profile, application(profile, id));
    }

    private ShownApplication shown(Profile profile, Application application) {
        return ShownApplication.of(profile, application, now());
    }

    private static Application application(Profile profile, Application.Id id) {
        return profile.applications().find(id.number()).orElseThrow(id::notFound);
    }

    private static Application.Id id(Profile profile, Application application) {
        return new Application.Id(profile.driverId(), application.number());
    }

    private Step step(Action action, String requestId, String actor, String text) {
        return step(action, requestId, actor, text, List.of());
    }

    private Step step(
            Action action, String requestId, String actor, String text, List<Criterion> criteria) {
        return new Step(action, requestId, actor, text, now(), criteria);
    }

    /** As it is stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What a request makes of an application. */
    private interface ApplicationChange {

        Optional<Change<Profile>> decide(Profile profile, Application application, long version);
    }

    /** Some of many; the token is empty on the last page. */
    public record Page(List<ShownApplication> applications, String nextToken) {

        public Page {
            applications = List.copyOf(applications);
        }
    }
}
