package dev.supporters.player;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.player.client.GraphQlAnswer;
import dev.supporters.player.client.GraphQlSubscription.Message;
import dev.supporters.player.client.SystemClients;
import dev.supporters.simulation.CheatingBehaviour;
import dev.supporters.simulation.PlannedPause;
import dev.supporters.simulation.RandomStreams;
import dev.supporters.simulation.SupporterBehaviour;
import dev.supporters.simulation.SupporterPlan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Comes to work, rests, follows commands or refuses them, goes home. */
final class PlayedSupporter implements PlayedPerson {

    private static final int MOST_TRIES = 20;
    private static final Duration LONGEST_OPENING = Duration.ofSeconds(10);

    private final NightSetup setup;
    private final Observations observations;
    private final SupporterPlan plan;
    private final SupporterApp app;
    private final SupporterDrive drive;
    private final SupporterRests rests;
    private final SupporterMoves moves;
    private final SupporterCheating cheating;
    private final Deque<PlannedPause> losses = new ArrayDeque<>();

    private boolean leaving;
    private boolean ended;
    private Leg toldLeg;
    private Instant report = Instant.MIN;
    private Instant reread = Instant.MIN;

    PlayedSupporter(
            NightSetup setup,
            SystemClients clients,
            Observations observations,
            CustomerPhones phones,
            SupporterPlan plan) {
        this.setup = setup;
        this.observations = observations;
        this.plan = plan;
        SupporterBehaviour behaviour =
                new SupporterBehaviour(
                        setup.night(), setup.parameters(), setup.seed(), plan.number());
        String token = setup.tokens().token(plan.driverId(), "driver");
        this.app = new SupporterApp(clients, token, plan, setup.night().businessDate().toString());
        CheatingBehaviour cheats =
                CheatingBehaviour.of(setup.parameters(), setup.seed(), plan.number());
        this.cheating =
                new SupporterCheating(
                        cheats,
                        setup.night(),
                        setup.intervals(),
                        phones,
                        () -> observations.cheated(plan.driverId(), cheats.kind().orElseThrow()));
        this.drive =
                new SupporterDrive(
                        setup,
                        app,
                        behaviour,
                        new LeakDetector(observations, plan.driverId()),
                        cheating,
                        plan.start());
        this.toldLeg = drive.leg();
        this.rests = new SupporterRests(app, setup.intervals(), plan.rests());
        this.moves =
                new SupporterMoves(
                        app,
                        behaviour,
                        setup.parameters().followsRestAdvice(),
                        new RandomStreams(setup.seed()).of("rest-advice", plan.number()),
                        drive,
                        rests,
                        cheating);
        plan.networkLosses().forEach(loss -> losses.add(setup.intervals().stretched(loss)));
    }

    @Override
    public String name() {
        return "supporter " + plan.driverId();
    }

    /** Opens the app, as drivers do before their shift: it listens, and has read its state. */
    void openApp() throws InterruptedException {
        app.listen();
        Optional<Message> connected = app.await(LONGEST_OPENING);
        if (connected.isPresent()) {
            take(connected.get());
        }
    }

    @Override
    public void play() throws InterruptedException {
        setup.clock().sleepUntil(plan.begin());
        app.report(drive.leg(), now());
        if (!begins()) {
            observations.count("supporters who could not begin");
            return;
        }
        observations.working(1);
        try {
            work();
        } finally {
            app.close();
            observations.working(-1);
        }
    }

    private boolean begins() throws InterruptedException {
        for (int tries = 0;
                tries < MOST_TRIES && now().isBefore(setup.night().windowEnd());
                tries++) {
            GraphQlAnswer answer = app.begin(drive.leg().at(now()));
            if (!answer.refused()) {
                return true;
            }
            if (answer.refusedFor("ALREADY_WORKED")) {
                return works();
            }
            if (answer.refusedFor("OUTSIDE_ZONE") || answer.refusedFor("APP_NOT_ALLOWED")) {
                return false;
            }
            setup.clock().sleepUntil(now().plus(setup.intervals().retry()));
        }
        // in a night that is continued a drive may last longer than the window
        return works();
    }

