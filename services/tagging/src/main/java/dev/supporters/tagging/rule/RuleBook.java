package dev.supporters.tagging.rule;

import dev.cel.runtime.CelEvaluationException;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.tagging.label.TagName;

import io.micrometer.core.instrument.MeterRegistry;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The rules, compiled once and kept in memory; the store has the truth, and is read again now and then. */
@ApplicationScoped
public class RuleBook {

    private static final Logger LOG = Logger.getLogger(RuleBook.class);
    private static final int NAME_LENGTH = 60;
    private static final int EXPRESSION_LENGTH = 2_000;

    private final AggregateStore<Rule> store;
    private final RuleSearch search;
    private final RuleCompiler compiler;
    private final MeterRegistry meters;
    private volatile Optional<List<CompiledRule>> inForce = Optional.empty();
    private Map<Rule, CompiledRule> compiled = new HashMap<>();

    public RuleBook(
            AggregateStore<Rule> store,
            RuleSearch search,
            RuleCompiler compiler,
            MeterRegistry meters) {
        this.store = store;
        this.search = search;
        this.compiler = compiler;
        this.meters = meters;
    }

    /** Whether the rules have been read. */
    public boolean loaded() {
        return inForce.isPresent();
    }

    /** The tags that the rules give to a call. Without rules there is no answer. */
    public Set<String> tagsOf(Call call) {
        List<CompiledRule> rules =
                inForce.orElseThrow(() ->
                        new Refusal(
                                ErrorReason.ERROR_REASON_UNAVAILABLE,
                                "the rules are not loaded yet",
                                "loaded rules"));
        Set<String> tags = new TreeSet<>();
        for (CompiledRule rule : rules) {
            if (holds(rule, call)) {
                tags.add(rule.rule().tag());
            }
        }
        return tags;
    }

    public Rule put(String requestId, Rule rule) {
        Require.requestId(requestId);
        Require.text(rule.name(), "rule.name", NAME_LENGTH);
        TagName.require(rule.tag(), "rule.tag");
        Require.text(rule.expression(), "rule.expression", EXPRESSION_LENGTH);
        compiler.compile(rule);
        Versioned<Rule> put =
                store.change(
                        rule.name(), requestId, (current, version) -> Optional.of(Change.to(rule)));
        refresh();
        return put.value();
    }

    /** All rules, also those not in force, by name. */
    public List<Rule> list() {
        return search.all();
    }

    /** Reads the rules; the first time in a new installation puts those that it begins with. */
    public synchronized void refresh() {
        List<Rule> rules = list();
        if (rules.isEmpty()) {
            DefaultRules.ALL.forEach(rule ->
                    store.change(
                            rule.name(),
                            "",
                            (current, version) ->
                                    current.isPresent()
                                            ? Optional.empty()
                                            : Optional.of(Change.to(rule))));
            rules = list();
        }
        Map<Rule, CompiledRule> next = new HashMap<>();
        List<CompiledRule> enabled = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.enabled()) {
                compiled(rule)
                        .ifPresent(ready -> {
                            next.put(rule, ready);
                            enabled.add(ready);
                        });
            }
        }
        compiled = next;
        inForce = Optional.of(List.copyOf(enabled));
    }

    private Optional<CompiledRule> compiled(Rule rule) {
        CompiledRule known = compiled.get(rule);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            return Optional.of(compiler.compile(rule));
        } catch (Refusal refusal) {
            LOG.errorf(
                    "stored rule doesn't compile and is left out rule=%s cause=%s",
                    rule.name(), refusal.getMessage());
            return Optional.empty();
        }
    }

    private boolean holds(CompiledRule rule, Call call) {
        try {
            return rule.holds(call);
        } catch (CelEvaluationException e) {
            LOG.debugf(
                    "rule failed rule=%s callId=%s cause=%s",
                    rule.rule().name(), call.getCallId(), e.getErrorCode());
            meters.counter("supporters_tagging_rule_failures_total").increment();
            return false;
        }
    }
}
