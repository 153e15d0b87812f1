package dev.supporters.tagging.adapter.mongo;

import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.tagging.tag.TagDefinition;
import dev.supporters.testkit.StoredDocumentsContract;
import dev.supporters.testkit.TestClock;

import java.util.Map;

class StoredTagsTest extends StoredDocumentsContract<TagDefinition> {

    @Override
    protected CollectionSpec<TagDefinition> spec() {
        return TaggingStores.TAGS;
    }

    @Override
    protected Map<String, TagDefinition> values() {
        return Map.of(
                "described",
                new TagDefinition(
                        "vip",
                        "dcfb4a28-05a5-32f4-a6ba-7aee81be1ab6",
                        "Very important",
                        TestClock.FRIDAY_NIGHT.plusMillis(250)),
                "undescribed",
                new TagDefinition(
                        "night-owl",
                        "7b0ac7c4-0d1e-3d2f-9a5d-3f6b1c1a9a11",
                        "",
                        TestClock.FRIDAY_NIGHT.plusMillis(250)));
    }
}
