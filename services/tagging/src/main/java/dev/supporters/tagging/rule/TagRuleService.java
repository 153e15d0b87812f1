package dev.supporters.tagging.rule;

import dev.cel.runtime.CelEvaluationException;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.tagging.rule.TagRuleCompiler.CompiledRule;

import io.micrometer.core.instrument.Counter;
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

/** The rules, compiled once and kept in memory. The store has the truth, and is read again at intervals. */
@ApplicationScoped
public class TagRuleService {

    private static final Logger LOG = Logger.getLogger(TagRuleService.class);

    private final TagRuleRepository repository;
    private final TagRuleCompiler compiler;
    private final Counter failures;
    private volatile Optional<RulesInForce> inForce = Optional.empty();
    private Map<TagRule, CompiledRule> compiled = new HashMap<>();

    public TagRuleService(
            TagRuleRepository repository, TagRuleCompiler compiler, MeterRegistry meters) {
        this.repository = repository;
        this.compiler = compiler;
        failures = meters.counter("supporters_tagging_rule_failures_total");
    }

    /**
     * What applies to every call.
     *
     * @param blocks tags of rules that keep something away and cannot be evaluated: every call has them, to be safe
     */
    private record RulesInForce(List<CompiledRule> rules, Set<String> blocks) {

        RulesInForce {
            rules = List.copyOf(rules);
            blocks = Set.copyOf(blocks);
        }
    }

    /** Whether the rules have been read. */
    public boolean loaded() {
        return inForce.isPresent();
    }

    /**
     * The tags that the rules give to a call. A rule that fails gives no tag, unless the tag blocks: then it gives it to be safe. Without
     * rules there is no answer.
     */
    public Set<String> tagsOf(Call call) {
        RulesInForce now =
                inForce.orElseThrow(() ->
                        new Refusal(
                                ErrorReason.ERROR_REASON_UNAVAILABLE,
                                "the rules are not loaded yet",
                                "loaded rules"));
        Set<String> tags = new TreeSet<>(now.blocks());
        for (CompiledRule rule : now.rules()) {
            if (matches(rule, call)) {
                tags.add(rule.rule().tag());
            }
        }
        return tags;
    }

    /** It is in force here at once, and on other instances with their next refresh. Refused: a new one where there are too many. */
    public TagRule put(String requestId, TagRule rule) {
        compiler.compile(rule);
        requireRoom(rule);
        TagRule put = repository.put(requestId, rule);
        refresh();
        return put;
    }

    /** All rules, also those not in force, by name. */
    public List<TagRule> list() {
        return repository.all();
    }

    /** Reads the rules. In a new installation it first stores the default rules. */
    public synchronized void refresh() {
        List<TagRule> rules = list();
        if (rules.isEmpty()) {
            DefaultTagRules.ALL.forEach(repository::addIfAbsent);
            rules = list();
        }
        Map<TagRule, CompiledRule> next = new HashMap<>();
        List<CompiledRule> enabled = new ArrayList<>();
        Set<String> blocks = new TreeSet<>();
        for (TagRule rule : rules) {
            if (rule.enabled()) {
                compiled(rule)
                        .ifPresentOrElse(
                                ready -> {
                                    next.put(rule, ready);
                                    enabled.add(ready);
                                },
                                () -> {
                                    if (rule.blocks()) {
                                        blocks.add(rule.tag());
                                    }
                                });
            }
        }
        compiled = next;
        inForce = Optional.of(new RulesInForce(enabled, blocks));
    }

    private void requireRoom(TagRule rule) {
        List<String> names = list().stream().map(TagRule::name).toList();
        if (names.size() >= TagRuleRepository.MOST && !names.contains(rule.name())) {
            throw Refusal.invalid(
                    "rule.name",
                    rule.name() + " beside " + names.size() + " others",
                    "at most " + TagRuleRepository.MOST + " rules");
        }
    }

    private Optional<CompiledRule> compiled(TagRule rule) {
        CompiledRule known = compiled.get(rule);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            return Optional.of(compiler.compile(rule));
        } catch (Refusal refusal) {
            LOG.errorf(
                    "stored rule does not compile and is %s {rule=%s, cause=%s}",
                    rule.blocks() ? "taken to be true" : "left out",
                    rule.name(),
                    refusal.getMessage());
            return Optional.empty();
        }
    }

    private boolean matches(CompiledRule rule, Call call) {
        try {
            return rule.matches(call);
        } catch (CelEvaluationException e) {
            LOG.debugf(
                    "rule failed {rule=%s, callId=%s, cause=%s}",
                    rule.rule().name(), call.getCallId(), e.getErrorCode());
            failures.increment();
            return rule.rule().blocks();
        }
    }
}
