package dev.supporters.policy.experiment;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.ListPage;
import dev.supporters.policy.revision.PolicyHistoryRepository;
import dev.supporters.policy.revision.PolicyRepository;
import dev.supporters.policy.revision.PolicyRevision;
import dev.supporters.proto.common.v1.ErrorReason;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Puts, lists and stops experiments. It applies none: routing does, from what it is told. */
@ApplicationScoped
public class ExperimentService {

    private static final Duration LONGEST_AHEAD = Duration.ofDays(366);

    private final ExperimentRepository experiments;
    private final PolicyRepository policies;
    private final PolicyHistoryRepository history;
    private final Clock clock;

    ExperimentService(
            ExperimentRepository experiments,
            PolicyRepository policies,
            PolicyHistoryRepository history,
            Clock clock) {
        this.experiments = experiments;
        this.policies = policies;
        this.history = history;
        this.clock = clock;
    }

    /** Refused: POLICY_NOT_FOUND, INVALID_ARGUMENT, VERSION_CONFLICT, REQUEST_ID_REUSED. */
    public RegionExperiments put(ExperimentUpdate update) {
        return experiments
                .react(
                        update.key(),
                        update.cause(),
                        (current, version) -> Optional.of(with(update, current, version)))
                .orElseThrow(() ->
                        new IllegalStateException("no experiment after a put of " + update.key()));
    }

    /** An experiment that was stopped before stays as it was. Refused: EXPERIMENT_NOT_FOUND, REQUEST_ID_REUSED. */
    public RegionExperiments stop(ExperimentStopRequest request) {
        return experiments
                .react(
                        request.key(),
                        request.cause(),
                        (current, version) -> stopped(request, current, version))
                .orElseThrow(() -> RegionExperiments.notFound(request.key(), request.name()));
    }

    /** By product and region, after the given token. */
    public Page list(String token, int size) {
        ListPage<RegionExperiments> page =
                ListPage.of(experiments.after(token, size + 1), size, region -> region.key().id());
        return new Page(page.items(), page.nextToken());
    }

    private Change<RegionExperiments> with(
            ExperimentUpdate update, Optional<RegionExperiments> current, long version) {
        requireExpected(update.expectedVersion(), version - 1);
        Instant now = now();
        PolicyRevision control = control(update);
        PolicyRevision treatment = treatment(update, control);
        ComparableTerms.require(control, treatment);
        requireAhead(update, control, now);
        Experiment experiment =
                new Experiment(
                        update.plan(),
                        update.control(),
                        update.treatment(),
                        update.nights(),
                        update.reason(),
                        update.actor(),
                        now,
                        Optional.empty());
        RegionExperiments all = current.orElseGet(() -> RegionExperiments.none(update.key()));
        return Change.to(
                all.with(experiment, control.terms().window(), version),
                ExperimentEvents.put(update.key(), experiment, control, treatment));
    }

    private Optional<Change<RegionExperiments>> stopped(
            ExperimentStopRequest request, Optional<RegionExperiments> current, long version) {
        Experiment.Stop by = new Experiment.Stop(now(), request.actor(), request.reason());
        return current.flatMap(all -> all.stopped(request.name(), by, version))
                .map(all ->
                        Change.to(
                                all,
                                ExperimentEvents.stopped(
                                        request.key(), all.find(request.name()).orElseThrow())));
    }

    private static void requireExpected(long expected, long found) {
        if (expected != ExperimentUpdate.ANY_VERSION && expected != found) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_VERSION_CONFLICT,
                    "expected_version: " + expected,
                    "the present version " + found);
        }
    }

    /** The newest version, if it lets calls go to supporters and is in force when the first night begins. */
    private PolicyRevision control(ExperimentUpdate update) {
        PolicyRevision newest =
                policies.find(update.key())
                        .orElseThrow(() ->
                                new Refusal(
                                        ErrorReason.ERROR_REASON_POLICY_NOT_FOUND,
                                        update.key().id(),
                                        "a policy that was put"));
        if (newest.version() != update.control()) {
            throw Refusal.invalid(
                    "control_version",
                    update.control(),
                    newest.version() + ", the newest version of the policy");
        }
        if (newest.terms().rolloutPercent() == 0) {
            throw Refusal.invalid(
                    "control_version",
                    update.control() + ", of which rollout_percent is 0",
                    "a version that lets calls go to supporters");
        }
        Instant begin = newest.terms().window().of(update.plan().firstDate()).begin();
        newest.effectiveTime()
                .filter(begin::isBefore)
                .ifPresent(from -> {
                    throw Refusal.invalid(
                            "control_version",
                            update.control() + ", which is in force from " + from + " on",
                            "a version that is in force when the first night begins, " + begin);
                });
        return newest;
    }

    private PolicyRevision treatment(ExperimentUpdate update, PolicyRevision control) {
        return history.before(update.key(), update.treatment() + 1, 1).stream()
                .filter(found -> found.version() == update.treatment())
                .findFirst()
                .orElseThrow(() ->
                        Refusal.invalid(
                                "treatment_version",
                                update.treatment(),
                                "a version before " + control.version()));
    }

    /** A night that has begun already would have calls of one version only. */
    private static void requireAhead(ExperimentUpdate update, PolicyRevision control, Instant now) {
        Instant begin = control.terms().window().of(update.plan().firstDate()).begin();
        if (!begin.isAfter(now) || begin.isAfter(now.plus(LONGEST_AHEAD))) {
            throw Refusal.invalid(
                    "first_date",
                    update.plan().firstDate(),
                    "a night that begins after " + now + ", within a year");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Some of many.
     *
     * @param nextToken asks for those that follow; empty on the last page
     */
    public record Page(List<RegionExperiments> regions, String nextToken) {

        public Page {
            regions = List.copyOf(regions);
        }
    }
}
