package dev.supporters.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.supporters.contract.CustomerDigest;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.refusal.RefusalStatus;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.customer.v1.CustomerErased;
import dev.supporters.proto.events.customer.v1.CustomerEvent;
import dev.supporters.proto.events.tag.v1.TagEvent;
import dev.supporters.proto.events.tag.v1.TagRuleEvent;
import dev.supporters.proto.events.tag.v1.TagsPut;
import dev.supporters.proto.tagging.v1.GetByUuidRequest;
import dev.supporters.proto.tagging.v1.GetRequest;
import dev.supporters.proto.tagging.v1.GetRuleHistoryRequest;
import dev.supporters.proto.tagging.v1.HasRequest;
import dev.supporters.proto.tagging.v1.ListEntitiesRequest;
import dev.supporters.proto.tagging.v1.ListEntitiesResponse;
import dev.supporters.proto.tagging.v1.ListRequest;
import dev.supporters.proto.tagging.v1.ListRulesRequest;
import dev.supporters.proto.tagging.v1.PutRuleRequest;
import dev.supporters.proto.tagging.v1.RemoveRuleRequest;
import dev.supporters.proto.tagging.v1.Tag;
import dev.supporters.proto.tagging.v1.TagCallRequest;
import dev.supporters.proto.tagging.v1.TagRequest;
import dev.supporters.proto.tagging.v1.TagRule;
import dev.supporters.proto.tagging.v1.TagRuleChange;
import dev.supporters.proto.tagging.v1.TagRuleError;
import dev.supporters.proto.tagging.v1.TaggingServiceGrpc;
import dev.supporters.proto.tagging.v1.TaggingServiceGrpc.TaggingServiceBlockingStub;
import dev.supporters.proto.tagging.v1.TryRuleRequest;
import dev.supporters.proto.tagging.v1.TryRuleResponse;
import dev.supporters.proto.tagging.v1.UntagRequest;
import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.EventProbe;
import dev.supporters.testkit.LostAnswers;
import dev.supporters.testkit.TestChannel;
import dev.supporters.testkit.TestClock;

import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

@QuarkusTest
@QuarkusTestResource(Embedded.class)
class TaggingTest {

    private static final Place PLACE = Place.newBuilder().setLat("37.5").setLng("127.1").build();
    private static final Call CALL =
            Call.newBuilder()
                    .setCallId("254137")
                    .setProduct(Product.PRODUCT_DRIVER)
                    .setCustomerId("7")
                    .setOrigin(PLACE)
                    .setDestination(PLACE)
                    .setDistanceMeters(12_000)
                    .build();

    @Inject TaggingConfig config;

    @AutoClose private TestChannel channel;
    private TaggingServiceBlockingStub tagging;

