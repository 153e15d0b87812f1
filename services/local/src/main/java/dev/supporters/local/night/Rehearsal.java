package dev.supporters.local.night;

import dev.supporters.simulation.Point;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Calls that are driven through before the night begins, while the clock stands, in a region of their own, until they go quickly:
 * the night then meets warm processes. Each call has its end and each work is ended, by the same doors.
 */
public final class Rehearsal {

    public static final String REGION = "rehearsal";

    /** At sea, and far from every night. */
    public static final Point PLACE = new Point(0.5, 0.5);

    public static final double HALF_SIDE = 0.1;

    private static final int PAIRS = 5;
    private static final Duration LONGEST_END = Duration.ofSeconds(15);

    private final NightSetup setup;
    private final Doors doors;
    private final Rehearsed rehearsed = new Rehearsed();

    private Rehearsal(NightSetup setup, Doors doors) {
        this.setup = setup;
        this.doors = doors;
    }

    /** The supporters who take part; they must be known to the system. */
    public static List<String> supporters() {
        return IntStream.range(0, PAIRS).mapToObj(number -> "99000" + (10 + number)).toList();
    }

    /** Rehearses, for so much real time at most, and says which calls were made. */
    public static Set<String> play(NightSetup setup, Duration longest) throws InterruptedException {
        try (Doors doors = new Doors(setup, new Observations())) {
            return new Rehearsal(setup, doors).play(longest);
        }
    }

    private Set<String> play(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        List<Thread> drivers = new ArrayList<>();
        List<Thread> customers = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            Point here = new Point(PLACE.lat() + .01 * pair, PLACE.lng());
            drivers.add(
                    started(
                            new RehearsedSupporter(
                                    setup, doors, supporters().get(pair), pair, here)));
            drivers.add(
                    started(
                            new RehearsedCommissionDriver(
                                    doors.legacy(), "98000" + (10 + pair), outside(here))));
            customers.add(started(new RehearsedCustomer(setup, doors, rehearsed, pair, here, end)));
            customers.add(
                    started(
                            new RehearsedCustomer(
                                    setup, doors, rehearsed, PAIRS + pair, outside(here), end)));
        }
        await(customers, longest.plus(LONGEST_END));
        drivers.forEach(Thread::interrupt);
        await(drivers, LONGEST_END);
        return rehearsed.calls();
    }

    /** Where only commission drivers are. */
    private static Point outside(Point here) {
        return new Point(here.lat(), here.lng() + 1);
    }

    private static Thread started(Actor actor) {
        return Thread.ofVirtual()
                .name(actor.name())
                .start(() -> {
                    try {
                        actor.play();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt(); // the rehearsal is over
                    }
                });
    }

    private static void await(Collection<Thread> threads, Duration longest)
            throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        for (Thread thread : threads) {
            thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        }
        threads.forEach(Thread::interrupt);
    }
}
