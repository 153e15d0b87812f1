package dev.supporters.local;

import dev.supporters.local.options.LocalOptions;
import dev.supporters.oracle.NightHistoryReader;
import dev.supporters.oracle.NightReport;
import dev.supporters.player.NightClock;
import dev.supporters.player.NightOutcome;
import dev.supporters.player.NightPlayer;
import dev.supporters.player.NightSeed;
import dev.supporters.player.NightSetup;
import dev.supporters.player.PollingIntervals;
import dev.supporters.player.Rehearsal;
import dev.supporters.simulation.Night;
import dev.supporters.simulation.Population;
import dev.supporters.stand.JvmProfile;
import dev.supporters.stand.ServiceClients;
import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.SpanExport;
import dev.supporters.stand.Stand;
import dev.supporters.stand.StandConfig;
import dev.supporters.stand.StandFolder;
import dev.supporters.stand.StandPorts;
import dev.supporters.stand.StandSecrets;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** One run of the stand, from the first line to the exit status. */
public final class LocalRun {

    public static final int CLEAN = 0;
    static final int VIOLATED = 1;
    static final int CANNOT_START = 3;

    private static final Duration BEFORE_THE_NIGHT = Duration.ofMinutes(5);
    private static final Duration AFTER_THE_NIGHT = Duration.ofHours(2);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final LocalOptions options;
    private final Console console;
    private final Night night;
    private final StandFolder folder;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean playing;

    public LocalRun(LocalOptions options, Console console) {
        this.options = options;
        this.console = console;
        night = RequestedNight.of(options, console::say);
        folder =
                new StandFolder(
                        options.root()
                                .resolve(
                                        "target/stand"
                                                + (options.freePorts()
                                                        ? "-" + options.seed()
                                                        : "")));
    }

