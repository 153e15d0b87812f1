package dev.supporters.player;

import dev.supporters.player.client.GraphQlAnswer;
import dev.supporters.simulation.PlannedPause;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/** A supporter's rests: at the time that the supporter means to rest, or earlier if that was advised. */
final class SupporterRests {

    private final SupporterApp app;
    private final PollingIntervals intervals;
    private final Deque<PlannedPause> planned;
    private boolean resting;

    SupporterRests(SupporterApp app, PollingIntervals intervals, Collection<PlannedPause> planned) {
        this.app = app;
        this.intervals = intervals;
        this.planned = new ArrayDeque<>(planned);
    }

    /** When the next rest begins, or the present one ends. */
    Instant due() {
        if (planned.isEmpty()) {
            return Instant.MAX;
        }
        return resting ? planned.peek().end() : planned.peek().begin();
    }

    /** Whether the supporter will rest tonight, and has not yet. */
    boolean willRest() {
        return !resting && !planned.isEmpty();
    }

    /** The next rest begins now. */
    void bringForward(Instant now) {
        planned.push(new PlannedPause(now, planned.pop().length()));
    }

    /** What the system says. */
    void observed(boolean isResting) {
        resting = isResting;
    }

    void act(Instant now) throws InterruptedException {
        if (now.isBefore(due())) {
            return;
        }
        if (resting) {
            resume(now);
        } else {
            begin(now);
        }
    }

    private void begin(Instant now) throws InterruptedException {
        PlannedPause rest = planned.pop();
        if (app.rest(now).refused()) {
            planned.push(
                    new PlannedPause(now.plus(intervals.polls().multipliedBy(2)), rest.length()));
        } else {
            resting = true;
            planned.push(new PlannedPause(now, rest.length()));
        }
    }

    private void resume(Instant now) throws InterruptedException {
        PlannedPause rest = planned.pop();
        GraphQlAnswer answer = app.resume(now);
        if (answer.refused()
                && !answer.refusedFor("WRONG_WORK_STATE")
                && !answer.refusedFor("NOT_WORKING")) {
            Instant next = now.plus(intervals.retry());
            planned.push(new PlannedPause(rest.begin(), Duration.between(rest.begin(), next)));
            return;
        }
        resting = false;
    }
}
