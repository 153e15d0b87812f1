package dev.supporters.player;

import dev.supporters.player.client.NoAnswerException;
import dev.supporters.player.client.SystemClients;
import dev.supporters.simulation.CommissionPlan;
import dev.supporters.simulation.CustomerPlan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Plays a night through the public APIs, from whatever time it is on, until every call has its end: before it drivers join the group, and
 * after it some dispute their statements, and the operator decides on signals of abuse.
 */
public final class NightPlayer {

    private static final int OPENED_AT_A_TIME = 8;
    private static final Duration BETWEEN_PROGRESS = Duration.ofMillis(250);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final int MOST_TRIES = 20;

    private final NightSetup setup;
    private final Observations observations = new Observations();
    private final CustomerPhones phones = new CustomerPhones();
    private final List<GroupApplicant> applicants;
    private final List<Thread> customers = new ArrayList<>();
    private final List<Thread> supporters = new ArrayList<>();
    private final List<Thread> commissionDrivers = new ArrayList<>();

    private NightPlayer(NightSetup setup) {
        this.setup = setup;
        applicants = GroupApplicant.of(setup.people(), setup.parameters(), setup.seed());
    }

    /**
     * Plays the night and says what people saw. An interrupt of the calling thread ends it at once.
     *
     * @param startClock lets the night's clock run: called when the supporters have opened their apps
     */
    public static NightOutcome play(NightSetup setup, Runnable startClock) {
        return new NightPlayer(setup).play(startClock);
    }

    private NightOutcome play(Runnable startClock) {
        long begin = System.nanoTime();
        boolean interrupted = false;
        Optional<Duration> realTime = Optional.empty();
        PeopleFigures people = PeopleFigures.NONE;
        try (SystemClients clients = setup.clients(observations)) {
            try {
                new GroupApplications(setup, clients, applicants).play();
                List<PlayedSupporter> apps = openApps(clients);
                startClock.run();
                begin = System.nanoTime();
                start(clients, apps);
                await(customers);
                await(supporters); // commission drivers have nothing to do without customers
                tellProgress();
                realTime = Optional.of(since(begin));
                new StatementDisputes(setup, clients).play();
                new SignalDecisions(setup, clients).play();
                people =
                        new PeopleFiguresReader(setup, clients)
                                .read(applicants, observations.cheaters());
            } catch (InterruptedException e) {
                interrupted = true;
            }
            goHome();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return observations.outcome(people, interrupted, realTime.orElse(since(begin)));
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Some at a time: a hundred apps that open within a second are no night that anybody has. */
    private List<PlayedSupporter> openApps(SystemClients clients) throws InterruptedException {
        List<PlayedSupporter> apps =
                setup.people().supporters().stream()
                        .map(plan ->
                                new PlayedSupporter(setup, clients, observations, phones, plan))
                        .toList();
        try (ExecutorService openers =
                Executors.newFixedThreadPool(OPENED_AT_A_TIME, Thread.ofVirtual().factory())) {
            openers.invokeAll(apps.stream().map(NightPlayer::opening).toList());
        }
        return apps;
    }

    private static Callable<Void> opening(PlayedSupporter app) {
        return () -> {
            app.openApp();
            return null;
        };
    }

    private void start(SystemClients clients, List<PlayedSupporter> apps)
            throws InterruptedException {
        Instant now = setup.clock().now();
        OpenCalls open = openCalls(clients, now);
        apps.forEach(app -> supporters.add(thread(app)));
        for (CommissionPlan plan : setup.people().commissionDrivers()) {
            commissionDrivers.add(
                    thread(
                            new PlayedCommissionDriver(
                                    setup,
                                    clients,
                                    observations,
                                    plan,
                                    open.ofDriver(plan.driverId()))));
        }
        for (CustomerPlan plan : setup.people().customers()) {
            Optional<OpenCalls.OpenCall> call = open.of(plan.customerId());
            if (call.isPresent() || !plan.call().requestedAt().isBefore(now)) {
                customers.add(
                        thread(
                                new PlayedCustomer(
                                        setup, clients, observations, phones, plan, call)));
            }
        }
        observations.customers(customers.size());
        customers.forEach(Thread::start);
        supporters.forEach(Thread::start);
        commissionDrivers.forEach(Thread::start);
    }

    /** The calls that an earlier process of this night left open; none when the night begins. */
    private OpenCalls openCalls(SystemClients clients, Instant now) throws InterruptedException {
        boolean fresh =
                setup.night().calls().isEmpty()
                        || !setup.night().calls().getFirst().requestedAt().isBefore(now);
        if (fresh) {
            return OpenCalls.none();
        }
        String token = setup.tokens().token("night", "operator");
        for (int tries = 1; tries < MOST_TRIES; tries++) {
            try {
                return OpenCalls.find(clients, token);
            } catch (NoAnswerException e) {
                observations.count("open calls asked for again");
                setup.clock().sleepUntil(setup.clock().now().plus(setup.intervals().retry()));
            }
        }
        observations.failed("open calls", new IllegalStateException("no answer"));
        return OpenCalls.none();
    }

    private Thread thread(PlayedPerson person) {
        return Thread.ofVirtual().name(person.name()).unstarted(() -> play(person));
    }

    private void play(PlayedPerson person) {
        try {
            person.play();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the night is over
        } catch (RuntimeException e) {
            observations.failed(person.name(), e);
        }
    }

    private void await(List<Thread> threads) throws InterruptedException {
        long last = System.nanoTime() - BETWEEN_PROGRESS.toNanos();
        for (Thread thread : threads) {
            while (thread.isAlive() && setup.clock().now().isBefore(setup.finishBy())) {
                thread.join(BETWEEN_PROGRESS);
                if (System.nanoTime() - last > BETWEEN_PROGRESS.toNanos()) {
                    last = System.nanoTime();
                    tellProgress();
                }
            }
        }
    }

    private void tellProgress() {
        setup.progress().accept(observations.progress(setup.clock().now()));
    }

    private void goHome() {
        List<Thread> all = new ArrayList<>(customers);
        all.addAll(supporters);
        all.addAll(commissionDrivers);
        all.forEach(Thread::interrupt);
        long end = System.nanoTime() + FAREWELL.toNanos();
        try {
            for (Thread thread : all) {
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // no time to wait for them
        }
    }
}
