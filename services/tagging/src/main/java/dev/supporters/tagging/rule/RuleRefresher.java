package dev.supporters.tagging.rule;

import dev.supporters.platform.time.Alarms;
import dev.supporters.tagging.TaggingConfig;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;

/** Loads the rules at start, and again and again. While the store is away the rules at hand stay in force. */
@ApplicationScoped
class RuleRefresher {

    private final RuleBook book;
    private final Alarms alarms;
    private final Clock clock;
    private final TaggingConfig config;

    RuleRefresher(RuleBook book, Alarms alarms, Clock clock, TaggingConfig config) {
        this.book = book;
        this.alarms = alarms;
        this.clock = clock;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        alarms.at(clock.instant(), book::refresh);
        alarms.every(config.rulesRefresh(), book::refresh);
    }
}
