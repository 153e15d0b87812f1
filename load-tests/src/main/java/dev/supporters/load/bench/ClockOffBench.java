package dev.supporters.load.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;

import dev.supporters.embedded.FreePorts;
import dev.supporters.load.drive.LoadRegion;
import dev.supporters.stand.JvmProfile;
import dev.supporters.stand.ServiceClients;
import dev.supporters.stand.SpanExport;
import dev.supporters.stand.Stand;
import dev.supporters.stand.StandConfig;
import dev.supporters.stand.StandFolder;
import dev.supporters.stand.StandPorts;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The services that the end of a window needs, shortly before it, with many supporters at work. */
public final class ClockOffBench implements AutoCloseable {

    private static final List<String> SERVICES = List.of("policy", "driver", "commander", "work");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final int FIRST_DRIVER = 7_000_000;
    private static final int TOGETHER = 16;
    private static final long SEED = 7;

    /** 05:00 in Seoul: the window of the benchmark's policy began at 21:00, eight hours before. */
    private static final Instant WINDOW_END = Instant.parse("2026-11-20T20:00:00Z");

    private final Consumer<String> progress;
    private final StandFolder folder;
    private final StandPorts ports;
    private final Stand stand;
    private final SplittableRandom random = new SplittableRandom(SEED);

    /**
     * A bench that was not started.
     *
     * @param before how long before the window's end its clock begins
     */
    public ClockOffBench(Path root, Duration before, Consumer<String> progress) {
        this.progress = progress;
        folder = new StandFolder(root.resolve("target/load-tests"));
        StandPorts free = StandPorts.free();
        ports =
                new StandPorts(
                        free.services(),
                        free.broker(),
                        FreePorts.take(),
                        free.issuer(),
                        free.zipkin());
        stand =
                new Stand(
                        new StandConfig(
                                root,
                                folder,
                                ports,
                                1,
                                WINDOW_END.minus(before),
                                WINDOW_END.plus(Duration.ofHours(8)),
                                SERVICES,
                                List.of(),
                                new SpanExport.Nowhere(),
                                JvmProfile.AS_IN_PRODUCTION),
                        progress);
    }

    /** Starts, and lets so many shifts begin; throws an IllegalStateException if they have not before the window's end. */
    public void start(int shifts) throws InterruptedException {
        stand.endLeftovers();
        folder.clear();
        stand.start();
        stand.startClock();
        try (ServiceClients services = new ServiceClients(stand);
                ExecutorService threads = Executors.newFixedThreadPool(TOGETHER)) {
            FleetSeed seed = new FleetSeed(services);
            seed.putPolicy();
            begin(seed, FIRST_DRIVER);
            List<Callable<Void>> others = new ArrayList<>();
            IntStream.range(1, shifts)
                    .forEach(number -> others.add(() -> begin(seed, FIRST_DRIVER + number)));
            for (Future<Void> begun : threads.invokeAll(others)) {
                begun.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e);
        }
        progress.accept(
                "  %,d supporters at work, %d s before the end of the window"
                        .formatted(
                                shifts,
                                Duration.between(stand.clock().instant(), WINDOW_END).toSeconds()));
    }

    /** Spoils the slot of one driver, so that commander cannot read it. */
    public void spoilOneSlot() {
        try (MongoClient store = MongoClients.create("mongodb://127.0.0.1:" + ports.store())) {
            var _ =
                    store.getDatabase("supporters_commander")
                            .getCollection("slots")
                            .updateOne(
                                    Filters.eq("_id", String.valueOf(FIRST_DRIVER)),
                                    Updates.set("state.kind", "SPOILED"));
        }
    }

    /** When the window ends, by the machine's clock. */
    public Instant windowEnd() {
        return Instant.now().plus(Duration.between(stand.clock().instant(), WINDOW_END));
    }

    public String brokers() {
        return stand.brokers();
    }

    @Override
    public void close() {
        stand.close();
    }

    private Void begin(FleetSeed seed, int driver) throws InterruptedException {
        String driverId = String.valueOf(driver);
        seed.putDriver(driverId);
        if (!Await.untilTrue(LONGEST_WAIT, () -> seed.begin(driverId, place()))) {
            throw new IllegalStateException("the work of driver " + driverId + " does not begin");
        }
        return null;
    }

    private synchronized dev.supporters.proto.common.v1.Point place() {
        return LoadRegion.point(random);
    }
}
