package dev.supporters.local;

import dev.supporters.dispatch.forecast.DemandHistoryFile;
import dev.supporters.embedded.GraphiqlSignIn;
import dev.supporters.local.options.LocalOptions;
import dev.supporters.oracle.NightReport;
import dev.supporters.player.NightOutcome;
import dev.supporters.simulation.Night;
import dev.supporters.stand.JvmProfile;
import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.Stand;
import dev.supporters.stand.StandConfig;
import dev.supporters.stand.StandFolder;
import dev.supporters.stand.StandPorts;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** One run of the stand, from the first line to the exit status. */
public final class LocalRun {

    public static final int CLEAN = 0;
    static final int VIOLATED = 1;
    static final int CANNOT_START = 3;

    private static final String HISTORY_VARIABLE = "SUPPORTERS_MLGATEWAY_FORECAST_HISTORY";
    private static final String ZONE_HISTORY_VARIABLE = "SUPPORTERS_ZONE_REFRESH_HISTORY";

    /** The stand ends soon after the window: who is to see the night's signals of abuse cannot wait for two hours. */
    private static final Map<String, String> SIGNAL_VARIABLES =
            Map.of("SUPPORTERS_ACTIVITY_ABUSE_SETTLE", "PT10M");

    private static final Duration BEFORE_THE_NIGHT = Duration.ofMinutes(5);
    private static final Duration AFTER_THE_NIGHT = Duration.ofHours(2);

    private final LocalOptions options;
    private final Console console;
    private final Interference interference;
    private final Night night;
    private final Instant begin;
    private final NightProgressLine progressLine;
    private final StandFolder folder;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean playing;
    private volatile boolean stopping;

    public LocalRun(LocalOptions options, Console console) {
        this(options, console, incident(options, console));
    }

    private static Interference incident(LocalOptions options, Console console) {
        return switch (options.incident()) {
            case NONE -> Interference.NONE;
            case LAUNCH_NIGHT_2019 -> new LaunchNightIncident(console::say);
        };
    }

    /** A night that is interfered with. */
    public LocalRun(LocalOptions options, Console console, Interference interference) {
        this.options = options;
        this.console = console;
        this.interference = interference;
        Night whole = RequestedNight.of(options, console::say);
        begin = interference.from(whole);
        night = whole.from(begin);
        progressLine = new NightProgressLine(night.zone(), begin, night.end());
        folder =
                new StandFolder(
                        options.root()
                                .resolve(
                                        "target/stand"
                                                + (options.freePorts()
                                                        ? "-" + options.seed()
                                                        : "")));
    }

    /**
     * Starts all services once, rehearses and ends them, so that their JVMs leave behind what later ones start from; does nothing if
     * that is there.
     */
    public void record() throws InterruptedException {
        StandPorts ports = options.freePorts() ? StandPorts.free() : StandPorts.usual();
        StandConfig config = config(ports, begin.minus(BEFORE_THE_NIGHT), JvmProfile.RECORDING);
        if (config.recorded() || config.unbuilt().isPresent()) {
            return;
        }
        folder.clear();
        try (Stand stand = new Stand(config, this::sayReady)) {
            stand.endLeftovers();
            start(stand);
            NightRun run = new NightRun(options, night, progressLine, stand, folder, console);
            run.seed(false);
            run.rehearse();
            console.say("Writing what the services' next starts need.");
        }
    }

    public int play() {
        StandPorts ports = options.freePorts() ? StandPorts.free() : StandPorts.usual();
        Optional<Instant> stoppedAt = stoppedAt();
        Instant origin = stoppedAt.orElse(begin.minus(BEFORE_THE_NIGHT));
        StandConfig config =
                interference.prepare(
                        config(ports, origin, JvmProfile.SOON_WARM)
                                .with(ServiceSpec.MLGATEWAY, forecastVariables())
                                .with(ServiceSpec.MLGATEWAY, RankingVariables.of(options))
                                .with(ServiceSpec.ZONE, zoneVariables())
                                .with(ServiceSpec.named("activity"), SIGNAL_VARIABLES));
        Stand stand = new Stand(config, this::sayReady);
        stand.endLeftovers();
        List<String> taken = ports.taken(config.services(), config.spans());
        Optional<String> unbuilt = config.unbuilt();
        if (!taken.isEmpty() || unbuilt.isPresent()) {
            List<String> problems = Stream.concat(taken.stream(), unbuilt.stream()).toList();
            problems.forEach(console::say);
            interference.failed(String.join("; ", problems));
            return CANNOT_START;
        }
        Thread atEnd = new Thread(() -> stop(stand), "stop");
        Runtime.getRuntime().addShutdownHook(atEnd);
        try {
            if (stoppedAt.isPresent()) {
                folder.prepare();
                console.say(
                        "Going on with the night that was stopped at "
                                + progressLine.clock(origin)
                                + ".");
            } else {
                folder.clear();
            }
            folder.running(options.nightKey());
            writeDemandHistory();
            return play(stand, config, stoppedAt.isPresent());
        } catch (InterruptedException e) {
            interference.failed("it was interrupted");
            return VIOLATED; // the hook ends everything
        } catch (IllegalStateException e) {
            interference.failed(e.toString());
            sayUnlessStopping(e.getMessage());
            return CANNOT_START;
        } finally {
            stand.close();
            ended.countDown();
            forget(atEnd);
        }
    }

