package dev.supporters.activity.abuse;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import dev.supporters.activity.ActivityConfig;
import dev.supporters.contract.AbusePolicy;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.PoliciesInForce;
import dev.supporters.contract.PolicyVersions.InForce;
import dev.supporters.contract.WorkWindow;
import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.dispatch.abuse.AbuseDetector;
import dev.supporters.dispatch.abuse.AbuseKind;
import dev.supporters.dispatch.abuse.AbuseSignal;
import dev.supporters.dispatch.abuse.DriverNight;
import dev.supporters.dispatch.abuse.NightSummary;
import dev.supporters.dispatch.abuse.SeveralNights;
import dev.supporters.proto.events.policy.v1.PolicyPut;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges each night once, some time after its window has closed, alone and together with the nights before it, and stores the signals.
 * Several processes come to the same.
 */
@ApplicationScoped
public class NightJudge {

    private static final Logger LOG = Logger.getLogger(NightJudge.class);

    private final CollectedFacts facts;
    private final SignalRepository signals;
    private final AbuseMetrics metrics;
    private final Clock clock;
    private final ActivityConfig config;
    private final PoliciesInForce<JudgingPolicy> policies;

    NightJudge(
            CollectedFacts facts,
            SignalRepository signals,
            AbuseMetrics metrics,
            Clock clock,
            ActivityConfig config) {
        this.facts = facts;
        this.signals = signals;
        this.metrics = metrics;
        this.clock = clock;
        this.config = config;
        policies = new PoliciesInForce<>(JudgingPolicy::of, clock);
    }

    private record JudgingPolicy(AbusePolicy abuse, WorkWindow window, long version) {

        static JudgingPolicy of(InForce inForce) {
            return new JudgingPolicy(
                    AbusePolicy.of(inForce.policy()),
                    WorkWindow.of(inForce.policy()),
                    inForce.current().policy().getVersion());
        }
    }

    /** An older version than the known one changes nothing. */
    public void put(PolicyPut put) {
        policies.put(put);
    }

    /** Looks whether a night is over. One whose policy is not known waits until it is older than what is read at a start. */
    public void look() {
        Instant oldest = clock.instant().minus(config.abuse().history());
        facts.forgetBefore(LocalDate.ofInstant(oldest, ZoneOffset.UTC).minusDays(1), oldest);
        facts.nights().stream()
                .sorted(comparing(NightKey::businessDate).thenComparing(NightKey::id))
                .forEach(night ->
                        policies.find(night.product(), night.region())
                                .ifPresent(policy -> look(night, policy)));
    }

    private void look(NightKey night, JudgingPolicy policy) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        OpenWindow window = policy.window().of(night.businessDate());
        if (window.end().plus(config.abuse().settle()).isAfter(now)) {
            return;
        }
        if (!signals.isJudged(night)) {
            judge(night, policy, window, now);
        }
        facts.forget(night);
    }

    private void judge(NightKey night, JudgingPolicy policy, OpenWindow window, Instant now) {
        List<DriverNight> drivers = facts.drivers(night, now);
        AbuseDetector detector =
                new AbuseDetector(
                        policy.abuse(),
                        facts.calls(night, window.begin(), window.end()),
                        window.begin());
        AbuseDetector.Judgement judgement = detector.judge(drivers);
        List<AbuseSignal> found = new ArrayList<>(judgement.signals());
        List<DriverNightSummary> summaries = withNightsBefore(night, policy, judgement, now, found);
        for (AbuseSignal signal : found) {
            signals.add(new Signal(night, signal, policy.version(), now, List.of()));
            metrics.found(signal.kind());
        }
        summaries.forEach(signals::add);
        signals.add(new JudgedNight(night, drivers.size(), found.size(), now));
        LOG.infof(
                "night judged night=%s drivers=%d signals=%d", night, drivers.size(), found.size());
    }

    /** Adds the signals that nights are only together with those before; says what remains of the night. */
    private List<DriverNightSummary> withNightsBefore(
            NightKey night,
            JudgingPolicy policy,
            AbuseDetector.Judgement judgement,
            Instant now,
            List<AbuseSignal> found) {
        SeveralNights severalNights = new SeveralNights(policy.abuse());
        Map<DriverId, Set<AbuseKind>> signalled =
                judgement.signals().stream()
                        .collect(
                                groupingBy(
                                        AbuseSignal::driverId,
                                        mapping(AbuseSignal::kind, toSet())));
        Map<DriverId, List<SeveralNights.SummarizedNight>> before =
                before(night, severalNights, judgement.summaries());
        List<DriverNightSummary> summaries = new ArrayList<>();
        for (NightSummary summary : judgement.summaries()) {
            DriverId driver = summary.driverId();
            Set<AbuseKind> alone = signalled.getOrDefault(driver, Set.of());
            List<AbuseSignal> together =
                    severalNights.detect(
                            new SeveralNights.SummarizedNight(night.businessDate(), summary, alone),
                            before.getOrDefault(driver, List.of()));
            found.addAll(together);
            Set<AbuseKind> all = new HashSet<>(alone);
            together.forEach(signal -> all.add(signal.kind()));
            summaries.add(new DriverNightSummary(night, summary, all, now));
        }
        return summaries;
    }

    private Map<DriverId, List<SeveralNights.SummarizedNight>> before(
            NightKey night, SeveralNights severalNights, List<NightSummary> summaries) {
        List<DriverId> drivers = summaries.stream().map(NightSummary::driverId).toList();
        LocalDate last = night.businessDate();
        return severalNights
                .first(last)
                .datesUntil(last)
                .map(date -> new NightKey(night.product(), night.region(), date))
                .flatMap(key -> signals.summaries(key, drivers).stream())
                .collect(
                        groupingBy(
                                summary -> summary.summary().driverId(),
                                mapping(DriverNightSummary::asNight, toList())));
    }
}
