package dev.supporters.load.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;

import dev.supporters.embedded.FreePorts;
import dev.supporters.load.drive.LoadRegion;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc.CommanderServiceBlockingStub;
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
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** The services that shifts need, and many drivers who begin them: at the begin, in the middle or shortly before the end of a window. */
public final class ShiftBench implements AutoCloseable {

    private static final List<String> SERVICES = List.of("policy", "driver", "commander", "work");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final int FIRST_DRIVER = 7_000_000;
    private static final int TOGETHER = 16;
    private static final long SEED = 7;

    /** 21:00 in Seoul: then the window of the benchmark's policy begins. */
    public static final Instant WINDOW_BEGIN = Instant.parse("2026-11-20T12:00:00Z");

    /** Eight hours later. */
    public static final Instant WINDOW_END = WINDOW_BEGIN.plus(Duration.ofHours(8));

    private final Consumer<String> progress;
    private final StandFolder folder;
    private final StandPorts ports;
    private final Stand stand;
    private final ServiceClients clients;
    private final FleetSeed seed;
    private final BenchmarkChannels channels;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private boolean closed;

    /**
     * A bench that was not started.
     *
     * @param begins when its clock begins
     */
    public ShiftBench(Path root, Instant begins, Consumer<String> progress) {
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
                                begins,
                                WINDOW_END.plus(Duration.ofHours(8)),
                                SERVICES,
                                List.of(),
                                new SpanExport.Nowhere(),
                                JvmProfile.AS_IN_PRODUCTION),
                        progress);
        clients = new ServiceClients(stand);
        seed = new FleetSeed(clients);
        channels = new BenchmarkChannels(stand.secrets().serviceToken());
    }

    /** Starts, with so many drivers, of whom none has begun but the first. */
    public void start(int drivers) throws InterruptedException {
        stand.endLeftovers();
        folder.clear();
        stand.start();
        stand.startClock();
        seed.putPolicy();
        together(drivers, number -> seed.putDriver(driverId(number)));
        awaitBegun(0);
        progress.accept("  %,d drivers, none at work but the first".formatted(drivers));
    }

    /** Lets all that have not begun do so; throws an IllegalStateException if one cannot. */
    public void beginAll(int drivers) throws InterruptedException {
        together(drivers, this::awaitBegun);
        progress.accept("  %,d supporters at work".formatted(drivers));
    }

    /** Begins the shift of a driver; throws a StatusRuntimeException if that is refused. */
    public void begin(int number) {
        seed.tryToBegin(driverId(number), place());
    }

    /** Spoils the slot of the first driver, so that commander cannot read it. */
    public void spoilOneSlot() {
        try (MongoClient store = MongoClients.create("mongodb://127.0.0.1:" + ports.store())) {
            var _ =
                    store.getDatabase("supporters_commander")
                            .getCollection("slots")
                            .updateOne(
                                    Filters.eq("_id", driverId(0)),
                                    Updates.set("state.kind", "SPOILED"));
        }
    }

    /** A moment of the stand's clock, by the machine's. */
    public Instant onThisMachine(Instant moment) {
        return Instant.now().plus(Duration.between(stand.clock().instant(), moment));
    }

    public Clock clock() {
        return stand.clock();
    }

    public String brokers() {
        return stand.brokers();
    }

    public CommanderServiceBlockingStub commander() {
        return channels.commanderBlocking(ports.services().get("commander"));
    }

    /** The drivers are numbered from 0. */
    public static String driverId(int number) {
        return String.valueOf(FIRST_DRIVER + number);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        channels.close();
        clients.close();
        stand.close();
    }

    private void awaitBegun(int number) {
        try {
            if (!Await.untilTrue(LONGEST_WAIT, () -> seed.begin(driverId(number), place()))) {
                throw new IllegalStateException(
                        "the work of driver " + driverId(number) + " does not begin");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void together(int drivers, IntConsumer each) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(TOGETHER)) {
            List<Future<?>> all =
                    IntStream.range(0, drivers)
                            .<Future<?>>mapToObj(
                                    number -> threads.submit(() -> each.accept(number)))
                            .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e);
        }
    }

    private synchronized dev.supporters.proto.common.v1.Point place() {
        return LoadRegion.point(random);
    }
}
