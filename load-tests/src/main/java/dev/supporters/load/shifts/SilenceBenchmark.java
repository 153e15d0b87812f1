package dev.supporters.load.shifts;

import com.google.protobuf.InvalidProtocolBufferException;

import dev.supporters.load.bench.ShiftBench;
import dev.supporters.load.figures.FiguresFile;
import dev.supporters.load.figures.Latencies;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.commander.v1.AssignRequest;
import dev.supporters.proto.commander.v1.Candidate;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc.CommanderServiceBlockingStub;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.stand.Machine;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How long after its deadline a command that nobody answered is accepted, as the others hear it by the activity topic, while thousands of
 * commands are pending.
 */
public final class SilenceBenchmark {

    private static final int COMMANDS = 2_000;

    /** Long enough that all are pending when the first deadline comes. */
    private static final Duration VETO = Duration.ofSeconds(60);

    private static final Duration BETWEEN = Duration.ofMillis(15);
    private static final Duration MOST = Duration.ofMinutes(3);

    private final Path root;

    public SilenceBenchmark(Path root) {
        this.root = root;
    }

    /** Measures and prints. */
    public void run(Consumer<String> console, FiguresFile results) throws InterruptedException {
        String machine = Machine.facts();
        Instant begins = ShiftBench.WINDOW_BEGIN.plus(Duration.ofHours(1));
        try (ShiftBench bench = new ShiftBench(root, begins, console)) {
            Runtime.getRuntime().addShutdownHook(new Thread(bench::close, "stop"));
            bench.start(COMMANDS);
            bench.beginAll(COMMANDS);
            try (AcceptedCommands accepted = new AcceptedCommands(bench.brokers())) {
                Map<String, Instant> deadlines = commandAll(bench);
                Instant first = deadlines.values().stream().min(Instant::compareTo).orElseThrow();
                int pending = bench.clock().instant().isBefore(first) ? deadlines.size() : 0;
                Latencies late = late(bench, accepted, deadlines);
                print(machine, pending, late, console);
                results.put(
                        "silence",
                        Map.of(
                                "commands", deadlines.size(),
                                "pending", pending,
                                "accepted", late.count(),
                                "meanMillis", late.mean(),
                                "p99Millis", late.p99()));
            }
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("an event of the activity topic cannot be read", e);
        }
    }

    /** Commands each supporter, at an even pace; the deadlines by command. */
    private static Map<String, Instant> commandAll(ShiftBench bench) throws InterruptedException {
        CommanderServiceBlockingStub commander = bench.commander();
        Map<String, Instant> deadlines = new HashMap<>();
        long begin = System.nanoTime();
        for (int number = 0; number < COMMANDS; number++) {
            long due = begin + BETWEEN.toNanos() * number;
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            var answer = commander.assign(order(number));
            if (answer.hasCommand()) {
                deadlines.put(
                        answer.getCommand().getCommandId(),
                        Timestamps.instant(answer.getCommand().getDeadlineTime()));
            }
        }
        return deadlines;
    }

    private static AssignRequest order(int number) {
        return AssignRequest.newBuilder()
                .setRequestId("load-assign-" + number)
                .setCallId("9" + number)
                .setProduct(Product.PRODUCT_DRIVER)
                .addCandidates(
                        Candidate.newBuilder()
                                .setDriverId(ShiftBench.driverId(number))
                                .setEtaSeconds(300))
                .setOrigin(Place.newBuilder().setLat("37.5").setLng("127.0").setPoi("강남역"))
                .setFare(Money.newBuilder().setAmount(18_000).setCurrency("KRW"))
                .setVeto(Timestamps.of(VETO))
                .setOnRefusal(RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL)
                .build();
    }

    private static Latencies late(
            ShiftBench bench, AcceptedCommands accepted, Map<String, Instant> deadlines)
            throws InvalidProtocolBufferException {
        Map<String, Instant> heard =
                accepted.await(deadlines.keySet(), bench.clock(), Instant.now().plus(MOST));
        List<Long> nanos =
                heard.entrySet().stream()
                        .map(one ->
                                Duration.between(deadlines.get(one.getKey()), one.getValue())
                                        .toNanos())
                        .toList();
        return Latencies.ofNanos(nanos);
    }

    private static void print(
            String machine, int pending, Latencies late, Consumer<String> console) {
        console.accept("");
        console.accept(machine);
        console.accept(
                String.format(
                        Locale.ROOT,
                        "%,d commands, %,d of them pending when the first deadline came: %,d accepted by silence, heard after the deadline: mean %.1f ms, p50 %.1f, p95 %.1f, p99 %.1f",
                        COMMANDS,
                        pending,
                        late.count(),
                        late.mean(),
                        late.p50(),
                        late.p95(),
                        late.p99()));
    }
}
