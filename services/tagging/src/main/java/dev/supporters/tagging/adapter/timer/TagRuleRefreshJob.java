package dev.supporters.tagging.adapter.timer;

import dev.supporters.platform.time.Scheduler;
import dev.supporters.tagging.TaggingConfig;
import dev.supporters.tagging.rule.TagRuleService;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;

/** Reads the rules at the start, and again at intervals. While the store is away the rules in memory stay in force. */
@ApplicationScoped
class TagRuleRefreshJob {

    private final TagRuleService rules;
    private final Scheduler scheduler;
    private final Clock clock;
    private final TaggingConfig config;

    TagRuleRefreshJob(
            TagRuleService rules, Scheduler scheduler, Clock clock, TaggingConfig config) {
        this.rules = rules;
        this.scheduler = scheduler;
        this.clock = clock;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        scheduler.at(clock.instant(), rules::refresh);
        scheduler.every(config.rulesRefresh(), rules::refresh);
    }
}
