package dev.supporters.local;

import dev.supporters.local.options.LocalOptions;
import dev.supporters.oracle.IncidentPeriod;
import dev.supporters.oracle.InsightSection;
import dev.supporters.oracle.NightHistory;
import dev.supporters.oracle.NightHistoryReader;
import dev.supporters.oracle.NightHistoryReader.Excluded;
import dev.supporters.oracle.NightReport;
import dev.supporters.oracle.RolloutSection;
import dev.supporters.oracle.RunConditions;
import dev.supporters.oracle.SeenCalls;
import dev.supporters.oracle.SettlementSection;
import dev.supporters.player.BusinessDateCloser;
import dev.supporters.player.BusinessDateFigures;
import dev.supporters.player.GroupApplicant;
import dev.supporters.player.InsightFigures;
import dev.supporters.player.InsightFiguresReader;
import dev.supporters.player.NightClock;
import dev.supporters.player.NightOutcome;
import dev.supporters.player.NightPlayer;
import dev.supporters.player.NightSeed;
import dev.supporters.player.NightSetup;
import dev.supporters.player.PolicyRollout;
import dev.supporters.player.PollingIntervals;
import dev.supporters.player.Rehearsal;
import dev.supporters.player.RolloutFigures;
import dev.supporters.player.WaitFiguresReader;
import dev.supporters.simulation.Night;
import dev.supporters.simulation.Population;
import dev.supporters.stand.ServiceClients;
import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.Stand;
import dev.supporters.stand.StandFolder;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A night on a stand that is ready: seeded, rehearsed, played, reported. */
final class NightRun {

    private static final int ROLLOUTS = 5;
    private static final Duration LONGEST_ROLLOUT = Duration.ofSeconds(10);

    private final LocalOptions options;
    private final Night night;
    private final Stand stand;
    private final StandFolder folder;
    private final Console console;
    private final Population people;
    private final NightProgressReporter reporter;

    NightRun(
            LocalOptions options,
            Night night,
            NightProgressLine line,
            Stand stand,
            StandFolder folder,
            Console console) {
        this.options = options;
        this.night = night;
        this.stand = stand;
        this.folder = folder;
        this.console = console;
        people =
                Population.of(
                        night,
                        RequestedNight.parameters(options),
                        options.seed(),
                        options.supporters(),
                        options.commission());
        reporter = new NightProgressReporter(line, console);
    }

    /** In a continued night the demo's day may be over, and the store has it. */
    void seed(boolean continued) {
        try (ServiceClients services = new ServiceClients(stand)) {
            NightSeed seed =
                    new NightSeed(
                            services.policies(),
                            services.drivers(),
                            options.moves(),
                            options.activeZones());
            SeedStep.put(
                    "the night's policy and drivers",
                    () ->
                            seed.put(
                                    night,
                                    people,
                                    GroupApplicant.of(
                                            people,
                                            RequestedNight.parameters(options),
                                            options.seed()),
                                    intervals()));
            SeedStep.put(
                    "the rehearsal's policy and drivers",
                    () -> seed.putRehearsal(night, intervals()));
            if (!continued) {
                DemoData demo = new DemoData(services, stand.brokers());
                SeedStep.put("the demo's data", () -> demo.put(stand.clock().instant()));
            }
        }
    }

    void rehearse() throws InterruptedException {
        console.say(
                "Rehearsing for "
                        + options.rehearsal().toSeconds()
                        + " s at most, so that the night meets warm processes; then playing "
                        + description());
        folder.rehearsed(Rehearsal.play(setup(), options.rehearsal()));
    }

    /**
     * Plays it.
     *
     * @param rehearsed whether a rehearsal has said what is played
     * @param begun called when the night's clock runs
     */
    NightOutcome play(boolean rehearsed, Runnable begun) {
        if (!rehearsed) {
            console.say("Playing " + description());
        }
        NightOutcome outcome =
                NightPlayer.play(
                        setup(),
                        () -> {
                            stand.startClock();
                            begun.run();
                        });
        reporter.end();
        return outcome;
    }

