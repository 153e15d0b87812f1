package dev.supporters.tagging.adapter.mongo;

import dev.supporters.testkit.QueriesContract;

import java.util.List;

class TaggingQueriesTest extends QueriesContract {

    @Override
    protected List<Sample> samples() {
        return List.of(
                new Sample(TaggingStores.ENTITIES, TaggingStores.withTagQuery("vip", "", 101)),
                new Sample(
                        TaggingStores.ENTITIES, TaggingStores.withTagQuery("vip", "driver:7", 101)),
                new Sample(
                        TaggingStores.ENTITIES, TaggingStores.customersQuery("customer:", 1_000)),
                new Sample(TaggingStores.TAGS, TaggingStores.uuidQuery("e0c1")),
                new Sample(TaggingStores.RULES, TaggingStores.rulesQuery()));
    }
}