    @BeforeEach
    void connect() {
        channel = new TestChannel();
        tagging = channel.stub(TaggingServiceGrpc::newBlockingStub);
        await().untilAsserted(() -> RestAssured.get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void hasItsDefaults() {
        assertThat(config.rulesRefresh()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.erasuresEvery()).isEqualTo(Duration.ofSeconds(5));
        assertThat(tagging.listRules(ListRulesRequest.getDefaultInstance()).getRulesList())
                .extracting(TagRule::getName)
                .contains("fit", "long-distance", "stopover");
    }

    @Test
    void tagsACallByRulesAndByItsCustomer() {
        // Given
        tag("customer:70", "vip");
        tag("customer:71", "blocked:supporters");

        // When
        List<String> ordinary = tagsOf(CALL.toBuilder().setCustomerId("1").build());
        List<String> important = tagsOf(CALL.toBuilder().setCustomerId("70").build());
        List<String> blocked = tagsOf(CALL.toBuilder().setCustomerId("71").build());

        // Then
        assertThat(ordinary).containsExactly("supporters:fit");
        assertThat(important).containsExactly("supporters:fit", "vip");
        assertThat(blocked).containsExactly("blocked:supporters");
    }

    @Test
    void aRuleThatIsPutCountsForTheNextCall() {
        // Given
        Call call = CALL.toBuilder().setDistanceMeters(2_000).build();
        TagRule rule =
                TagRule.newBuilder()
                        .setName("short-distance")
                        .setTag("short-distance")
                        .setExpression("call.distance_meters < 3000")
                        .setEnabled(true)
                        .build();

        // When
        tagging.putRule(PutRuleRequest.newBuilder().setRequestId(id()).setRule(rule).build());

        // Then
        assertThat(tagsOf(call)).containsExactly("short-distance", "supporters:fit");
    }

    @Test
    void aRuleIsTriedPutAndRemovedAndItsHistoryIsKept() {
        // Given
        String expression = "'seldom' in tags && call.distance_meters > 11000";
        Call call = CALL.toBuilder().setCustomerId("75").build();
        tag("customer:75", "seldom");
        TagRule rule =
                TagRule.newBuilder()
                        .setName("seldom-far")
                        .setTag("seldom-far")
                        .setExpression(expression)
                        .setEnabled(true)
                        .setOrder(10)
                        .build();

        // When
        TryRuleResponse trial =
                tagging.tryRule(
                        TryRuleRequest.newBuilder()
                                .setExpression(expression)
                                .setCall(call)
                                .setOrder(10)
                                .build());
        List<String> untouched = tagsOf(call);
        tagging.putRule(
                PutRuleRequest.newBuilder()
                        .setRequestId(id())
                        .setRule(rule)
                        .setActor("operator-1")
                        .setReason("a test")
                        .build());
        List<String> put = tagsOf(call);
        tagging.removeRule(
                RemoveRuleRequest.newBuilder()
                        .setRequestId(id())
                        .setName("seldom-far")
                        .setActor("operator-2")
                        .setReason("it was one")
                        .build());

        // Then
        assertThat(trial.getMatches()).isTrue();
        assertThat(trial.getCost()).isPositive();
        assertThat(trial.getMostIterations()).isEqualTo(1_000);
        assertThat(trial.getTagsList()).contains("seldom", "supporters:fit");
        assertThat(untouched).doesNotContain("seldom-far");
        assertThat(put).contains("seldom-far");
        assertThat(tagsOf(call)).isEqualTo(untouched);
        assertThat(
                        tagging.getRuleHistory(
                                        GetRuleHistoryRequest.newBuilder()
                                                .setName("seldom-far")
                                                .build())
                                .getChangesList())
                .extracting(TagRuleChange::getActor, TagRuleChange::getReason)
                .containsExactly(tuple("operator-2", "it was one"), tuple("operator-1", "a test"));
        try (EventProbe probe = EventProbe.ofTest()) {
            await().untilAsserted(() ->
                    assertThat(probe.all(Topics.TAG_RULES, TagRuleEvent.parser()))
                            .filteredOn(event -> event.getName().equals("seldom-far"))
                            .extracting(TagRuleEvent::getEventCase, TagRuleEvent::getActor)
                            .containsExactly(
                                    tuple(TagRuleEvent.EventCase.PUT, "operator-1"),
                                    tuple(TagRuleEvent.EventCase.REMOVED, "operator-2")));
        }
    }

    @Test
    void aTrialPointsAtTheMistake() {
        TagRuleError error =
                tagging.tryRule(
                                TryRuleRequest.newBuilder()
                                        .setExpression("call.weight > 3")
                                        .setCall(CALL)
                                        .build())
                        .getError();
        assertThat(error)
                .isEqualTo(
                        TagRuleError.newBuilder()
                                .setMessage("undefined field 'weight'")
                                .setCompilation(true)
                                .setLine(1)
                                .setColumn(5)
                                .setExcerpt("call.weight > 3\n    ^")
                                .build());
    }

    @Test
    void refusesToRemoveARuleThatThereIsNot() {
        RemoveRuleRequest request =
                RemoveRuleRequest.newBuilder()
                        .setRequestId(id())
                        .setName("none")
                        .setActor("operator-1")
                        .setReason("a mistake")
                        .build();
        assertThatThrownBy(() -> tagging.removeRule(request))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e -> {
                            assertThat(RefusalStatus.fromStatus(e).reason())
                                    .isEqualTo(ErrorReason.ERROR_REASON_TAG_RULE_NOT_FOUND);
                            assertThat(RefusalStatus.fromStatus(e).offending())
                                    .isEqualTo("rule: none");
                        });
    }

    @Test
    void aTagIsGivenAndTakenAwayOnceAlsoIfTheAnswersAreLost() {
        // Given
        LostAnswers answers = new LostAnswers();
        TaggingServiceBlockingStub unlucky = tagging.withInterceptors(answers);
        TagRequest give =
                TagRequest.newBuilder()
                        .setRequestId(id())
                        .setEntityId("customer:72")
                        .setTag("regular")
                        .build();
        UntagRequest takeAway =
                UntagRequest.newBuilder()
                        .setRequestId(id())
                        .setEntityId("customer:72")
                        .setTag("regular")
                        .build();

        // When
        List<Tag> given = answers.repeated(() -> unlucky.tag(give)).getTagsList();
        List<Tag> left = answers.repeated(() -> unlucky.untag(takeAway)).getTagsList();

        // Then
        assertThat(given).extracting(Tag::getName).containsExactly("regular");
        assertThat(left).isEmpty();
    }

    @Test
    void nothingIsLeftOfTheTagsOfACustomerWhoWasErased() {
        // Given
        tag("customer:gone", "vip");

        // When
        String digest = CustomerDigest.of("gone");
        try (EventProbe probe = EventProbe.ofTest()) {
            probe.tell(
                    new Event(
                            Topics.CUSTOMERS,
                            digest,
                            "supporters.customer.erased.v1",
                            CustomerEvent.newBuilder()
                                    .setCustomerDigest(digest)
                                    .setEventTime(Timestamps.of(TestClock.FRIDAY_NIGHT))
                                    .setErased(CustomerErased.getDefaultInstance())
                                    .build()));
        }

        // Then
        await().untilAsserted(() ->
                assertThat(
                                tagging.list(
                                                ListRequest.newBuilder()
                                                        .setEntityId("customer:gone")
                                                        .build())
                                        .getTagsList())
                        .isEmpty());
    }

    @Test
    void refusesARuleThatDoesNotCompile() {
        TagRule rule =
                TagRule.newBuilder()
                        .setName("x")
                        .setTag("x")
                        .setExpression("call.weight > 3")
                        .build();
        assertThatThrownBy(() ->
                        tagging.putRule(
                                PutRuleRequest.newBuilder()
                                        .setRequestId(id())
                                        .setRule(rule)
                                        .build()))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e ->
                                assertThat(RefusalStatus.fromStatus(e).offending())
                                        .contains("undefined field 'weight'"));
    }

