package dev.supporters.load.life;

import dev.supporters.load.figures.ProcessorTimes;
import dev.supporters.player.NightClock;
import dev.supporters.player.NightSeed;
import dev.supporters.player.NightSetup;
import dev.supporters.player.PollingIntervals;
import dev.supporters.player.SteadyCalls;
import dev.supporters.simulation.Night;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.Population;
import dev.supporters.simulation.SeoulNight;
import dev.supporters.stand.JvmProfile;
import dev.supporters.stand.ServiceClients;
import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.SpanExport;
import dev.supporters.stand.Stand;
import dev.supporters.stand.StandConfig;
import dev.supporters.stand.StandFolder;
import dev.supporters.stand.StandPorts;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** All services, as they run in production, with a region in which calls can be driven through. */
public final class LifeBench implements AutoCloseable {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);
    private static final Duration NIGHT = Duration.ofHours(8);
    private static final long SEED = 1;

    private final Night night = SeoulNight.of(DATE, NightParameters.defaults(), SEED);
    private final Stand stand;

    /** Not started; with services that run as native executables, by name. */
    public LifeBench(Path root, List<String> natively, Consumer<String> progress) {
        StandFolder folder = new StandFolder(root.resolve("target/load-tests"));
        stand =
                new Stand(
                        new StandConfig(
                                root,
                                folder,
                                StandPorts.free(),
                                1,
                                night.windowBegin(),
                                night.windowBegin().plus(NIGHT),
                                List.of(),
                                natively,
                                new SpanExport.Nowhere(),
                                JvmProfile.AS_IN_PRODUCTION),
                        progress);
        stand.endLeftovers();
        folder.clear();
    }

    /** Returns when all services are ready, and the clock runs. */
    public void start() {
        stand.start();
        try (ServiceClients services = new ServiceClients(stand)) {
            new NightSeed(services.policies(), services.drivers(), false, false)
                    .putRehearsal(night, intervals());
        }
        stand.startClock();
    }

    SteadyCalls calls(double callsPerSecond) {
        return SteadyCalls.begin(
                new NightSetup(
                        night,
                        NightParameters.defaults(),
                        SEED,
                        new Population(List.of(), List.of(), List.of()),
                        NightClock.of(stand.clock()),
                        intervals(),
                        URI.create(stand.url(ServiceSpec.GATEWAY)),
                        URI.create(stand.url(ServiceSpec.LEGACY)),
                        stand.secrets().legacyToken(),
                        stand.issuer()::mint,
                        progress -> {}),
                callsPerSecond);
    }

    /** Where the gateway is. */
    public URI gateway() {
        return URI.create(stand.url(ServiceSpec.GATEWAY));
    }

    /** A token for a person. */
    public String token(String subject, String role) {
        return stand.issuer().mint(subject, role);
    }

    /** The services' clock. */
    public Clock clock() {
        return stand.clock();
    }

    ProcessorTimes processorTimes() {
        return ProcessorTimes.of(stand.pids());
    }

    private static PollingIntervals intervals() {
        return new PollingIntervals(1, 1, 1);
    }

    @Override
    public void close() {
        stand.close();
    }
}
