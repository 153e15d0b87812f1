package dev.supporters.player;

import dev.supporters.player.client.SystemClients;
import dev.supporters.simulation.CheatingBehaviour;
import dev.supporters.simulation.Night;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.PlannedPause;
import dev.supporters.simulation.Population;
import dev.supporters.simulation.RandomStreams;
import dev.supporters.simulation.SeoulNight;
import dev.supporters.simulation.SupporterBehaviour;
import dev.supporters.simulation.SupporterPlan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One supporter at a scripted gateway, at the begin of a night whose clock stands. */
final class SupporterFixture implements AutoCloseable {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);
    private static final long SEED = 1;

    private final Instant now;
    private final SystemClients clients;
    private final SupporterDrive drive;
    private final SupporterRests rests;
    private final SupporterMoves moves;
    private final CustomerPhones phones = new CustomerPhones();
    private final SupporterCheating cheating;
    private boolean cheated;

    SupporterFixture(
            ScriptedGateway gateway, NightParameters parameters, List<PlannedPause> planned) {
        Night night = SeoulNight.of(DATE, parameters, SEED);
        now = night.windowBegin();
        Population people = Population.of(night, parameters, SEED, 1, 0);
        NightSetup setup =
                new NightSetup(
                        night,
                        parameters,
                        SEED,
                        people,
                        new StandingClock(now),
                        new PollingIntervals(60, 1, 0),
                        gateway.uri(),
                        gateway.uri(),
                        "token",
                        (subject, role) -> "token",
                        progress -> {});
        Observations observations = new Observations();
        clients = setup.clients(observations);
        SupporterPlan plan = people.supporters().getFirst();
        SupporterBehaviour behaviour =
                new SupporterBehaviour(night, parameters, SEED, plan.number());
        cheating =
                new SupporterCheating(
                        CheatingBehaviour.of(parameters, SEED, plan.number()),
                        night,
                        setup.intervals(),
                        phones,
                        () -> cheated = true);
        SupporterApp app = new SupporterApp(clients, "token", plan, DATE.toString());
        drive =
                new SupporterDrive(
                        setup,
                        app,
                        behaviour,
                        new LeakDetector(observations, plan.driverId()),
                        cheating,
                        plan.start());
        rests = new SupporterRests(app, setup.intervals(), planned);
        moves =
                new SupporterMoves(
                        app,
                        behaviour,
                        parameters.followsRestAdvice(),
                        new RandomStreams(SEED).of("rest-advice", 0),
                        drive,
                        rests,
                        cheating);
    }

    Instant now() {
        return now;
    }

    SupporterDrive drive() {
        return drive;
    }

    SupporterRests rests() {
        return rests;
    }

    SupporterMoves moves() {
        return moves;
    }

    SupporterCheating cheating() {
        return cheating;
    }

    CustomerPhones phones() {
        return phones;
    }

    /** Whether the supporter has played the system. */
    boolean cheated() {
        return cheated;
    }

    @Override
    public void close() {
        clients.close();
    }
}
