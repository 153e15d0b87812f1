package dev.supporters.policy.revision;

import dev.supporters.contract.PolicyVersions;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.ListPage;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.policy.v1.Policy;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts and reads policies. One document contains the newest version of each policy. What it replaces is copied to the history first,
 * so that the two together are the whole history at every moment.
 */
@ApplicationScoped
public class PolicyService {

    /** Each event contains those that wait. */
    private static final int MOST_WAITING = 10;

    private static final int READ_AT_ONCE = 50;

    private final PolicyRepository policies;
    private final PolicyHistoryRepository history;
    private final Clock clock;

    PolicyService(PolicyRepository policies, PolicyHistoryRepository history, Clock clock) {
        this.policies = policies;
        this.history = history;
        this.clock = clock;
    }

    public PolicyRevision get(PolicyKey key) {
        return policies.find(key).orElseThrow(() -> notFound(key));
    }

    /** One of the versions that were put. */
    public PolicyRevision version(PolicyKey key, long version) {
        long newest = get(key).version();
        return Optional.of(version)
                .filter(asked -> asked >= 1 && asked <= newest)
                .flatMap(asked -> history(key, asked + 1, 1).revisions().stream().findFirst())
                .filter(found -> found.version() == version)
                .orElseThrow(() ->
                        new Refusal(
                                ErrorReason.ERROR_REASON_POLICY_NOT_FOUND,
                                key.id() + "@" + version,
                                "a version from 1 to " + newest));
    }

    /** The newest versions by product and region, after the given token. */
    public Page list(String token, int size) {
        return page(policies.after(token, size + 1), size, last -> last.key().id());
    }

    /** A request that comes again is answered with the version that it made. */
    public PolicyRevision put(PolicyUpdate update) {
        Versioned<PolicyRevision> put =
                policies.change(
                        update.key(),
                        RequestCause.withoutBody(update.requestId()),
                        (current, version) -> Optional.of(replace(update, current, version)));
        if (!put.repeated()) {
            return put.value();
        }
        PolicyRevision made =
                put.value().requestId().equals(update.requestId())
                        ? put.value()
                        : history.findByRequest(update.key(), update.requestId())
                                .orElse(put.value());
        if (!update.made(made)) {
            throw RequestCause.reused(
                    update.requestId(), "the contents of version " + made.version());
        }
        return made;
    }

    /** The version that an update would make, refused as it would be. Nothing is stored. */
    public PolicyRevision check(PolicyUpdate update) {
        Optional<PolicyRevision> current = policies.find(update.key());
        long next = current.map(PolicyRevision::version).orElse(0L) + 1;
        Instant now = now();
        PolicyRevision revision = next(update, current, next, now);
        requireFewWaiting(counting(revision, current, now), now);
        return revision;
    }

    /** Versions below the given one, newest first. */
    public Page history(PolicyKey key, long below, int size) {
        Optional<PolicyRevision> current = policies.find(key);
        long replaced = Math.min(below, current.map(PolicyRevision::version).orElse(0L));
        List<PolicyRevision> found = new ArrayList<>();
        current.filter(revision -> revision.version() < below).ifPresent(found::add);
        found.addAll(history.before(key, replaced, size + 1));
        return page(found, size, last -> Long.toString(last.version()));
    }

    private Change<PolicyRevision> replace(
            PolicyUpdate update, Optional<PolicyRevision> current, long version) {
        Instant now = now();
        PolicyRevision next = next(update, current, version, now);
        current.ifPresent(history::add);
        PolicyVersions counting = counting(next, current, now);
        requireFewWaiting(counting, now);
        return Change.to(next, PolicyEvents.put(next.key(), counting.put(now)));
    }

    private static PolicyRevision next(
            PolicyUpdate update, Optional<PolicyRevision> current, long version, Instant now) {
        long found = current.map(PolicyRevision::version).orElse(0L);
        if (!update.replaces(found)) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_VERSION_CONFLICT,
                    "expected_version: " + update.expectedVersion(),
                    String.valueOf(found));
        }
        update.requireNotInThePast(now);
        return new PolicyRevision(
                update.key(),
                version,
                update.terms(),
                update.effectiveTime(),
                now,
                update.actor(),
                update.reason(),
                update.requestId());
    }

    private static void requireFewWaiting(PolicyVersions counting, Instant now) {
        if (counting.waiting(now) > MOST_WAITING) {
            throw Refusal.invalid(
                    "effective_time",
                    counting.waiting(now) + " versions that come into force later",
                    "at most " + MOST_WAITING);
        }
    }

    /** The store keeps milliseconds: the event and each later answer say the same time. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The next version, and those before it that still count. */
    private PolicyVersions counting(
            PolicyRevision next, Optional<PolicyRevision> current, Instant now) {
        List<Policy> newestFirst = new ArrayList<>(List.of(PolicyMessages.told(next)));
        if (current.isPresent()) {
            Policy policy = PolicyMessages.told(current.get());
            newestFirst.add(policy);
            if (PolicyVersions.replacesAllBefore(policy, now)) {
                return PolicyVersions.of(newestFirst);
            }
        }
        long below = current.map(PolicyRevision::version).orElse(0L);
        List<PolicyRevision> before = history.before(next.key(), below, READ_AT_ONCE);
        while (!before.isEmpty()) {
            for (PolicyRevision revision : before) {
                Policy policy = PolicyMessages.told(revision);
                newestFirst.add(policy);
                if (PolicyVersions.replacesAllBefore(policy, now)) {
                    return PolicyVersions.of(newestFirst);
                }
            }
            before = history.before(next.key(), before.getLast().version(), READ_AT_ONCE);
        }
        return PolicyVersions.of(newestFirst);
    }

    private static Page page(
            List<PolicyRevision> found, int size, Function<PolicyRevision, String> token) {
        ListPage<PolicyRevision> page = ListPage.of(found, size, token);
        return new Page(page.items(), page.nextToken());
    }

    private static Refusal notFound(PolicyKey key) {
        return new Refusal(
                ErrorReason.ERROR_REASON_POLICY_NOT_FOUND, key.id(), "a policy that was put");
    }

    /**
     * Some of many.
     *
     * @param nextToken asks for those that follow; empty on the last page
     */
    public record Page(List<PolicyRevision> revisions, String nextToken) {

        public Page {
            revisions = List.copyOf(revisions);
        }
    }
}
