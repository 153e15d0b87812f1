package dev.supporters.tagging.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Message;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.validation.FieldBoundsTable;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.tagging.v1.GetRuleHistoryRequest;
import dev.supporters.proto.tagging.v1.HasRequest;
import dev.supporters.proto.tagging.v1.ListEntitiesRequest;
import dev.supporters.proto.tagging.v1.ListRequest;
import dev.supporters.proto.tagging.v1.PutRuleRequest;
import dev.supporters.proto.tagging.v1.RemoveRuleRequest;
import dev.supporters.proto.tagging.v1.TagCallRequest;
import dev.supporters.proto.tagging.v1.TagRequest;
import dev.supporters.proto.tagging.v1.TagRule;
import dev.supporters.proto.tagging.v1.TryRuleRequest;
import dev.supporters.proto.tagging.v1.UntagRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.List;

/** What the server refuses before a request is read. */
class TaggingBoundsTest {

    private static final TagRequest TAG =
            TagRequest.newBuilder()
                    .setRequestId("r1")
                    .setEntityId("driver:1004550")
                    .setTag("vip")
                    .build();
    private static final UntagRequest UNTAG =
            UntagRequest.newBuilder()
                    .setRequestId("r1")
                    .setEntityId("driver:1004550")
                    .setTag("vip")
                    .build();
    private static final ListEntitiesRequest LIST =
            ListEntitiesRequest.newBuilder().setTag("vip").build();
    private static final TagRule RULE =
            TagRule.newBuilder().setName("x").setTag("x").setExpression("true").build();

    private static final RemoveRuleRequest REMOVAL =
            RemoveRuleRequest.newBuilder()
                    .setRequestId("r1")
                    .setName("x")
                    .setActor("operator-1")
                    .setReason("not any more")
                    .build();
    private static final TryRuleRequest TRIAL =
            TryRuleRequest.newBuilder()
                    .setExpression("true")
                    .setCall(Call.newBuilder().setCallId("1"))
                    .build();

    @Test
    void takesRequestsThatAreInOrder() {
        assertThatCode(() ->
                        List.of(TAG, UNTAG, LIST, put(RULE), REMOVAL, TRIAL)
                                .forEach(FieldBoundsTable::check))
                .doesNotThrowAnyException();
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
        refuses("tag", TAG.toBuilder().setTag(name).build());
        refuses("tag", UNTAG.toBuilder().setTag(name).build());
        refuses("tag", LIST.toBuilder().setTag(name).build());
        refuses("rule.tag", put(RULE.toBuilder().setTag(name).build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1004550", "driver:", ":7", "driver:a b"})
    void refusesMalformedEntities(String entityId) {
        refuses("entity_id", TAG.toBuilder().setEntityId(entityId).build());
        refuses("entity_id", UNTAG.toBuilder().setEntityId(entityId).build());
    }

    @Test
    void refusesWhatIsTooMuchOrMissing() {
        refuses("description", TAG.toBuilder().setDescription("x".repeat(501)).build());
        refuses("request_id", TAG.toBuilder().clearRequestId().build());
        refuses("request_id", UNTAG.toBuilder().clearRequestId().build());
        refuses("page_size", LIST.toBuilder().setPageSize(-1).build());
        refuses("entity_id", ListRequest.getDefaultInstance());
        refuses("entity_id", HasRequest.newBuilder().addTags("vip").build());
        refuses(
                "tags",
                HasRequest.newBuilder()
                        .setEntityId("driver:1")
                        .addAllTags(Collections.nCopies(101, "vip"))
                        .build());
        refuses("call", TagCallRequest.getDefaultInstance());
    }

    @Test
    void refusesRulesWithPartsThatAreMissingOrTooLong() {
        refuses("request_id", put(RULE).toBuilder().clearRequestId().build());
        refuses("rule", put(RULE).toBuilder().clearRule().build());
        refuses("rule.name", put(RULE.toBuilder().clearName().build()));
        refuses("rule.name", put(RULE.toBuilder().setName("x".repeat(61)).build()));
        refuses("rule.expression", put(RULE.toBuilder().setExpression(" ").build()));
        refuses(
                "rule.expression",
                put(
                        RULE.toBuilder()
                                .setExpression("true || " + "false || ".repeat(250) + "true")
                                .build()));
    }

    @Test
    void refusesAPlaceThatThereIsNot() {
        refuses("rule.order", put(RULE.toBuilder().setOrder(-1).build()));
        refuses("rule.order", put(RULE.toBuilder().setOrder(10_001).build()));
        refuses("order", TRIAL.toBuilder().setOrder(10_001).build());
    }

    @Test
    void refusesARemovalWithoutAReasonOrByNobody() {
        refuses("request_id", REMOVAL.toBuilder().clearRequestId().build());
        refuses("name", REMOVAL.toBuilder().clearName().build());
        refuses("actor", REMOVAL.toBuilder().clearActor().build());
        refuses("reason", REMOVAL.toBuilder().setReason(" ").build());
        refuses("reason", REMOVAL.toBuilder().setReason("x".repeat(501)).build());
        refuses("name", GetRuleHistoryRequest.getDefaultInstance());
    }

    @Test
    void refusesATrialWithoutAnExpressionOrACall() {
        refuses("expression", TRIAL.toBuilder().clearExpression().build());
        refuses("expression", TRIAL.toBuilder().setExpression("x".repeat(2001)).build());
        refuses("call", TRIAL.toBuilder().clearCall().build());
        refuses(
                "call.distance_meters",
                TRIAL.toBuilder().setCall(Call.newBuilder().setDistanceMeters(-1)).build());
    }

    private static PutRuleRequest put(TagRule rule) {
        return PutRuleRequest.newBuilder().setRequestId("r1").setRule(rule).build();
    }

    private static void refuses(String field, Message request) {
        assertThatThrownBy(() -> FieldBoundsTable.check(request))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.reason())
                                    .isEqualTo(ErrorReason.ERROR_REASON_INVALID_ARGUMENT);
                            assertThat(refusal.offending()).startsWith(field + ": ");
                        });
    }
}
