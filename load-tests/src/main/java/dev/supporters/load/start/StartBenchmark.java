package dev.supporters.load.start;

import dev.supporters.load.figures.ResidentMemory;
import dev.supporters.load.figures.ServiceGauges;
import dev.supporters.stand.JvmProfile;
import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.SpanExport;
import dev.supporters.stand.Stand;
import dev.supporters.stand.StandConfig;
import dev.supporters.stand.StandFolder;
import dev.supporters.stand.StandPorts;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * How long routing takes to start in the middle of a night, from the start of its process until it says that it is ready, and how much
 * memory it has then.
 */
public final class StartBenchmark {

    private static final ServiceSpec ROUTING = ServiceSpec.named("routing");
    private static final Instant EVENING = Instant.parse("2026-11-20T12:30:00Z"); // 21:30 in Seoul
    private static final int RUNS = 3;

    private final Path root;
    private final long seed;

    public StartBenchmark(Path root, long seed) {
        this.root = root;
        this.seed = seed;
    }

    public void run(Consumer<String> console) {
        StandFolder folder = new StandFolder(root.resolve("target/load-tests"));
        record(folder, console);
        StandConfig config = config(folder, JvmProfile.AS_IN_PRODUCTION);
        try (Stand stand = new Stand(config, console)) {
            Thread hook = new Thread(stand::close, "stop");
            Runtime.getRuntime().addShutdownHook(hook);
            stand.endLeftovers();
            folder.clear();
            stand.start();
            stand.startClock();
            stand.stop(ROUTING);
            console.accept("  telling " + NightSoFar.SUPPORTERS + " supporters' night so far …");
            long events = tell(stand);
            console.accept("");
            console.accept(
                    "| routing starts with its AOT cache, %,d supporters, %,d events | ready after s | processor s | heap MiB | resident MiB |"
                            .formatted(NightSoFar.SUPPORTERS, events));
            console.accept("|---|---:|---:|---:|---:|");
            for (int run = 1; run <= RUNS; run++) {
                console.accept(row(run, stand));
            }
        }
    }

    /** An image brings the AOT cache of its start; without one every start would load all classes anew. */
    private void record(StandFolder folder, Consumer<String> console) {
        StandConfig config = config(folder, JvmProfile.RECORDING);
        if (config.recorded()) {
            return;
        }
        console.accept("  recording the AOT cache of routing …");
        try (Stand stand = new Stand(config, console)) {
            stand.endLeftovers();
            folder.clear();
            stand.start();
        }
    }

    private StandConfig config(StandFolder folder, JvmProfile jvm) {
        return new StandConfig(
                root,
                folder,
                StandPorts.free(),
                1,
                EVENING,
                EVENING.plus(Duration.ofHours(8)),
                List.of(ROUTING.name()),
                List.of(),
                new SpanExport.Nowhere(),
                jvm);
    }

    private long tell(Stand stand) {
        try (NightSoFar night = new NightSoFar(stand.brokers(), stand.clock().instant(), seed)) {
            return night.tell();
        }
    }

    private static String row(int run, Stand stand) {
        long begin = System.nanoTime();
        stand.start(ROUTING);
        stand.awaitReady(ROUTING);
        double seconds = (System.nanoTime() - begin) / 1e9;
        ServiceGauges gauges = new ServiceGauges(stand.url(ROUTING));
        int free = (int) gauges.sum("supporters_routing_free_supporters");
        if (free != NightSoFar.SUPPORTERS) {
            throw new IllegalStateException(
                    "routing is ready and knows %,d free supporters (expected: %,d)"
                            .formatted(free, NightSoFar.SUPPORTERS));
        }
        String row =
                String.format(
                        Locale.ROOT,
                        "| start %d | %.1f | %.1f | %.0f | %s |",
                        run,
                        seconds,
                        gauges.sum("process_cpu_time_ns_total") / 1e9,
                        gauges.sum("jvm_memory_used_bytes", "area", "heap") / (1024 * 1024),
                        residentMiB());
        stand.stop(ROUTING);
        return row;
    }

    /** Of the service's process; "?" where the system does not tell. */
    private static String residentMiB() {
        return ProcessHandle.current()
                .descendants()
                .filter(process ->
                        process.info()
                                .commandLine()
                                .filter(line -> line.contains("services/routing"))
                                .isPresent())
                .findFirst()
                .flatMap(ResidentMemory::mebibytes)
                .map(String::valueOf)
                .orElse("?");
    }
}
