package dev.supporters.tagging.adapter.mongo;

import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.tagging.rule.TagRule;
import dev.supporters.testkit.StoredDocumentsContract;

import java.util.Map;

class StoredRulesTest extends StoredDocumentsContract<TagRule> {

    @Override
    protected CollectionSpec<TagRule> spec() {
        return TaggingStores.RULES;
    }

    @Override
    protected Map<String, TagRule> values() {
        return Map.of(
                "enabled", rule("call.distance_meters > 30000", true),
                "disabled", rule("call.distance_meters > 1", false));
    }

    private static TagRule rule(String expression, boolean enabled) {
        return new TagRule("long-distance", "long-distance", expression, enabled);
    }
}
