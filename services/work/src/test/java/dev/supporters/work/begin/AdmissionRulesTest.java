package dev.supporters.work.begin;

import static dev.supporters.work.Refused.assertRefused;
import static dev.supporters.work.begin.Evening.ALLOWED;
import static dev.supporters.work.begin.Evening.BUSAN;
import static dev.supporters.work.begin.Evening.GANGNAM;
import static dev.supporters.work.begin.Evening.TOO_OLD;
import static dev.supporters.work.begin.Evening.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.AppRule;
import dev.supporters.contract.AppVersion;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.validation.FieldBoundsTable;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.work.v1.BeginRequest;
import dev.supporters.work.begin.MembershipClient.Membership;
import dev.supporters.work.shift.Shift.Working;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class AdmissionRulesTest {

    private final Evening evening = new Evening();

    @Test
    void refusesWhoIsNotAMember() {
        assertRefused(
                ErrorReason.ERROR_REASON_NOT_A_MEMBER,
                () -> evening.begin(order("r1", "stranger")));
    }

    @Test
    void refusesAMemberWhoseActivityModeIsOff() {
        evening.members.put("d1", new Membership("seoul", false, 1));

        Refusal refusal =
                assertRefused(
                        ErrorReason.ERROR_REASON_NOT_A_MEMBER,
                        () -> evening.begin(order("r1", "d1")));

        assertThat(refusal.expected()).contains("ON");
    }

    @Test
    void refusesAPlaceOutsideTheRegion() {
        Refusal refusal =
                assertRefused(
                        ErrorReason.ERROR_REASON_OUTSIDE_ZONE,
                        () -> evening.begin(order("r1", "d1", BUSAN, ALLOWED)));

        assertThat(refusal.getMessage()).doesNotContain("35.17", "129.07");
    }

    @Test
    void refusesAnAppThatIsTooOld() {
        Refusal refusal =
                assertRefused(
                        ErrorReason.ERROR_REASON_APP_NOT_ALLOWED,
                        () -> evening.begin(order("r1", "d1", GANGNAM, TOO_OLD)));

        assertThat(refusal.offending()).isEqualTo("ANDROID 5.1.9");
        assertThat(refusal.expected()).isEqualTo("ANDROID from 5.2.0, IOS from 4.0");
    }

    @Test
    void refusesAPlatformWithoutARule() {
        evening.appRules =
                List.of(new AppRule(AppPlatform.APP_PLATFORM_IOS, new AppVersion("1.0")));

        assertRefused(
                ErrorReason.ERROR_REASON_APP_NOT_ALLOWED, () -> evening.begin(order("r1", "d1")));
    }

    @Test
    void allowsAllAppsWhenThereAreNoRules() {
        evening.appRules = List.of();

        assertThat(evening.begin(order("r1", "d1", GANGNAM, TOO_OLD)).value())
                .isInstanceOf(Working.class);
    }

    @Test
    void refusesInTheOrderOfTheInterface() {
        // Given everything is wrong
        evening.members.put("d1", new Membership("seoul", false, 1));
        evening.shifts.clock.set(Instant.parse("2026-11-20T11:00:00Z"));
        BeginOrder wrong = order("r2", "d1", BUSAN, TOO_OLD);
        // Then one thing after the other is put right
        assertRefused(
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                () -> FieldBoundsTable.check(BeginRequest.getDefaultInstance()));
        assertRefused(ErrorReason.ERROR_REASON_NOT_A_MEMBER, () -> evening.begin(wrong));
        evening.members.put("d1", new Membership("seoul", true, 1));
        assertRefused(ErrorReason.ERROR_REASON_WORK_WINDOW_CLOSED, () -> evening.begin(wrong));
        evening.shifts.clock.set(Instant.parse("2026-11-20T12:30:00Z"));
        assertRefused(ErrorReason.ERROR_REASON_OUTSIDE_ZONE, () -> evening.begin(wrong));
        assertRefused(
                ErrorReason.ERROR_REASON_APP_NOT_ALLOWED,
                () -> evening.begin(order("r2", "d1", GANGNAM, TOO_OLD)));
        evening.begin(order("r1", "d1"));
        assertRefused(ErrorReason.ERROR_REASON_ALREADY_WORKED, () -> evening.begin(wrong));
    }
}
