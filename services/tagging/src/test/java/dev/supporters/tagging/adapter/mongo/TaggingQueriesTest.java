package dev.supporters.tagging.adapter.mongo;

import dev.supporters.testkit.QueriesContract;

import java.util.List;

class TaggingQueriesTest extends QueriesContract {

    @Override
    protected List<SampleQuery> samples() {
        return List.of(
                new SampleQuery(TaggingStores.ENTITIES, TaggingStores.withTagQuery("vip", "", 101)),
                new SampleQuery(
                        TaggingStores.ENTITIES, TaggingStores.withTagQuery("vip", "driver:7", 101)),
                new SampleQuery(
                        TaggingStores.ENTITIES, TaggingStores.customersQuery("customer:", 1_000)),
                new SampleQuery(TaggingStores.TAGS, TaggingStores.uuidQuery("e0c1")),
                new SampleQuery(TaggingStores.RULES, TaggingStores.rulesQuery()));
    }
}
