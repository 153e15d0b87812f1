package dev.supporters.load.bench;

import dev.supporters.embedded.FreePorts;
import dev.supporters.load.drive.MeasuredRouting;
import dev.supporters.load.figures.ProcessorTimes;
import dev.supporters.load.figures.ServiceGauges;
import dev.supporters.stand.JvmProfile;
import dev.supporters.stand.ServiceClients;
import dev.supporters.stand.SpanExport;
import dev.supporters.stand.Stand;
import dev.supporters.stand.StandConfig;
import dev.supporters.stand.StandFolder;
import dev.supporters.stand.StandPorts;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What is measured: the services that a decision needs, with a fleet at work, and the floor beside them on the same store. */
public final class Bench implements AutoCloseable {

    private static final List<String> SERVICES =
            List.of("policy", "driver", "tagging", "mlgateway", "commander", "work", "routing");
    private static final Instant EVENING = Instant.parse("2026-11-20T12:30:00Z"); // 21:30 in Seoul
    private static final Duration NIGHT = Duration.ofHours(8);

    private final Consumer<String> progress;
    private final StandFolder folder;
    private final Stand stand;
    private final FloorProcess floor;
    private final BenchmarkChannels channels;
    private final BenchFleet fleet;
    private final MeasuredRouting floorTarget;
    private final MeasuredRouting routeTarget;
    private boolean closed;

    /** Not started; with services that run as native executables, by name. */
    public Bench(Path root, List<String> natively, int connections, Consumer<String> progress) {
        this.progress = progress;
        folder = new StandFolder(root.resolve("target/load-tests"));
        StandPorts ports = ports();
        stand =
                new Stand(
                        new StandConfig(
                                root,
                                folder,
                                ports,
                                1,
                                EVENING,
                                EVENING.plus(NIGHT),
                                SERVICES,
                                natively,
                                new SpanExport.Nowhere(),
                                JvmProfile.AS_IN_PRODUCTION),
                        progress);
        channels = new BenchmarkChannels(stand.secrets().serviceToken());

        int commander = ports.services().get("commander");
        int routing = ports.services().get("routing");
        fleet =
                new BenchFleet(
                        channels.commanderBlocking(commander),
                        new ServiceGauges("http://127.0.0.1:" + routing));
        SupporterRelease release = new SupporterRelease(channels.commander(commander));
        routeTarget = new MeasuredRouting(channels.routing(routing, connections), release::free);

        int floorPort = FreePorts.take();
        floor =
                new FloorProcess(
                        root,
                        floorPort,
                        "mongodb://127.0.0.1:" + ports.store(),
                        folder.log("floor"));
        floorTarget = new MeasuredRouting(channels.routing(floorPort, connections), decision -> {});
    }

    public void start() throws InterruptedException {
        stand.endLeftovers();
        folder.clear();
        stand.start();
        stand.startClock();
        try (ServiceClients services = new ServiceClients(stand)) {
            fleet.begin(new FleetSeed(services));
        }
        progress.accept("  " + BenchFleet.SIZE + " supporters at work");
        floor.start();
        floor.awaitReady(floorTarget.connections().getFirst());
        progress.accept("  floor       ready");
    }

    /** Of the services, the floor, and what runs in this process. */
    public ProcessorTimes processorTimes() {
        Map<String, Long> processes = new HashMap<>(stand.pids());
        floor.pid().ifPresent(pid -> processes.put("floor", pid));
        return ProcessorTimes.of(processes);
    }

    public Clock clock() {
        return stand.clock();
    }

    public MeasuredRouting floor() {
        return floorTarget;
    }

    public MeasuredRouting route() {
        return routeTarget;
    }

    /** Waits until all supporters are free again, so that what follows is not disturbed by what was. */
    public void awaitFree() throws InterruptedException {
        progress.accept(
                "  " + fleet.awaitFree() + " of " + BenchFleet.SIZE + " supporters are free again");
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        channels.close();
        floor.close();
        stand.close();
    }

    /** Free ones; only the store's must be known beforehand, for the floor. */
    private static StandPorts ports() {
        StandPorts free = StandPorts.free();
        return new StandPorts(
                free.services(), free.broker(), FreePorts.take(), free.issuer(), free.zipkin());
    }
}