    /** Asked again while nobody answers: who gave up now would leave a customer in the car. */
    private boolean works() throws InterruptedException {
        GraphQlAnswer answer = app.state();
        for (int tries = 1; tries < MOST_TRIES && answer.refused(); tries++) {
            setup.clock().sleepUntil(now().plus(setup.intervals().retry()));
            answer = app.state();
        }
        String state = answer.data().path("workStatus").path("state").asText("");
        return state.equals("WORKING") || state.equals("RESTING") || state.equals("ENDING");
    }

    private void work() throws InterruptedException {
        while (!ended && now().isBefore(setup.finishBy())) {
            loseNetwork();
            Optional<Message> message = app.await(setup.clock().realUntil(next()));
            if (message.isPresent()) {
                take(message.get());
            }
            actOnTime(now());
        }
    }

    private Instant next() {
        Instant next = earliest(earliest(drive.due(), reportDue()), reread);
        if (drive.slot().engaged()) {
            return next;
        }
        next = earliest(next, rests.due());
        return leaving ? next : earliest(next, plan.leave());
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void take(Message message) throws InterruptedException {
        switch (message) {
            case Message.Data news -> {
                JsonNode slot = news.data().path("commands");
                if (slot.path("state").isTextual()) {
                    drive.take(ObservedSlot.of(slot, now()), now());
                    reread = now().plus(patience());
                }
                drive.heard(news.text(), now()); // after the command that it may bring
                moves.consider(news.data().path("moves").path("move"), now());
            }
            case Message.Connected connected -> read();
        }
    }

    private void actOnTime(Instant now) throws InterruptedException {
        if (!now.isBefore(drive.due())) {
            drive.act(now);
        }
        if (!now.isBefore(reportDue())) {
            report(now);
        }
        if (!now.isBefore(reread)) {
            read();
        }
        if (!drive.slot().engaged()) {
            rests.act(now);
            leave(now);
        }
    }

    /** At the usual time; the place where a supporter without a command stops is reported at once. */
    private Instant reportDue() {
        boolean told = drive.slot().engaged() || drive.leg().equals(toldLeg);
        return told ? report : earliest(report, drive.leg().end());
    }

    private void report(Instant now) throws InterruptedException {
        Leg leg = drive.leg();
        boolean dark = drive.slot().state() == ObservedSlot.State.FREE && cheating.dark(now);
        if (!dark) {
            app.report(leg, now);
        }
        if (!leg.moving(now)) {
            toldLeg = leg;
        }
        report = now().plus(setup.intervals().reports(leg.moving(now)));
    }

    /** Reads everything again, as an app does that does not know what happened. */
    private void read() throws InterruptedException {
        GraphQlAnswer state = app.state();
        reread = now().plus(patience());
        if (state.refused()) {
            return;
        }
        ObservedSlot slot = ObservedSlot.of(state.data().path("engagement"), now());
        drive.take(slot, now());
        drive.heard(state.text(), now());
        String work = state.data().path("workStatus").path("state").asText("");
        rests.observed(work.equals("RESTING"));
        ended = work.equals("ENDED") && !slot.engaged();
        moves.consider(state.data().path("activeMove"), now());
    }

    /** After the window's end the app asks often whether the shift is over. */
    private Duration patience() {
        return now().isBefore(setup.night().windowEnd()) && !leaving
                ? setup.intervals().silence()
                : setup.intervals().polls();
    }

    private void leave(Instant now) throws InterruptedException {
        if (!leaving && !now.isBefore(plan.leave())) {
            GraphQlAnswer answer = app.end(now);
            leaving = !answer.refused() || answer.refusedFor("NOT_WORKING");
            reread = leaving ? now : reread;
        }
    }

    /** As in a tunnel: no reports, no answers, and silence accepts. */
    private void loseNetwork() throws InterruptedException {
        if (losses.isEmpty() || now().isBefore(losses.peek().begin())) {
            return;
        }
        PlannedPause loss = losses.pop();
        app.close();
        setup.clock().sleepUntil(loss.end());
        app.listen();
        report = now();
    }

    private Instant now() {
        return setup.clock().now();
    }
}