    public int play() {
        StandPorts ports = options.freePorts() ? StandPorts.free() : StandPorts.usual();
        Optional<Instant> stoppedAt = folder.stoppedAt(options.nightKey());
        Instant origin = stoppedAt.orElse(night.begin().minus(BEFORE_THE_NIGHT));
        SpanExport spans = RequestedSpans.of(options);
        StandConfig config =
                new StandConfig(
                        options.root(),
                        folder,
                        ports,
                        options.rate(),
                        origin,
                        night.end().plus(AFTER_THE_NIGHT),
                        options.only(),
                        options.natively(),
                        spans,
                        JvmProfile.SOON_WARM);
        Stand stand = new Stand(config, console::say);
        stand.endLeftovers();
        List<String> taken = ports.taken(config.services(), spans);
        Optional<String> unbuilt = config.unbuilt();
        if (!taken.isEmpty() || unbuilt.isPresent()) {
            taken.forEach(console::say);
            unbuilt.ifPresent(console::say);
            return CANNOT_START;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stand), "stop"));
        try {
            if (stoppedAt.isPresent()) {
                folder.prepare();
                console.say("Going on with the night that was stopped at " + local(origin) + ".");
            } else {
                folder.clear();
            }
            folder.running(options.nightKey());
            return play(stand, stoppedAt);
        } catch (InterruptedException e) {
            return VIOLATED; // the hook ends everything
        } catch (IllegalStateException e) {
            console.say(e.getMessage());
            return CANNOT_START;
        } finally {
            stand.close();
            ended.countDown();
        }
    }

    private int play(Stand stand, Optional<Instant> goesOn) throws InterruptedException {
        console.say(
                "Starting the stand (logs: "
                        + options.root().relativize(folder.log("SERVICE"))
                        + ")"
                        + (options.natively().isEmpty()
                                ? ""
                                : ", natively: " + String.join(", ", options.natively())));
        stand.start();
        if (!options.only().isEmpty()) {
            console.say(
                    "Only "
                            + String.join(", ", options.only())
                            + " run; no night is played. Ctrl-C ends it.");
            stand.startClock();
            stay();
            return CLEAN;
        }
        Population people =
                Population.of(
                        night,
                        RequestedNight.parameters(options),
                        options.seed(),
                        options.supporters(),
                        options.commission());
        try (ServiceClients services = new ServiceClients(stand)) {
            NightSeed seed = new NightSeed(services.policies(), services.drivers());
            seed.put(night, people, intervals());
            seed.putRehearsal(night, intervals());
            if (goesOn
                    .isEmpty()) { // in a continued night its day may be over, and the store has it
                new DemoData(services, stand.brokers()).put(stand.clock().instant());
            }
            AddressTable.table(stand).forEach(console::say);
            if (goesOn.isEmpty() && options.rehearsal().isPositive()) {
                console.say("Rehearsing, so that the night meets warm processes.");
                folder.rehearsed(Rehearsal.play(setup(stand, people), options.rehearsal()));
            }
            console.say(
                    "Playing "
                            + night.name()
                            + ": "
                            + night.calls().size()
                            + " calls, "
                            + options.supporters()
                            + " supporters, "
                            + options.commission()
                            + " commission drivers, at rate "
                            + options.rate()
                            + ".");
            stand.startClock();
            playing = true;
            NightOutcome outcome = NightPlayer.play(setup(stand, people));
            if (outcome.interrupted()) {
                throw new InterruptedException();
            }
            playing = false;
            NightReport report = report(stand, outcome);
            console.say(report.text());
            if (options.stay()) {
                AddressTable.table(stand).forEach(console::say);
                console.say("The stand stays up. Ctrl-C ends it.");
                stay();
            }
            return report.clean() ? CLEAN : VIOLATED;
        }
    }

    private NightReport report(Stand stand, NightOutcome outcome) throws InterruptedException {
        NightHistoryReader reader =
                new NightHistoryReader(
                        stand.brokers(),
                        URI.create(stand.url(ServiceSpec.LEGACY)),
                        stand.secrets().legacyToken(),
                        "127.0.0.1",
                        stand.ports().of(ServiceSpec.SETTLEMENT),
                        stand.secrets().serviceToken());
        int restarts = stand.restarts().values().stream().mapToInt(Integer::intValue).sum();
        Set<String> calls = new HashSet<>(folder.rehearsed());
        calls.add(DemoData.CALL_ID);
        Set<String> drivers = new HashSet<>(Rehearsal.supporters());
        drivers.add(DemoData.DRIVER_ID);
        return NightReport.of(reader.read(outcome, restarts, calls, drivers));
    }

    private NightSetup setup(Stand stand, Population people) {
        StandSecrets secrets = stand.secrets();
        return new NightSetup(
                night,
                RequestedNight.parameters(options),
                options.seed(),
                people,
                NightClock.of(stand.clock()),
                intervals(),
                URI.create(stand.url(ServiceSpec.GATEWAY)),
                URI.create(stand.url(ServiceSpec.LEGACY)),
                secrets.legacyToken(),
                stand.issuer()::mint,
                this::progress);
    }

    private PollingIntervals intervals() {
        return new PollingIntervals(options.rate(), options.supporters(), options.commission());
    }

    private void progress(NightSetup.Progress now) {
        console.say(
                "  %s  requested %4d  open %3d  driving %3d  completed %4d  cancelled %3d  failed %3d  at work %3d"
                        .formatted(
                                local(now.now()),
                                now.requested(),
                                now.open(),
                                now.driving(),
                                now.completed(),
                                now.cancelled(),
                                now.failed(),
                                now.working()));
    }

    private void stay() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    /** At Ctrl-C, and whenever this process ends. */
    private void stop(Stand stand) {
        if (ended.getCount() == 0) {
            return;
        }
        boolean during = playing;
        Instant now = stand.clock().instant();
        stand.close();
        if (during) {
            folder.stopped(options.nightKey(), now);
            console.say(
                    "Stopped at "
                            + local(now)
                            + " of the night; the same command goes on from there.");
        }
    }

    private String local(Instant instant) {
        return ZonedDateTime.ofInstant(instant, night.zone()).format(CLOCK);
    }
}
