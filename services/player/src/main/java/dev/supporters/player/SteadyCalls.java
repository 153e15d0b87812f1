package dev.supporters.player;

import dev.supporters.contract.Position;
import dev.supporters.player.client.SystemClients;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Calls at a steady rate, in the region of the {@link Rehearsal}, until this is closed. Each is commanded to a supporter, who accepts it and
 * does every step at once; everything is asked of the gateway, as apps do. What it costs can be measured meanwhile.
 */
public final class SteadyCalls implements AutoCloseable {

    /** One customer and one supporter each; with more, supporters would stand outside the region. */
    private static final int PAIRS = 10;

    private static final Duration LONGEST_END = Duration.ofSeconds(15);

    private final SystemClients clients;
    private final Observations observations = new Observations();
    private final Queue<Life> lives = new ConcurrentLinkedQueue<>();
    private final List<Thread> customers = new ArrayList<>();
    private final List<Thread> supporters = new ArrayList<>();
    private volatile boolean closed;

    private SteadyCalls(NightSetup setup) {
        clients = setup.clients(observations);
    }

    /**
     * A call that is over.
     *
     * @param end when it ended, in {@link System#nanoTime()}
     * @param length from its request to its end, as its customer saw it
     * @param completed whether a supporter brought the customer home
     */
    public record Life(long end, Duration length, boolean completed) {}

    /** Begins. The rehearsal's policy and drivers must have been put: {@link NightSeed#putRehearsal}. */
    public static SteadyCalls begin(NightSetup setup, double callsPerSecond) {
        SteadyCalls calls = new SteadyCalls(setup);
        long begin = System.nanoTime();
        for (int pair = 0; pair < PAIRS; pair++) {
            Position here = Rehearsal.place(pair);
            calls.supporters.add(
                    Rehearsal.started(
                            new RehearsedSupporters(
                                    setup,
                                    calls.clients,
                                    List.of(Rehearsal.supporters().get(pair)),
                                    here)));
            Duration first = Duration.ofNanos((long) (pair * 1e9 / callsPerSecond));
            Duration period = Duration.ofNanos((long) (PAIRS * 1e9 / callsPerSecond));
            calls.customers.add(
                    Rehearsal.started(
                            new RehearsedCustomer(
                                    setup,
                                    calls.clients,
                                    calls.new Turns(begin + first.toNanos(), period),
                                    pair,
                                    here)));
        }
        return calls;
    }

    /** The calls that are over by now. */
    public List<Life> lives() {
        return List.copyOf(lives);
    }

    /** What apps met with: refusals, lost connections. */
    public Map<String, Long> observations() {
        return observations.counts();
    }

    /** Lets the calls under way come to their end. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        Rehearsal.await(customers, LONGEST_END);
        supporters.forEach(Thread::interrupt);
        Rehearsal.await(supporters, LONGEST_END);
        clients.close();
    }

    /** One customer's calls: each at its time, or at once if the one before ended later. */
    private final class Turns implements CallSeries {

        private final Duration period;
        private long due;

        private Turns(long first, Duration period) {
            this.due = first;
            this.period = period;
        }

        @Override
        public boolean awaitNext() throws InterruptedException {
            long now = System.nanoTime();
            Thread.sleep(Duration.ofNanos(Math.max(0, due - now)));
            due = Math.max(due, now) + period.toNanos();
            return !closed;
        }

        @Override
        public void requested(String callId) {}

        @Override
        public void ended(Duration length, boolean completed) {
            lives.add(new Life(System.nanoTime(), length, completed));
        }
    }
}
