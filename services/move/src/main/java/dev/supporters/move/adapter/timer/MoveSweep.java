package dev.supporters.move.adapter.timer;

import dev.supporters.move.MoveConfig;
import dev.supporters.move.proposal.Moves;
import dev.supporters.platform.time.Alarms;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Has the moves swept. */
@ApplicationScoped
class MoveSweep {

    private final Moves moves;
    private final Alarms alarms;
    private final MoveConfig config;

    MoveSweep(Moves moves, Alarms alarms, MoveConfig config) {
        this.moves = moves;
        this.alarms = alarms;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        alarms.every(config.sweepEvery(), moves::sweep);
    }
}
