package dev.supporters.tagging.tag;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.ListPage;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.tag.v1.TagEvent;
import dev.supporters.proto.events.tag.v1.TagsPut;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts tags on entities, takes them off, and finds them. */
@ApplicationScoped
public class TagService {

    private static final int STANDARD_PAGE = 100;
    private static final int LARGEST_PAGE = 1000;

    private final EntityTagsRepository entities;
    private final TagRepository tags;
    private final Clock clock;

    public TagService(EntityTagsRepository entities, TagRepository tags, Clock clock) {
        this.entities = entities;
        this.tags = tags;
        this.clock = clock;
    }

    /** The entity's tags after it. A tag is made with its first use. */
    public List<TagDefinition> tag(
            String requestId, EntityId entityId, String name, String description) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        tags.addIfAbsent(TagDefinition.of(name, description, now));
        return entities.change(
                        entityId,
                        RequestCause.of("tag", requestId, name, description),
                        (current, version) -> {
                            EntityTags before = current.orElse(EntityTags.NONE);
                            return before.has(name)
                                    ? Optional.empty()
                                    : Optional.of(changed(entityId, before.with(name, now)));
                        })
                .map(this::definitions)
                .orElse(List.of());
    }

    /** The entity's tags after it. Taking off what is not there changes nothing; of an entity without tags the request is kept. */
    public List<TagDefinition> untag(String requestId, EntityId entityId, String name) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return entities.change(
                        entityId,
                        RequestCause.of("untag", requestId, name),
                        (current, version) ->
                                current.isEmpty()
                                        ? Optional.of(Change.to(EntityTags.NONE))
                                        : current.filter(tagged -> tagged.has(name))
                                                .map(tagged ->
                                                        changed(
                                                                entityId,
                                                                tagged.without(name, now))))
                .map(this::definitions)
                .orElse(List.of());
    }

    public TagDefinition get(String name) {
        return tags.find(name).orElseThrow(() -> unknown(name, "the name of a tag in use"));
    }

    public TagDefinition getByUuid(String uuid) {
        return tags.findByUuid(uuid).orElseThrow(() -> unknown(uuid, "the UUID of a tag in use"));
    }

    public List<TagDefinition> list(EntityId entityId) {
        return definitions(tagsOf(entityId));
    }

    /** Those of the names that the entity has, in the order asked. */
    public List<String> has(EntityId entityId, List<String> names) {
        EntityTags tagged = tagsOf(entityId);
        return names.stream().filter(tagged::has).toList();
    }

    public Page entities(String name, int pageSize, String pageToken) {
        int size = Require.pageSize(pageSize, STANDARD_PAGE, LARGEST_PAGE);
        ListPage<EntityId> page =
                ListPage.of(
                        entities.withTag(name, lastId(pageToken), size + 1),
                        size,
                        TagService::token);
        return new Page(page.items(), page.nextToken());
    }

    /** The names alone: one read. */
    public EntityTags tagsOf(EntityId entityId) {
        return entities.find(entityId).orElse(EntityTags.NONE);
    }

    private List<TagDefinition> definitions(EntityTags tagged) {
        return tags.findAll(tagged.names()).stream()
                .sorted(Comparator.comparing(TagDefinition::name))
                .toList();
    }

    /** Tags of customers are told to nobody: the topic would keep their ids for ever. */
    private static Change<EntityTags> changed(EntityId entityId, EntityTags next) {
        if (entityId.customerId().isPresent()) {
            return Change.to(next);
        }
        TagsPut put =
                TagsPut.newBuilder().setEntityId(entityId.value()).addAllTags(next.names()).build();
        return Change.to(
                next,
                new Event(
                        Topics.TAGS,
                        entityId.value(),
                        "supporters.tag.put.v1",
                        TagEvent.newBuilder().setPut(put).build()));
    }

    private static Refusal unknown(String offending, String expected) {
        return new Refusal(ErrorReason.ERROR_REASON_TAG_NOT_FOUND, "tag: " + offending, expected);
    }

    /** The last id of a page, made opaque. */
    private static String token(EntityId last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(last.value().getBytes(UTF_8));
    }

    /** Empty for an empty token. */
    private static String lastId(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("page_token", token, "next_page_token of the answer before");
        }
    }

    /**
     * Some of the entities with a tag.
     *
     * @param nextToken asks for those that follow; empty on the last page
     */
    public record Page(List<EntityId> entityIds, String nextToken) {

        public Page {
            entityIds = List.copyOf(entityIds);
        }
    }
}
