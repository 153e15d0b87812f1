package dev.supporters.move.adapter.timer;

import dev.supporters.move.MoveConfig;
import dev.supporters.move.proposal.Moves;
import dev.supporters.platform.time.Scheduler;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Has the moves swept. */
@ApplicationScoped
class MoveSweep {

    private final Moves moves;
    private final Scheduler scheduler;
    private final MoveConfig config;

    MoveSweep(Moves moves, Scheduler scheduler, MoveConfig config) {
        this.moves = moves;
        this.scheduler = scheduler;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        scheduler.every(config.sweepEvery(), moves::sweep);
    }
}
