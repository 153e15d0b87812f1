package dev.supporters.tagging.adapter.mongo;

import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.tagging.tag.EntityTags;
import dev.supporters.testkit.StoredDocumentsContract;
import dev.supporters.testkit.TestClock;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class StoredEntitiesTest extends StoredDocumentsContract<EntityTags> {

    @Override
    protected CollectionSpec<EntityTags> spec() {
        return TaggingStores.ENTITIES;
    }

    @Override
    protected Map<String, EntityTags> values() {
        return Map.of(
                "tagged",
                new EntityTags(List.of("blocked:supporters", "vip")),
                "untagged",
                EntityTags.NONE,
                "changed",
                new EntityTags(List.of("vip"), Optional.of(TestClock.FRIDAY_NIGHT), false),
                "erased",
                new EntityTags(List.of(), Optional.of(TestClock.FRIDAY_NIGHT), true));
    }
}
