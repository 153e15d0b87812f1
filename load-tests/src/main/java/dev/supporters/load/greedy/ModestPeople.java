package dev.supporters.load.greedy;

import dev.supporters.contract.Position;
import dev.supporters.load.greedy.GatewayAsker.Answered;
import dev.supporters.load.greedy.ModestFigures.AppRequest;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Supporters and customers at people's pace, until they are interrupted. */
final class ModestPeople {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration DRIVE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_CALLS = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    /** Of so many commands a supporter refuses one. */
    private static final int REFUSES_ONE_OF = 3;

    private static final int LOOKS_BETWEEN_REPORTS = 20;

    private final Clock clock;
    private final Predicate<String> requestedByTheGreedy;
    private final Map<GatewayAsker, String> engaged = new ConcurrentHashMap<>();
    private final AtomicLong number = new AtomicLong();
    private volatile ModestFigures figures = new ModestFigures();

    /**
     * Nobody yet.
     *
     * @param requestedByTheGreedy whether a call, by its number, is the greedy customer's
     */
    ModestPeople(Clock clock, Predicate<String> requestedByTheGreedy) {
        this.clock = clock;
        this.requestedByTheGreedy = requestedByTheGreedy;
    }

    /** Counts anew from now on. */
    ModestFigures begin() {
        ModestFigures begun = new ModestFigures();
        figures = begun;
        return begun;
    }

    /** Begins a shift and takes commands. */
    void support(GatewayAsker app, Position here) throws InterruptedException {
        app.ask(RequestTexts.report(here, clock.instant()));
        Answered begun = app.ask(RequestTexts.begin(here));
        if (!begun.good()) {
            throw new IllegalStateException("a shift does not begin: " + begun.refusal());
        }
        int commands = 0;
        for (int look = 1; ; look++) {
            if (look % LOOKS_BETWEEN_REPORTS == 0) {
                app.ask(RequestTexts.report(here, clock.instant()));
            }
            var slot =
                    asked(app, AppRequest.SUPPORTERS_LOOKS, RequestTexts.SLOT)
                            .data()
                            .path("engagement");
            String callId = slot.path("command").path("callId").asText("");
            switch (slot.path("state").asText("")) {
                case "COMMANDED" -> {
                    commands++;
                    answer(app, callId, commands % REFUSES_ONE_OF == 0);
                }
                case "ACCEPTED" -> drive(app, callId);
                case "ARRIVED", "DRIVING" -> finish(app, callId);
                default -> {} // free, or not at work any more
            }
            Thread.sleep(LOOK);
        }
    }

    private void answer(GatewayAsker app, String callId, boolean refuses)
            throws InterruptedException {
        if (!refuses) {
            asked(app, AppRequest.ACCEPTANCES_AND_STEPS, RequestTexts.accept(callId));
            drive(app, callId);
            return;
        }
        Answered answered = asked(app, AppRequest.REFUSALS, RequestTexts.refuse(callId));
        figures.refusal(
                answered.data().path("refuseCall").path("outcome").asText("").equals("REFUSED"));
        figures.command(requestedByTheGreedy.test(callId));
    }

    private void drive(GatewayAsker app, String callId) throws InterruptedException {
        engaged.put(app, callId);
        step(app, "arrive", callId);
        finish(app, callId);
    }

    private void finish(GatewayAsker app, String callId) throws InterruptedException {
        step(app, "pickUp", callId);
        Thread.sleep(DRIVE);
        figures.withTheGreedy(engaged.values().stream().filter(requestedByTheGreedy).count());
        step(app, "complete", callId);
        engaged.remove(app);
        figures.command(requestedByTheGreedy.test(callId));
    }

    private void step(GatewayAsker app, String step, String callId) throws InterruptedException {
        asked(app, AppRequest.ACCEPTANCES_AND_STEPS, RequestTexts.step(step, callId));
    }

    /** Requests one call after the other, and follows each to its end, or until no supporter comes. */
    void order(GatewayAsker app) throws InterruptedException {
        while (true) {
            Answered requested =
                    asked(
                            app,
                            AppRequest.REQUESTS_OF_CALLS,
                            RequestTexts.requestCall("modest-" + number.incrementAndGet()));
            String callId = RequestTexts.callId(requested);
            if (!callId.isEmpty()) {
                follow(app, callId);
            }
            Thread.sleep(BETWEEN_CALLS);
        }
    }

    private void follow(GatewayAsker app, String callId) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (true) {
            Thread.sleep(LOOK);
            String state =
                    RequestTexts.callState(
                            asked(app, AppRequest.CUSTOMERS_LOOKS, RequestTexts.look(callId)));
            if (RequestTexts.ENDED.contains(state)) {
                return;
            }
            if (state.equals(RequestTexts.GENERAL) || System.nanoTime() - end > 0) {
                app.ask(RequestTexts.cancel(callId));
                return;
            }
        }
    }

    private Answered asked(GatewayAsker app, AppRequest what, String document)
            throws InterruptedException {
        Answered answered = app.ask(document);
        figures.add(what, answered);
        return answered;
    }
}
