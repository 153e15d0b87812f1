package dev.supporters.move.adapter.timer;

import dev.supporters.move.MoveConfig;
import dev.supporters.move.proposal.ProposalService;
import dev.supporters.platform.time.Scheduler;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Ends moves whose time is over, again and again. */
@ApplicationScoped
class MoveSweep {

    private final ProposalService proposals;
    private final Scheduler scheduler;
    private final MoveConfig config;

    MoveSweep(ProposalService proposals, Scheduler scheduler, MoveConfig config) {
        this.proposals = proposals;
        this.scheduler = scheduler;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        scheduler.every(config.sweepEvery(), proposals::sweep);
    }
}
