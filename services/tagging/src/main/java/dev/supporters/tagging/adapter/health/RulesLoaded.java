package dev.supporters.tagging.adapter.health;

import dev.supporters.tagging.rule.RuleBook;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the rules are in memory. */
@Readiness
@ApplicationScoped
class RulesLoaded implements HealthCheck {

    private final RuleBook book;

    RulesLoaded(RuleBook book) {
        this.book = book;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("rules loaded").status(book.loaded()).build();
    }
}
