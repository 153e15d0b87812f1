package dev.supporters.tagging.adapter.mongo;

import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.tagging.rule.FitRuleTurn;
import dev.supporters.testkit.StoredDocumentsContract;

import java.util.Map;

class StoredFitRuleTurnsTest extends StoredDocumentsContract<FitRuleTurn> {

    @Override
    protected CollectionSpec<FitRuleTurn> spec() {
        return TaggingStores.FIT_RULE_TURNS;
    }

    @Override
    protected Map<String, FitRuleTurn> values() {
        return Map.of("last", new FitRuleTurn(3, "fit"));
    }
}