    @Test
    void findsTagsAndTellsThem() {
        // Given
        Tag tag = tag("driver:1004550", "night-owl").getFirst();

        // When
        Tag byName = tagging.get(GetRequest.newBuilder().setName("night-owl").build()).getTag();
        Tag byUuid =
                tagging.getByUuid(GetByUuidRequest.newBuilder().setUuid(tag.getUuid()).build())
                        .getTag();

        // Then
        assertThat(byName).isEqualTo(tag);
        assertThat(byUuid).isEqualTo(tag);
        assertThat(
                        tagging.list(ListRequest.newBuilder().setEntityId("driver:1004550").build())
                                .getTagsList())
                .containsExactly(tag);
        assertThat(
                        tagging.has(
                                        HasRequest.newBuilder()
                                                .setEntityId("driver:1004550")
                                                .addTags("vip")
                                                .addTags("night-owl")
                                                .build())
                                .getTagsList())
                .containsExactly("night-owl");
        try (EventProbe probe = EventProbe.ofTest()) {
            await().untilAsserted(() ->
                    assertThat(probe.all(Topics.TAGS, TagEvent.parser()))
                            .contains(
                                    TagEvent.newBuilder()
                                            .setPut(
                                                    TagsPut.newBuilder()
                                                            .setEntityId("driver:1004550")
                                                            .addTags("night-owl"))
                                            .build()));
        }
    }

    @Test
    void pagesThroughTheEntitiesWithATagThatIsNotTakenOffAgain() {
        // Given
        for (int i = 1; i <= 4; i++) {
            tag("driver:" + i, "paged");
        }
        tagging.untag(
                UntagRequest.newBuilder()
                        .setRequestId(id())
                        .setEntityId("driver:2")
                        .setTag("paged")
                        .build());
        ListEntitiesRequest request =
                ListEntitiesRequest.newBuilder().setTag("paged").setPageSize(2).build();

        // When
        ListEntitiesResponse first = tagging.listEntities(request);
        ListEntitiesResponse second =
                tagging.listEntities(
                        request.toBuilder().setPageToken(first.getNextPageToken()).build());

        // Then
        assertThat(first.getEntityIdsList()).containsExactly("driver:1", "driver:3");
        assertThat(second.getEntityIdsList()).containsExactly("driver:4");
        assertThat(second.getNextPageToken()).isEmpty();
    }

    @Test
    void refusesATagThatNobodyUses() {
        assertThatThrownBy(() -> tagging.get(GetRequest.newBuilder().setName("unused").build()))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e ->
                                assertThat(RefusalStatus.fromStatus(e).reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_TAG_NOT_FOUND));
    }

    private List<Tag> tag(String entityId, String name) {
        return tagging.tag(
                        TagRequest.newBuilder()
                                .setRequestId(id())
                                .setEntityId(entityId)
                                .setTag(name)
                                .build())
                .getTagsList();
    }

    private List<String> tagsOf(Call call) {
        return tagging.tagCall(TagCallRequest.newBuilder().setCall(call).build()).getTagsList();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
