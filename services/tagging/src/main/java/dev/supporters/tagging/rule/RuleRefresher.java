package dev.supporters.tagging.rule;

import dev.supporters.platform.time.Scheduler;
import dev.supporters.tagging.TaggingConfig;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;

/** Loads the rules at start, and again and again. While the store is away the rules at hand stay in force. */
@ApplicationScoped
class RuleRefresher {

    private final RuleBook book;
    private final Scheduler scheduler;
    private final Clock clock;
    private final TaggingConfig config;

    RuleRefresher(RuleBook book, Scheduler scheduler, Clock clock, TaggingConfig config) {
        this.book = book;
        this.scheduler = scheduler;
        this.clock = clock;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        scheduler.at(clock.instant(), book::refresh);
        scheduler.every(config.rulesRefresh(), book::refresh);
    }
}
