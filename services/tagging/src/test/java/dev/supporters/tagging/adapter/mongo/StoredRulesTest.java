package dev.supporters.tagging.adapter.mongo;

import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.tagging.rule.KeptTagRule;
import dev.supporters.tagging.rule.KeptTagRule.Author;
import dev.supporters.tagging.rule.KeptTagRule.RuleChange;
import dev.supporters.tagging.rule.TagRule;
import dev.supporters.testkit.StoredDocumentsContract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class StoredRulesTest extends StoredDocumentsContract<KeptTagRule> {

    private static final Author PUTTER =
            new Author(Instant.parse("2026-11-30T12:00:00Z"), "operator-1", "long ways are tiring");
    private static final Author REMOVER =
            new Author(Instant.parse("2026-11-30T13:00:00Z"), "operator-2", "not any more");

    @Override
    protected CollectionSpec<KeptTagRule> spec() {
        return TaggingStores.RULES;
    }

    @Override
    protected Map<String, KeptTagRule> values() {
        TagRule first = rule("call.distance_meters > 30000", true, 0);
        TagRule second = rule("'vip' in tags", true, 7);
        RuleChange put = new RuleChange(PUTTER, false, second);
        return Map.of(
                "enabled",
                KeptTagRule.of(first),
                "disabled",
                KeptTagRule.of(rule("call.distance_meters > 1", false, 0)),
                "changed",
                new KeptTagRule(second, Optional.empty(), List.of(put)),
                "removed",
                new KeptTagRule(
                        second,
                        Optional.of(REMOVER.time()),
                        List.of(put, new RuleChange(REMOVER, true, second))));
    }

    private static TagRule rule(String expression, boolean enabled, int order) {
        return new TagRule("long-distance", "long-distance", expression, enabled, order);
    }
}
