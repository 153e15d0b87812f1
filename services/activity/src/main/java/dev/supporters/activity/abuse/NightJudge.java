package dev.supporters.activity.abuse;

import dev.supporters.activity.ActivityConfig;
import dev.supporters.contract.AbusePolicy;
import dev.supporters.contract.PoliciesInForce;
import dev.supporters.contract.PolicyVersions.InForce;
import dev.supporters.contract.WorkWindow;
import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.dispatch.abuse.AbuseDetector;
import dev.supporters.dispatch.abuse.AbuseSignal;
import dev.supporters.dispatch.abuse.DriverNight;
import dev.supporters.proto.events.policy.v1.PolicyPut;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Judges each night once, some time after its window has closed, and stores the signals. Several processes come to the same. */
@ApplicationScoped
public class NightJudge {

    private static final Logger LOG = Logger.getLogger(NightJudge.class);

    private final CollectedFacts facts;
    private final SignalRepository signals;
    private final AbuseMetrics metrics;
    private final Clock clock;
    private final ActivityConfig config;
    private final PoliciesInForce<Terms> policies;

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
        policies = new PoliciesInForce<>(Terms::of, clock);
    }

    private record Terms(AbusePolicy abuse, WorkWindow window, long version) {

        static Terms of(InForce inForce) {
            return new Terms(
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
        facts.nights()
                .forEach(night ->
                        policies.find(night.product(), night.region())
                                .ifPresent(terms -> look(night, terms)));
    }

    private void look(NightKey night, Terms terms) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        OpenWindow window = terms.window().of(night.businessDate());
        if (window.end().plus(config.abuse().settle()).isAfter(now)) {
            return;
        }
        if (!signals.isJudged(night)) {
            judge(night, terms, window, now);
        }
        facts.forget(night);
    }

    private void judge(NightKey night, Terms terms, OpenWindow window, Instant now) {
        List<DriverNight> drivers = facts.drivers(night, now);
        AbuseDetector detector =
                new AbuseDetector(
                        terms.abuse(),
                        facts.calls(night, window.begin(), window.end()),
                        window.begin());
        List<AbuseSignal> found = detector.detect(drivers);
        for (AbuseSignal signal : found) {
            signals.add(new Signal(night, signal, terms.version(), now, List.of()));
            metrics.found(signal.kind());
        }
        signals.add(new JudgedNight(night, drivers.size(), found.size(), now));
        LOG.infof(
                "night judged night=%s drivers=%d signals=%d", night, drivers.size(), found.size());
    }
}
