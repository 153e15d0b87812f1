package dev.supporters.tagging.adapter.health;

import dev.supporters.tagging.rule.TagRuleService;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the rules are in memory. */
@Readiness
@ApplicationScoped
class TagRulesReadiness implements HealthCheck {

    private final TagRuleService rules;

    TagRulesReadiness(TagRuleService rules) {
        this.rules = rules;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("rules loaded").status(rules.loaded()).build();
    }
}