    /** A JVM that plays many nights need not keep their brokers and stores until its end. */
    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the JVM ends, and the hook runs
        }
    }

    private StandConfig config(StandPorts ports, Instant origin, JvmProfile jvm) {
        return new StandConfig(
                options.root(),
                folder,
                ports,
                options.rate(),
                origin,
                night.end().plus(AFTER_THE_NIGHT),
                options.only(),
                options.natively(),
                RequestedSpans.of(options),
                jvm);
    }

    private Optional<Instant> stoppedAt() {
        return interference.goesOn() ? folder.stoppedAt(options.nightKey()) : Optional.empty();
    }

    /** Where no night is played there is no file. */
    private Map<String, String> forecastVariables() {
        return options.only().isEmpty()
                ? Map.of(HISTORY_VARIABLE, folder.demandHistory().toString())
                : Map.of();
    }

    /** Without earlier nights there is no file either, and zones follow the calls of the night alone. */
    private Map<String, String> zoneVariables() {
        return !options.only().isEmpty() || RequestedNight.earlier(options, night).isEmpty()
                ? Map.of()
                : Map.of(ZONE_HISTORY_VARIABLE, folder.demandHistory().toString());
    }

    /** A night that is continued gets the same again. */
    private void writeDemandHistory() {
        if (options.only().isEmpty()) {
            DemandHistorySource.of(night, RequestedNight.earlier(options, night))
                    .ifPresent(history ->
                            StandFolder.write(
                                    folder.demandHistory(), DemandHistoryFile.write(history)));
        }
    }

    private int play(Stand stand, StandConfig config, boolean continued)
            throws InterruptedException {
        start(stand);
        AddressTable addresses =
                new AddressTable(
                        stand.ports(), config.services(), stand.brokers(), stand.zipkin(), logs());
        if (!options.only().isEmpty()) {
            addresses.all().forEach(console::say);
            console.say("No night is played. Ctrl-C ends it.");
            stand.startClock();
            stay();
            return CLEAN;
        }
        NightRun run = new NightRun(options, night, progressLine, stand, folder, console);
        run.seed(continued);
        addresses.first().forEach(console::say);
        boolean rehearsed = !continued && options.rehearsal().isPositive();
        if (rehearsed) {
            run.rehearse();
        }
        playing = true;
        NightOutcome outcome;
        try (InterferingThread beside = new InterferingThread(interference, stand, night)) {
            outcome = run.play(rehearsed, beside::start);
            beside.awaitEnd();
        }
        if (outcome.interrupted()) {
            throw new InterruptedException();
        }
        playing = false;
        NightReport report =
                run.report(outcome, interference.incident(night), interference.outages());
        console.say(report.text());
        interference.reported(report);
        if (options.stay()) {
            addresses.all().forEach(console::say);
            console.say("The stand stays up. Ctrl-C ends it.");
            stay();
        }
        return report.clean() ? CLEAN : VIOLATED;
    }

    private void start(Stand stand) {
        stand.start(awaited ->
                console.show(AwaitedServicesLine.of(awaited, console.features().width())));
        stand.issuer().answer(AddressTable.SERVICE_TOKEN, stand.secrets().serviceToken());
        GraphiqlSignIn.add(
                stand.issuer(), URI.create(stand.url(ServiceSpec.GATEWAY)), DemoData.DRIVER_ID);
    }

    private void sayReady(String line) {
        console.endLiveLine();
        console.say(
                line
                        + (options.natively().isEmpty()
                                ? ""
                                : ", natively: " + String.join(", ", options.natively()))
                        + "; logs: "
                        + logs());
    }

    private String logs() {
        return options.root().relativize(logFolder()).toString();
    }

    /** Where its processes log, until the next run of this seed clears it. */
    public Path logFolder() {
        return folder.log("any").getParent();
    }

    private void stay() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private void sayUnlessStopping(String line) {
        console.endLiveLine();
        if (!stopping) {
            console.say(line);
        }
    }

    /** At Ctrl-C, and whenever this process ends. */
    private void stop(Stand stand) {
        if (ended.getCount() == 0) {
            return;
        }
        stopping = true; // what fails from now on fails because of that
        console.forbidLiveLine();
        boolean during = playing;
        Instant now = stand.clock().instant();
        stand.close();
        if (during) {
            folder.stopped(options.nightKey(), now);
            console.say(
                    "Stopped at "
                            + progressLine.clock(now)
                            + " of the night; the same command goes on from there.");
        }
    }
}
