package dev.supporters.tagging.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.tag.v1.TagEvent;
import dev.supporters.tagging.adapter.mongo.TaggingMemory;
import dev.supporters.testkit.TestClock;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class TagServiceTest {

    private static final EntityId DRIVER = new EntityId("driver:1004550");

    private final TestClock clock = new TestClock();
    private final TaggingMemory memory = new TaggingMemory();
    private final TagService service = new TagService(memory.entityTags(), memory.tags(), clock);

    @Test
    void putsATagOnAnEntityAndTellsAllOfItsTags() {
        // Given
        service.tag("r1", DRIVER, "vip", "Very important");

        // When
        List<TagDefinition> tags = service.tag("r2", DRIVER, "night-owl", "");

        // Then
        assertThat(tags).extracting(TagDefinition::name).containsExactly("night-owl", "vip");
        assertThat(memory.entities().published())
                .last()
                .isEqualTo(told(DRIVER, "night-owl", "vip"));
    }

    @Test
    void makesATagWithItsFirstUseAndKeepsItAsItWas() {
        // Given
        service.tag("r1", DRIVER, "vip", "Very important");
        clock.advance(Duration.ofHours(1));

        // When
        service.tag("r2", EntityId.ofCustomer("7"), "vip", "something else");

        // Then
        TagDefinition tag = service.get("vip");
        assertThat(tag.description()).isEqualTo("Very important");
        assertThat(tag.createTime()).isEqualTo(TestClock.FRIDAY_NIGHT);
        assertThat(service.getByUuid(tag.uuid())).isEqualTo(tag);
    }

    @Test
    void changesAndTellsNothingWhenTheTagIsThereAlready() {
        // Given
        service.tag("r1", DRIVER, "vip", "");

        // When
        List<TagDefinition> tags = service.tag("r2", DRIVER, "vip", "");

        // Then
        assertThat(tags).extracting(TagDefinition::name).containsExactly("vip");
        assertThat(memory.entities().published()).hasSize(1);
    }

    @Test
    void theKeyOfATagThatWasThereOrWasNotThereIsOfThisTagOnly() {
        // Given
        service.tag("r1", DRIVER, "vip", "");
        service.tag("r2", DRIVER, "vip", "");
        service.untag("r3", DRIVER, "night-owl");
        EntityId untagged = new EntityId("driver:1004551");
        service.untag("r4", untagged, "vip");

        // Then
        for (ThrowingCallable other :
                List.<ThrowingCallable>of(
                        () -> service.tag("r2", DRIVER, "night-owl", ""),
                        () -> service.untag("r3", DRIVER, "vip"),
                        () -> service.untag("r4", untagged, "night-owl"))) {
            assertThatThrownBy(other)
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal ->
                                    assertThat(refusal.reason())
                                            .isEqualTo(ErrorReason.ERROR_REASON_REQUEST_ID_REUSED));
        }
        assertThat(service.list(DRIVER)).extracting(TagDefinition::name).containsExactly("vip");
        assertThat(service.list(untagged)).isEmpty();
        assertThat(memory.entities().published()).hasSize(1);
    }

    @Test
    void takesATagOff() {
        // Given
        service.tag("r1", DRIVER, "vip", "");
        service.tag("r2", DRIVER, "night-owl", "");

        // When
        List<TagDefinition> tags = service.untag("r3", DRIVER, "vip");

        // Then
        assertThat(tags).extracting(TagDefinition::name).containsExactly("night-owl");
        assertThat(memory.entities().published()).last().isEqualTo(told(DRIVER, "night-owl"));
    }

    @Test
    void takingOffWhatIsNotThereChangesNothing() {
        assertThat(service.untag("r1", DRIVER, "vip")).isEmpty();
        assertThat(memory.entities().published()).isEmpty();
    }

    @Test
    void aLateRepetitionOfARequestDoesNotPutTheTagBack() {
        // Given
        service.tag("r1", DRIVER, "vip", "");
        service.untag("r2", DRIVER, "vip");

        // When
        List<TagDefinition> tags = service.tag("r1", DRIVER, "vip", "");

        // Then
        assertThat(tags).isEmpty();
    }

    @Test
    void tellsWhichOfSomeTagsAnEntityHasInTheOrderAsked() {
        // Given
        service.tag("r1", DRIVER, "a", "");
        service.tag("r2", DRIVER, "c", "");

        // When
        List<String> has = service.has(DRIVER, List.of("c", "b", "a"));

        // Then
        assertThat(has).containsExactly("c", "a");
        assertThat(service.has(new EntityId("driver:2"), List.of("a"))).isEmpty();
    }

    @Test
    void pagesThroughTheEntitiesWithATag() {
        // Given
        for (int i = 1; i <= 5; i++) {
            service.tag("r" + i, new EntityId("driver:" + i), "vip", "");
        }
        service.tag("r6", new EntityId("driver:6"), "other", "");

        // When
        TagService.Page first = service.entities("vip", 2, "");
        TagService.Page second = service.entities("vip", 2, first.nextToken());
        TagService.Page third = service.entities("vip", 2, second.nextToken());

        // Then
        assertThat(first.entityIds())
                .containsExactly(new EntityId("driver:1"), new EntityId("driver:2"));
        assertThat(second.entityIds())
                .containsExactly(new EntityId("driver:3"), new EntityId("driver:4"));
        assertThat(third).isEqualTo(new TagService.Page(List.of(new EntityId("driver:5")), ""));
    }

    @Test
    void aFullLastPageIsTheLast() {
        // Given
        service.tag("r1", new EntityId("driver:1"), "vip", "");
        service.tag("r2", new EntityId("driver:2"), "vip", "");

        // When
        TagService.Page page = service.entities("vip", 2, "");

        // Then
        assertThat(page)
                .isEqualTo(
                        new TagService.Page(
                                List.of(new EntityId("driver:1"), new EntityId("driver:2")), ""));
    }

    @Test
    void refusesATagThatNobodyUses() {
        refuses(() -> service.get("vip"), ErrorReason.ERROR_REASON_TAG_NOT_FOUND);
        refuses(() -> service.getByUuid("e0c1"), ErrorReason.ERROR_REASON_TAG_NOT_FOUND);
    }

    @Test
    void refusesAPageTokenThatWasNeverGiven() {
        refuses(() -> service.entities("vip", 0, "%"), ErrorReason.ERROR_REASON_INVALID_ARGUMENT);
    }

    private static void refuses(ThrowingCallable call, ErrorReason reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private static Event told(EntityId entityId, String... tags) {
        TagEvent.Builder event = TagEvent.newBuilder();
        event.getPutBuilder().setEntityId(entityId.value()).addAllTags(List.of(tags));
        return new Event(Topics.TAGS, entityId.value(), "supporters.tag.put.v1", event.build());
    }
}
