package dev.supporters.tagging.label;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.tag.v1.TagEvent;
import dev.supporters.proto.events.tag.v1.TagsPut;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts tags on entities, takes them off, and finds them. */
@ApplicationScoped
public class TagService {

    private static final int DESCRIPTION_LENGTH = 500;
    private static final int ENTITY_ID_LENGTH = 121;
    private static final int MOST_ASKED = 100;
    private static final int STANDARD_PAGE = 100;
    private static final int LARGEST_PAGE = 1000;

    private final AggregateStore<EntityTags> entities;
    private final AggregateStore<TagDefinition> tags;
    private final TagSearch search;
    private final Clock clock;

    public TagService(
            AggregateStore<EntityTags> entities,
            AggregateStore<TagDefinition> tags,
            TagSearch search,
            Clock clock) {
        this.entities = entities;
        this.tags = tags;
        this.search = search;
        this.clock = clock;
    }

    /** The entity's tags after it. The tag comes into being with its first use. */
    public List<TagDefinition> tag(
            String requestId, String entityId, String name, String description) {
        Require.requestId(requestId);
        EntityId.require(entityId);
        TagName.require(name, "tag");
        Require.optionalText(description, "description", DESCRIPTION_LENGTH);
        tags.change(
                name,
                "",
                (current, version) ->
                        current.isPresent()
                                ? Optional.empty()
                                : Optional.of(
                                        Change.to(
                                                TagDefinition.of(
                                                        name, description, clock.instant()))));
        Versioned<EntityTags> tagged =
                entities.change(
                        entityId,
                        requestId,
                        (current, version) -> {
                            EntityTags before = current.orElse(EntityTags.NONE);
                            return before.has(name)
                                    ? Optional.empty()
                                    : Optional.of(changed(entityId, before.with(name)));
                        });
        return definitions(tagged.value());
    }

    /** The entity's tags after it. Taking off what isn't there changes nothing. */
    public List<TagDefinition> untag(String requestId, String entityId, String name) {
        Require.requestId(requestId);
        EntityId.require(entityId);
        TagName.require(name, "tag");
        return entities.react(
                        entityId,
                        requestId,
                        (current, version) ->
                                current.filter(tagged -> tagged.has(name))
                                        .map(tagged -> changed(entityId, tagged.without(name))))
                .map(untagged -> definitions(untagged.value()))
                .orElse(List.of());
    }

    public TagDefinition get(String name) {
        return tags.find(name)
                .map(Versioned::value)
                .orElseThrow(() -> unknown(name, "the name of a tag in use"));
    }

    public TagDefinition getByUuid(String uuid) {
        return search.byUuid(uuid).orElseThrow(() -> unknown(uuid, "the UUID of a tag in use"));
    }

    public List<TagDefinition> list(String entityId) {
        return definitions(tagsOf(Require.text(entityId, "entity_id", ENTITY_ID_LENGTH)));
    }

    /** Those of the names that the entity has, in the order asked. */
    public List<String> has(String entityId, List<String> names) {
        Require.text(entityId, "entity_id", ENTITY_ID_LENGTH);
        if (names.size() > MOST_ASKED) {
            throw Refusal.invalid("tags", names.size() + " names", "at most " + MOST_ASKED);
        }
        EntityTags tagged = tagsOf(entityId);
        return names.stream().filter(tagged::has).toList();
    }

    public EntityPage entities(String name, int pageSize, String pageToken) {
        TagName.require(name, "tag");
        int size = Require.pageSize(pageSize, STANDARD_PAGE, LARGEST_PAGE);
        List<String> found = search.entitiesWith(name, PageToken.read(pageToken), size + 1);
        if (found.size() <= size) {
            return new EntityPage(found, "");
        }
        return new EntityPage(found.subList(0, size), PageToken.write(found.get(size - 1)));
    }

    /** The names alone: one read. */
    public EntityTags tagsOf(String entityId) {
        return entities.find(entityId).map(Versioned::value).orElse(EntityTags.NONE);
    }

    private List<TagDefinition> definitions(EntityTags tagged) {
        return tags.findAll(tagged.names()).stream()
                .map(Versioned::value)
                .sorted(Comparator.comparing(TagDefinition::name))
                .toList();
    }

    private static Change<EntityTags> changed(String entityId, EntityTags next) {
        TagsPut put = TagsPut.newBuilder().setEntityId(entityId).addAllTags(next.names()).build();
        return Change.to(
                next,
                new Event(
                        Topics.TAGS,
                        entityId,
                        "supporters.tag.put.v1",
                        TagEvent.newBuilder().setPut(put).build()));
    }

    private static Refusal unknown(String offending, String expected) {
        return new Refusal(ErrorReason.ERROR_REASON_TAG_NOT_FOUND, "tag: " + offending, expected);
    }
}
