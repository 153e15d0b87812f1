package dev.supporters.tagging.adapter.mongo;

import dev.supporters.platform.event.Event;
import dev.supporters.tagging.rule.FitRuleTurn;
import dev.supporters.tagging.rule.KeptTagRule;
import dev.supporters.tagging.rule.TagRuleRepository;
import dev.supporters.tagging.tag.EntityTags;
import dev.supporters.tagging.tag.EntityTagsRepository;
import dev.supporters.tagging.tag.TagDefinition;
import dev.supporters.tagging.tag.TagRepository;
import dev.supporters.testkit.InMemoryAggregateStore;

import java.util.List;

/** The service's collections in memory, with the real mappers and repositories on them. */
public final class TaggingMemory {

    private final InMemoryAggregateStore<EntityTags> entities =
            new InMemoryAggregateStore<>(TaggingStores.ENTITIES);
    private final InMemoryAggregateStore<TagDefinition> tags =
            new InMemoryAggregateStore<>(TaggingStores.TAGS);
    private final InMemoryAggregateStore<FitRuleTurn> turns =
            new InMemoryAggregateStore<>(TaggingStores.FIT_RULE_TURNS);
    private InMemoryAggregateStore<KeptTagRule> rules =
            new InMemoryAggregateStore<>(TaggingStores.RULES);

    /** With the events of all changes. */
    public InMemoryAggregateStore<EntityTags> entities() {
        return entities;
    }

    /** What was told of changes of rules. */
    public List<Event> toldOfRules() {
        return rules.published();
    }

    public EntityTagsRepository entityTags() {
        return TaggingStores.entities(entities);
    }

    public TagRepository tags() {
        return TaggingStores.tags(tags);
    }

    public TagRuleRepository rules() {
        return TaggingStores.rules(rules, turns);
    }

    /**
     * The same rules as another process sees them that is slow.
     *
     * @param meanwhile runs between each decision on a rule and its write
     */
    public TagRuleRepository rules(Runnable meanwhile) {
        rules = rules.copy(meanwhile);
        return rules();
    }
}
