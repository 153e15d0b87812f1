package dev.supporters.tagging.label;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

class TagServiceTest {

    private static final String DRIVER = "driver:1004550";

    private final TestClock clock = new TestClock();
    private final TaggingMemory memory = new TaggingMemory();
    private final TagService service =
            new TagService(memory.entities(), memory.tags(), memory.search(), clock);

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
        service.tag("r2", "customer:7", "vip", "something else");

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
        assertThat(service.has("driver:2", List.of("a"))).isEmpty();
    }

    @Test
    void pagesThroughTheEntitiesWithATag() {
        // Given
        for (int i = 1; i <= 5; i++) {
            service.tag("r" + i, "driver:" + i, "vip", "");
        }
        service.tag("r6", "driver:6", "other", "");

        // When
        EntityPage first = service.entities("vip", 2, "");
        EntityPage second = service.entities("vip", 2, first.nextToken());
        EntityPage third = service.entities("vip", 2, second.nextToken());

        // Then
        assertThat(first.entityIds()).containsExactly("driver:1", "driver:2");
        assertThat(second.entityIds()).containsExactly("driver:3", "driver:4");
        assertThat(third).isEqualTo(new EntityPage(List.of("driver:5"), ""));
    }

    @Test
    void aFullLastPageIsTheLast() {
        // Given
        service.tag("r1", "driver:1", "vip", "");
        service.tag("r2", "driver:2", "vip", "");

        // When
        EntityPage page = service.entities("vip", 2, "");

        // Then
        assertThat(page).isEqualTo(new EntityPage(List.of("driver:1", "driver:2"), ""));
    }

    @Test
    void refusesATagThatNobodyUses() {
        refuses(() -> service.get("vip"), ErrorReason.ERROR_REASON_TAG_NOT_FOUND);
        refuses(() -> service.getByUuid("e0c1"), ErrorReason.ERROR_REASON_TAG_NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "VIP",
                "v i p",
                "v_i_p",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void refusesMalformedNames(String name) {
        refuses(
                () -> service.tag("r1", DRIVER, name, ""),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT);
        refuses(() -> service.untag("r1", DRIVER, name), ErrorReason.ERROR_REASON_INVALID_ARGUMENT);
        refuses(() -> service.entities(name, 0, ""), ErrorReason.ERROR_REASON_INVALID_ARGUMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1004550", "driver:", ":7", "driver:a b"})
    void refusesMalformedEntities(String entityId) {
        refuses(
                () -> service.tag("r1", entityId, "vip", ""),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT);
    }

    @Test
    void refusesWhatIsTooMuch() {
        refuses(
                () -> service.tag("r1", DRIVER, "vip", "x".repeat(501)),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT);
        refuses(
                () -> service.tag("", DRIVER, "vip", ""),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT);
        refuses(
                () -> service.has(DRIVER, Collections.nCopies(101, "vip")),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT);
        refuses(() -> service.entities("vip", 0, "%"), ErrorReason.ERROR_REASON_INVALID_ARGUMENT);
        refuses(() -> service.entities("vip", -1, ""), ErrorReason.ERROR_REASON_INVALID_ARGUMENT);
    }

    private static void refuses(ThrowingCallable call, ErrorReason reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private static Event told(String entityId, String... tags) {
        TagEvent.Builder event = TagEvent.newBuilder();
        event.getPutBuilder().setEntityId(entityId).addAllTags(List.of(tags));
        return new Event(Topics.TAGS, entityId, "supporters.tag.put.v1", event.build());
    }
}
