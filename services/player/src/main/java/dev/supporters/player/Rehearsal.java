package dev.supporters.player;

import dev.supporters.contract.Position;
import dev.supporters.player.client.SystemClients;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Calls that are driven through before the night begins, while the clock does not run, in a region of their own, until they go quickly:
 * the night then meets warm processes. Each call has its end and each shift is ended, through the same APIs.
 */
public final class Rehearsal {

    public static final String REGION = "rehearsal";

    /** What operators read beside the region, which stays in their lists: no policy is ever removed. */
    static final String WHAT_IT_IS =
            "The rehearsal of the local stand, at sea: calls are driven through here before the night, and nobody works or orders here afterwards.";

    /** At sea, and far from every night. */
    public static final Position PLACE = new Position(0.5, 0.5);

    public static final double HALF_SIDE = 0.1;

    /** All day long. */
    static final String WINDOW_BEGIN = "12:00";

    static final Duration WINDOW = Duration.ofHours(24);

    private static final int PAIRS = 5;
    private static final int SHIFTS = 8;
    private static final Duration LONGEST_END = Duration.ofSeconds(15);

    private final NightSetup setup;
    private final SystemClients clients;
    private final RehearsedCalls rehearsed;

    private Rehearsal(NightSetup setup, SystemClients clients, RehearsedCalls rehearsed) {
        this.setup = setup;
        this.clients = clients;
        this.rehearsed = rehearsed;
    }

    /** The supporters who take part; they must be known to the system. */
    public static List<String> supporters() {
        return IntStream.range(0, PAIRS * SHIFTS)
                .mapToObj(number -> "99000" + (10 + number))
                .toList();
    }

    /** Who relieve each other at one place: a shift can be begun only once. */
    private static List<String> supporters(int pair) {
        return supporters().subList(pair * SHIFTS, (pair + 1) * SHIFTS);
    }

    /** The customers who take part. */
    public static Set<String> customers() {
        return IntStream.range(0, 2 * PAIRS)
                .mapToObj(RehearsedCustomer::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Rehearses, for so much real time at most, and says which calls were made. */
    public static Set<String> play(NightSetup setup, Duration longest) throws InterruptedException {
        try (SystemClients clients = setup.clients(new Observations())) {
            long end = System.nanoTime() + longest.toNanos();
            return new Rehearsal(setup, clients, new RehearsedCalls(end)).play(longest);
        }
    }

    private Set<String> play(Duration longest) throws InterruptedException {
        List<Thread> drivers = new ArrayList<>();
        List<Thread> customers = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            Position here = place(pair);
            drivers.add(started(new RehearsedSupporters(setup, clients, supporters(pair), here)));
            drivers.add(
                    started(
                            new RehearsedCommissionDriver(
                                    clients.legacy(), "98000" + (10 + pair), outside(here))));
            customers.add(started(new RehearsedCustomer(setup, clients, rehearsed, pair, here)));
            customers.add(
                    started(
                            new RehearsedCustomer(
                                    setup, clients, rehearsed, PAIRS + pair, outside(here))));
        }
        await(customers, longest.plus(LONGEST_END));
        drivers.forEach(Thread::interrupt);
        await(drivers, LONGEST_END);
        return rehearsed.calls();
    }

    /** Where a pair stands: some kilometres from the next. */
    static Position place(int pair) {
        return new Position(PLACE.lat() + .01 * pair, PLACE.lng());
    }

    /** Where only commission drivers are. */
    private static Position outside(Position here) {
        return new Position(here.lat(), here.lng() + 1);
    }

    static Thread started(PlayedPerson person) {
        return Thread.ofVirtual()
                .name(person.name())
                .start(() -> {
                    try {
                        person.play();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt(); // the rehearsal is over
                    }
                });
    }

    static void await(Collection<Thread> threads, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        for (Thread thread : threads) {
            thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        }
        threads.forEach(Thread::interrupt);
    }

    /** The calls of a rehearsal: one after the other, until they go as quickly as they should. */
    static final class RehearsedCalls implements CallSeries {

        private static final int NEWEST = 20;
        private static final Duration QUICK = Duration.ofMillis(700);

        private final Set<String> calls = new HashSet<>();
        private final Deque<Duration> newest = new ArrayDeque<>();
        private final long end;

        /**
         * None yet.
         *
         * @param end when no further one is made, in {@link System#nanoTime()}
         */
        RehearsedCalls(long end) {
            this.end = end;
        }

        @Override
        public boolean awaitNext() {
            return System.nanoTime() - end < 0 && !enough();
        }

        @Override
        public synchronized void requested(String callId) {
            calls.add(callId);
        }

        @Override
        public synchronized void ended(Duration length, boolean completed) {
            newest.addLast(length);
            if (newest.size() > NEWEST) {
                newest.removeFirst();
            }
        }

        /** Whether most of the newest calls were quick. */
        synchronized boolean enough() {
            return newest.size() == NEWEST
                    && newest.stream().filter(length -> length.compareTo(QUICK) < 0).count()
                            > NEWEST / 2;
        }

        synchronized Set<String> calls() {
            return Set.copyOf(calls);
        }
    }
}
