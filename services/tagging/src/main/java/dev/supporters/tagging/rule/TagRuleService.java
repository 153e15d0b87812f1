package dev.supporters.tagging.rule;

import dev.cel.runtime.CelEvaluationException;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.tagging.rule.KeptTagRule.Author;
import dev.supporters.tagging.rule.TagRuleCompiler.CompiledRule;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

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
     * The tags that a call has before the rules, and those that the rules give to it, in alphabetical order. A rule that fails gives no
     * tag, unless the tag blocks: then it gives it to be safe. Without rules there is no answer.
     *
     * @param before what it has before, for example its customer's
     */
    public SortedSet<String> tagsOf(Call call, Collection<String> before) {
        return tagsOf(call, before, rule -> true);
    }

    /** The same, of those rules alone that are applied before a place in the order. */
    public SortedSet<String> tagsBefore(int order, Call call, Collection<String> before) {
        return tagsOf(call, before, rule -> rule.order() < order);
    }

    private SortedSet<String> tagsOf(
            Call call, Collection<String> before, Predicate<TagRule> applied) {
        RulesInForce now =
                inForce.orElseThrow(() ->
                        new Refusal(
                                ErrorReason.ERROR_REASON_UNAVAILABLE,
                                "the rules are not loaded yet",
                                "loaded rules"));
        Set<String> known = new LinkedHashSet<>(before);
        known.addAll(now.blocks());
        // an expression reads the list as it is at its turn
        List<String> tags = new ArrayList<>(known);
        Map<String, Object> variables = TagRuleCompiler.variables(call, tags);
        for (CompiledRule rule : now.rules()) {
            if (applied.test(rule.rule())
                    && matches(rule, variables)
                    && known.add(rule.rule().tag())) {
                tags.add(rule.rule().tag());
            }
        }
        return new TreeSet<>(known);
    }

    /**
     * It is in force here at once, and on other instances with their next refresh. Refused: a new one where there are too many;
     * LAST_FIT_RULE, if calls were fit by the rule of this name alone, and would not be by the new one.
     */
    public TagRule put(String requestId, TagRule rule, Author author) {
        compiler.compile(rule);
        requireRoom(rule);
        String cause =
                RequestCause.of(
                        "putRule",
                        requestId,
                        rule.tag(),
                        rule.expression(),
                        rule.enabled(),
                        rule.order(),
                        author.reason());
        TagRule put =
                repository
                        .change(
                                rule.name(),
                                cause,
                                (current, version) -> {
                                    if (!rule.makesFit()) {
                                        requireAnotherThatMakesFit(current);
                                    }
                                    return Optional.of(
                                            Change.to(
                                                    KeptTagRule.put(current, rule, author),
                                                    TagRuleEvents.put(current, rule, author)));
                                })
                        .map(KeptTagRule::rule)
                        .orElseThrow(() -> unknown(rule.name()));
        refresh();
        return put;
    }

    /**
     * It is out of force here at once, and on other instances with their next refresh. Refused: TAG_RULE_NOT_FOUND, LAST_FIT_RULE.
     *
     * @return the rule as it was
     */
    public TagRule remove(String requestId, String name, Author author) {
        TagRule removed =
                repository
                        .change(
                                name,
                                RequestCause.of("removeRule", requestId, author.reason()),
                                (current, version) -> {
                                    KeptTagRule kept =
                                            current.filter(known -> !known.removed())
                                                    .orElseThrow(() -> unknown(name));
                                    requireAnotherThatMakesFit(current);
                                    return Optional.of(
                                            Change.to(
                                                    kept.removedBy(author),
                                                    TagRuleEvents.removed(kept.rule(), author)));
                                })
                        .map(KeptTagRule::rule)
                        .orElseThrow(() -> unknown(name));
        refresh();
        return removed;
    }

    /** What was done to a rule, also to one that was removed; the newest first. Refused: TAG_RULE_NOT_FOUND. */
    public List<KeptTagRule.RuleChange> history(String name) {
        return repository.find(name).orElseThrow(() -> unknown(name)).changes().reversed();
    }

    /** All rules, also those not in force, in the order in which they are applied. */
    public List<TagRule> list() {
        return repository.all().stream().sorted(TagRule.IN_ORDER).toList();
    }

    /** Reads the rules. In a new installation it first stores the default rules. */
    public synchronized void refresh() {
        List<TagRule> rules = list();
        if (rules.isEmpty()) {
            DefaultTagRules.ALL.forEach(this::addIfAbsent);
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

    /** A default rule that was removed stays removed. */
    private void addIfAbsent(TagRule rule) {
        repository.change(
                rule.name(),
                "",
                (current, version) ->
                        current.isPresent()
                                ? Optional.empty()
                                : Optional.of(Change.to(KeptTagRule.of(rule))));
    }

    private static Refusal unknown(String name) {
        return new Refusal(
                ErrorReason.ERROR_REASON_TAG_RULE_NOT_FOUND, "rule: " + name, "the name of a rule");
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

    /**
     * Supporters are turned off by the policy's share of calls, not by a rule that is gone: then nobody would know why they have no calls.
     * It is asked between the reading of the rule and its change, so that {@link #takeTurn} can keep two operators from taking away the
     * last two in the same moment.
     */
    private void requireAnotherThatMakesFit(Optional<KeptTagRule> current) {
        current.filter(KeptTagRule::makesFit)
                .map(KeptTagRule::rule)
                .ifPresent(rule -> {
                    takeTurn(rule.name());
                    if (list().stream()
                            .filter(TagRule::makesFit)
                            .allMatch(other -> other.name().equals(rule.name()))) {
                        throw new Refusal(
                                ErrorReason.ERROR_REASON_LAST_FIT_RULE,
                                "rule " + rule.name() + " alone gives " + TagRule.FIT,
                                "another rule in force that gives "
                                        + TagRule.FIT
                                        + "; or a policy with a rollout of 0 percent");
                    }
                });
    }

    /**
     * Makes a change of every other rule that is decided and not written begin again, as its document has another version then: so the
     * rules that are read now are not taken away by what was decided before. Whoever decides later takes a turn behind this one, and makes
     * this one begin again if it is not written by then. Nobody waits for one who died.
     */
    private void takeTurn(String rule) {
        FitRuleTurn turn;
        do {
            Optional<FitRuleTurn> last = repository.lastTurn();
            last.map(FitRuleTurn::rule).filter(other -> !other.equals(rule)).ifPresent(this::touch);
            turn = new FitRuleTurn(last.map(FitRuleTurn::number).orElse(0L) + 1, rule);
        } while (!repository.take(turn).equals(turn));
    }

    /** Nothing but the version of its document becomes another. One that makes nothing fit is not taken away by anybody. */
    private void touch(String name) {
        repository.change(
                name,
                "",
                (current, version) -> current.filter(KeptTagRule::makesFit).map(Change::to));
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

    private boolean matches(CompiledRule rule, Map<String, Object> variables) {
        try {
            return rule.matches(variables);
        } catch (CelEvaluationException e) {
            LOG.debugf("rule failed {rule=%s, cause=%s}", rule.rule().name(), e.getErrorCode());
            failures.increment();
            return rule.rule().blocks();
        }
    }
}
