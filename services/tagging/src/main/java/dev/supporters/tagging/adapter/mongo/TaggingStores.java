package dev.supporters.tagging.adapter.mongo;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.AggregateStores;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.ChangeDecision;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.Versioned;
import dev.supporters.tagging.rule.FitRuleTurn;
import dev.supporters.tagging.rule.KeptTagRule;
import dev.supporters.tagging.rule.TagRule;
import dev.supporters.tagging.rule.TagRuleRepository;
import dev.supporters.tagging.tag.EntityId;
import dev.supporters.tagging.tag.EntityTags;
import dev.supporters.tagging.tag.EntityTagsRepository;
import dev.supporters.tagging.tag.TagDefinition;
import dev.supporters.tagging.tag.TagRepository;

import io.quarkus.runtime.Startup;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The collections of this service, and the repositories on them. Only rules that were removed, and customers who were erased, leave theirs. All are opened at the start:
 * events that a crash has left wait for nobody's request.
 */
@Singleton
public class TaggingStores {

    /** A document for each entity; those of customers who were erased are deleted. */
    public static final CollectionSpec<EntityTags> ENTITIES =
            CollectionSpec.of("entities", new EntityTagsMapper())
                    .storedForm(2)
                    .index("tags", EntityTagsMapper.TAGS, Query.ID)
                    .deletedBy(EntityTagsMapper.ERASE_TIME);

    /** A document for each tag, by its name. */
    public static final CollectionSpec<TagDefinition> TAGS =
            CollectionSpec.of("tags", new TagDefinitionMapper())
                    .storedForm(2)
                    .uniqueIndex("uuid", TagDefinitionMapper.UUID);

    /** A document for each rule, by its name. */
    public static final CollectionSpec<KeptTagRule> RULES =
            CollectionSpec.of("rules", new TagRuleMapper())
                    .storedForm(2)
                    .index("present", TagRuleMapper.REMOVE_TIME, Query.ID)
                    .archivedBy(TagRuleMapper.REMOVE_TIME);

    /** One document: the last turn in which a rule that makes calls fit was taken away. */
    public static final CollectionSpec<FitRuleTurn> FIT_RULE_TURNS =
            CollectionSpec.of("fit_rule_turns", new FitRuleTurnMapper());

    private static final String LAST_TURN = "last";

    /** More than there may be: of those that several operators put at the same moment none is passed over. */
    private static final int MOST_RULES = 2 * TagRuleRepository.MOST;

    @Startup
    @Produces
    @Singleton
    EntityTagsRepository entities(AggregateStores stores) {
        return entities(stores.open(ENTITIES));
    }

    @Startup
    @Produces
    @Singleton
    TagRepository tags(AggregateStores stores) {
        return tags(stores.open(TAGS));
    }

    @Startup
    @Produces
    @Singleton
    TagRuleRepository rules(AggregateStores stores) {
        return rules(stores.open(RULES), stores.open(FIT_RULE_TURNS));
    }

    public static EntityTagsRepository entities(AggregateStore<EntityTags> documents) {
        return new StoredEntityTags(documents);
    }

    public static TagRepository tags(AggregateStore<TagDefinition> documents) {
        return new StoredTags(documents);
    }

    public static TagRuleRepository rules(
            AggregateStore<KeptTagRule> documents, AggregateStore<FitRuleTurn> turns) {
        return new StoredRules(documents, turns);
    }

    static Query withTagQuery(String tag, String after, int limit) {
        return Query.atMost(limit)
                .equal(EntityTagsMapper.TAGS, tag)
                .after(Query.ID, after)
                .ascending(Query.ID);
    }

    static Query customersQuery(String after, int limit) {
        return Query.atMost(limit)
                .after(Query.ID, after)
                .before(Query.ID, EntityId.afterCustomers())
                .ascending(Query.ID);
    }

    static Query uuidQuery(String uuid) {
        return Query.atMost(1).equal(TagDefinitionMapper.UUID, uuid);
    }

    static Query rulesQuery() {
        return Query.atMost(MOST_RULES).absent(TagRuleMapper.REMOVE_TIME).ascending(Query.ID);
    }

    private static <T> ChangeDecision<T> ifAbsent(T value) {
        return (current, version) ->
                current.isPresent() ? Optional.empty() : Optional.of(Change.to(value));
    }

    private record StoredEntityTags(AggregateStore<EntityTags> documents)
            implements EntityTagsRepository {

        @Override
        public Optional<EntityTags> find(EntityId id) {
            return documents.find(id.value()).map(Versioned::value);
        }

        @Override
        public Optional<EntityTags> change(
                EntityId id, String cause, ChangeDecision<EntityTags> decision) {
            return documents.react(id.value(), cause, decision).map(Versioned::value);
        }

        @Override
        public List<EntityId> customers(String after, int limit) {
            return documents.query(customersQuery(after, limit)).stream()
                    .map(found -> new EntityId(found.id()))
                    .toList();
        }

        @Override
        public List<EntityId> withTag(String tag, String after, int limit) {
            return documents.query(withTagQuery(tag, after, limit)).stream()
                    .map(found -> new EntityId(found.id()))
                    .toList();
        }
    }

    private record StoredTags(AggregateStore<TagDefinition> documents) implements TagRepository {

        @Override
        public Optional<TagDefinition> find(String name) {
            return documents.find(name).map(Versioned::value);
        }

        @Override
        public Optional<TagDefinition> findByUuid(String uuid) {
            return documents.query(uuidQuery(uuid)).stream().map(Versioned::value).findFirst();
        }

        @Override
        public List<TagDefinition> findAll(Collection<String> names) {
            return documents.findAll(names).stream().map(Versioned::value).toList();
        }

        @Override
        public void addIfAbsent(TagDefinition tag) {
            documents.change(tag.name(), "", ifAbsent(tag));
        }
    }

    private record StoredRules(
            AggregateStore<KeptTagRule> documents, AggregateStore<FitRuleTurn> turns)
            implements TagRuleRepository {

        @Override
        public List<TagRule> all() {
            return documents.query(rulesQuery()).stream()
                    .map(found -> found.value().rule())
                    .toList();
        }

        @Override
        public Optional<KeptTagRule> find(String name) {
            return documents.find(name).map(Versioned::value);
        }

        @Override
        public Optional<KeptTagRule> change(
                String name, String cause, ChangeDecision<KeptTagRule> decision) {
            return documents.react(name, cause, decision).map(Versioned::value);
        }

        @Override
        public Optional<FitRuleTurn> lastTurn() {
            return turns.find(LAST_TURN).map(Versioned::value);
        }

        @Override
        public FitRuleTurn take(FitRuleTurn turn) {
            return turns.change(
                            LAST_TURN,
                            "",
                            (current, version) -> {
                                long last = current.map(FitRuleTurn::number).orElse(0L);
                                return last + 1 == turn.number()
                                        ? Optional.of(Change.to(turn))
                                        : Optional.empty();
                            })
                    .value();
        }
    }
}
