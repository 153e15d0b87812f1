package dev.supporters.policy.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.policy.SamplePolicy;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.policy.v1.AppRule;
import dev.supporters.proto.policy.v1.FieldChange;
import dev.supporters.proto.policy.v1.JoinPolicy;
import dev.supporters.proto.policy.v1.Policy;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class MessageComparisonTest {

    private static final Policy BEFORE = SamplePolicy.seoulWithParts().build();

    @Test
    void aPolicyDoesNotDifferFromItself() {
        assertThat(MessageComparison.changes(BEFORE, BEFORE.toBuilder().build())).isEmpty();
    }

    @Test
    void saysEachValueAsTheJsonOfTheProtosDoesInTheirOrder() {
        // Given
        Policy.Builder after = BEFORE.toBuilder();
        after.setTimeZone("Asia/Tokyo")
                .setVeto(Timestamps.of(Duration.ofMillis(7_500)))
                .setOnRefusal(RefusalConsequence.REFUSAL_CONSEQUENCE_FAIL)
                .setHourlyWage(Money.newBuilder().setAmount(15_000).setCurrency("KRW"))
                .setRestPaid(true)
                .setRolloutPercent(0)
                .setEffectiveTime(Timestamps.of(Instant.parse("2026-12-01T12:00:00Z")));
        after.getBoundsBuilder().getSouthWestBuilder().setLat(37.25);
        after.getAssignmentBuilder().setHold(Timestamps.of(Duration.ofMinutes(2)));

        // When
        List<FieldChange> changes = MessageComparison.changes(BEFORE, after.build());

        // Then
        assertThat(changes)
                .containsExactly(
                        change("bounds.south_west.lat", "37.2", "37.25"),
                        change("time_zone", "Asia/Seoul", "Asia/Tokyo"),
                        change("veto", "5s", "7.500s"),
                        change(
                                "on_refusal",
                                "REFUSAL_CONSEQUENCE_GENERAL",
                                "REFUSAL_CONSEQUENCE_FAIL"),
                        change("hourly_wage.amount", "14000", "15000"),
                        change("rest_paid", "false", "true"),
                        change("rollout_percent", "100", "0"),
                        change("assignment.hold", "240s", "120s"),
                        set("effective_time", "2026-12-01T12:00:00Z"));
    }

    @Test
    void whatIsNotSetIsAbsentAlsoWhenTheOtherValueIsNought() {
        // Given
        Policy.Builder without = BEFORE.toBuilder();
        without.getJoinBuilder().clearMaxAccidents();
        without.getZonesBuilder().clearMaxWagePerCall();

        // When and then
        assertThat(MessageComparison.changes(without.build(), BEFORE))
                .containsExactly(
                        set("zones.max_wage_per_call.amount", "30000"),
                        set("zones.max_wage_per_call.currency", "KRW"),
                        set("join.max_accidents", "0"));
        assertThat(MessageComparison.changes(BEFORE, without.build()))
                .containsExactly(
                        unset("zones.max_wage_per_call.amount", "30000"),
                        unset("zones.max_wage_per_call.currency", "KRW"),
                        unset("join.max_accidents", "0"));
    }

    @Test
    void itemsOfListsAreComparedPlaceByPlace() {
        // Given
        Policy.Builder after = BEFORE.toBuilder();
        after.getAppRulesBuilder(0).setMinVersion("6.0.0");
        after.addAppRules(
                AppRule.newBuilder()
                        .setPlatform(AppPlatform.APP_PLATFORM_IOS)
                        .setMinVersion("5.1.0"));
        after.getAssignmentBuilder().clearDriverTags();

        // When
        List<FieldChange> changes = MessageComparison.changes(BEFORE, after.build());

        // Then
        assertThat(changes)
                .containsExactly(
                        change("app_rules[0].min_version", "5.2.0", "6.0.0"),
                        set("app_rules[1].platform", "APP_PLATFORM_IOS"),
                        set("app_rules[1].min_version", "5.1.0"),
                        unset("assignment.driver_tags[0].call_tag", "vip"),
                        unset("assignment.driver_tags[0].driver_tag", "senior"),
                        unset("assignment.driver_tags[0].forbidden", "false"));
    }

    /** Whoever adds a number to the policy does nothing for it to be compared. */
    @Test
    void noFieldOfAPolicyIsForgotten() {
        for (FieldDescriptor field : JoinPolicy.getDescriptor().getFields()) {
            Policy.Builder without = BEFORE.toBuilder();
            without.getJoinBuilder().clearField(field);

            assertThat(MessageComparison.changes(BEFORE, without.build()))
                    .extracting(FieldChange::getPath)
                    .containsExactly("join." + field.getName());
        }
        for (FieldDescriptor field : Policy.getDescriptor().getFields()) {
            if (!BEFORE.getAllFields().containsKey(field)) {
                continue;
            }
            assertThat(
                            MessageComparison.changes(
                                    BEFORE, BEFORE.toBuilder().clearField(field).build()))
                    .isNotEmpty()
                    .allSatisfy(change ->
                            assertThat(change.getPath().split("[.\\[]")[0])
                                    .isEqualTo(field.getName()));
        }
    }

    private static FieldChange change(String path, String before, String after) {
        return FieldChange.newBuilder().setPath(path).setBefore(before).setAfter(after).build();
    }

    private static FieldChange set(String path, String after) {
        return FieldChange.newBuilder().setPath(path).setAfter(after).build();
    }

    private static FieldChange unset(String path, String before) {
        return FieldChange.newBuilder().setPath(path).setBefore(before).build();
    }
}
