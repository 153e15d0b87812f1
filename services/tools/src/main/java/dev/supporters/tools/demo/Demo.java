package dev.supporters.tools.demo;

import dev.supporters.embedded.DevelopmentIssuer;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;

/** Broker, store and issuer of an installation that has none: in one process, without any protection, and in memory. */
public final class Demo implements AutoCloseable {

    private static final String WARNING =
            """
            ********************************************************************************
            *  FOR DEMOS ONLY. This issuer gives ANYBODY who asks a token of ANY role;     *
            *  broker and store let everybody in, and forget everything when they end.     *
            *  Never use it where there is something to lose.                              *
            ********************************************************************************\
            """;

    /** Kubernetes kills after 30 s. */
    private static final Duration TIME_TO_END = Duration.ofSeconds(25);

    private final DemoSettings settings;
    private final DemoPorts ports;
    private final PrintStream out;
    private final HealthHandler health = new HealthHandler();
    private final Deque<Runnable> closings = new ConcurrentLinkedDeque<>();

    public Demo(DemoSettings settings, PrintStream out) {
        this(settings, DemoPorts.OF_THE_CHART, out);
    }

    Demo(DemoSettings settings, DemoPorts ports, PrintStream out) {
        this.settings = settings;
        this.ports = ports;
        this.out = out;
    }

    /** Serves until the process gets a signal to end. */
    public void run() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::end));
        startIssuer();
        startBrokerAndStore();
        new CountDownLatch(1).await();
    }

    /** Issuer and health probe: a probe is answered from the beginning. */
    void startIssuer() {
        out.println(WARNING);
        DevelopmentIssuer issuer = DevelopmentIssuer.start("0.0.0.0", ports.issuer());
        closings.push(issuer::close);
        issuer.answer("/health", health);
        out.println("issuer serves on port " + ports.issuer());
    }

    void startBrokerAndStore() {
        DemoComponent broker = DemoBroker.start(settings, ports.broker());
        closings.push(broker::close);
        out.println(
                "broker serves as "
                        + settings.advertisedHost()
                        + ":"
                        + ports.broker()
                        + ", its topics have "
                        + settings.partitions()
                        + " partitions");
        DemoComponent store = DemoStore.start(ports.store());
        closings.push(store::close);
        out.println("store serves on port " + ports.store());
        health.watch(List.of(broker, store));
    }

    /** Closes what was started, the newest first. */
    @Override
    public void close() {
        health.clear();
        for (Runnable closing = closings.poll(); closing != null; closing = closings.poll()) {
            closing.run();
        }
    }

    /** The JVM waits for this, and for nothing else. */
    private void end() {
        out.println("ending");
        Thread closing = Thread.ofPlatform().daemon().start(this::close);
        try {
            if (!closing.join(TIME_TO_END)) {
                out.println("not all has ended within " + TIME_TO_END.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where the demo listens. The broker also takes the two ports after its own, on loopback. */
    record DemoPorts(int broker, int store, int issuer) {

        static final DemoPorts OF_THE_CHART = new DemoPorts(19092, 27117, 8191);
    }
}