    /**
     * Reads what happened, and judges it.
     *
     * @param outages when a call could not be handed over to general dispatch
     */
    NightReport report(
            NightOutcome outcome, Optional<IncidentPeriod> incident, List<IncidentPeriod> outages)
            throws InterruptedException {
        console.show("  reading what happened");
        NightHistoryReader reader =
                new NightHistoryReader(
                        stand.brokers(),
                        URI.create(stand.url(ServiceSpec.LEGACY)),
                        stand.secrets().legacyToken(),
                        "127.0.0.1",
                        stand.ports().of(ServiceSpec.SETTLEMENT),
                        stand.ports().of(ServiceSpec.CALL),
                        stand.secrets().serviceToken(),
                        URI.create(stand.url(ServiceSpec.GATEWAY)),
                        stand.issuer().mint("night", "operator"));
        reader.awaitHandled();
        console.show("  waiting until the business date is closed");
        BusinessDateFigures closed = new BusinessDateCloser(setup()).close();
        console.show("  reading what happened");
        int restarts = stand.restarts().values().stream().mapToInt(Integer::intValue).sum();
        Set<String> calls = new HashSet<>(folder.rehearsed());
        calls.add(DemoData.CALL_ID);
        Set<String> drivers = new HashSet<>(Rehearsal.supporters());
        drivers.add(DemoData.DRIVER_ID);
        Excluded excluded = new Excluded(calls, Rehearsal.customers(), drivers);
        RunConditions conditions =
                new RunConditions(
                        options.rate(), outages, new WaitFiguresReader(setup(), metrics()).read());
        NightHistory history = reader.read(outcome, restarts, excluded, conditions);
        console.show("  waiting until insight has counted it");
        SeenCalls seen = SeenCalls.of(history, night.windowBegin(), night.windowEnd());
        InsightFigures insight = new InsightFiguresReader(setup()).read(seen.requested());
        NightReport report =
                NightReport.of(
                        history,
                        SimulatedComparison.of(options, night),
                        incident,
                        List.of(
                                new SettlementSection(closed, night.windowEnd()),
                                new InsightSection(insight, seen),
                                new RolloutSection(rollout())));
        console.endLiveLine();
        return report;
    }

    /** When all is counted: what is put then is in no figure of the night. */
    private RolloutFigures rollout() throws InterruptedException {
        Map<String, URI> first = new HashMap<>();
        metrics().forEach((service, all) -> first.put(service, all.getFirst()));
        return new PolicyRollout(setup(), first, LONGEST_ROLLOUT).measure(ROLLOUTS);
    }

    /** Of each process, the first of a service first: it is the one that serves. */
    private Map<String, List<URI>> metrics() {
        Map<String, List<URI>> metrics = new HashMap<>();
        stand.urls()
                .forEach((service, urls) -> {
                    if (!service.equals(ServiceSpec.LEGACY.name())) {
                        metrics.put(
                                service,
                                urls.stream().map(url -> URI.create(url + "/q/metrics")).toList());
                    }
                });
        return metrics;
    }

    private String description() {
        return night.name()
                + ": "
                + night.calls().size()
                + " calls, "
                + options.supporters()
                + " supporters, "
                + options.commission()
                + " commission drivers, at rate "
                + options.rate()
                + ".";
    }

    private NightSetup setup() {
        return new NightSetup(
                night,
                RequestedNight.parameters(options),
                options.seed(),
                people,
                NightClock.of(stand.clock()),
                intervals(),
                URI.create(stand.url(ServiceSpec.GATEWAY)),
                URI.create(stand.url(ServiceSpec.LEGACY)),
                stand.secrets().legacyToken(),
                stand.issuer()::mint,
                reporter::report);
    }

    private PollingIntervals intervals() {
        return new PollingIntervals(options.rate(), options.supporters(), options.commission());
    }
}
