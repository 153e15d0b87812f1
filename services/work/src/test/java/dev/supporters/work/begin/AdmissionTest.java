package dev.supporters.work.begin;

import static dev.supporters.work.Refused.assertRefused;
import static dev.supporters.work.begin.Evening.ALLOWED;
import static dev.supporters.work.begin.Evening.BUSAN;
import static dev.supporters.work.begin.Evening.GANGNAM;
import static dev.supporters.work.begin.Evening.TOO_OLD;
import static dev.supporters.work.begin.Evening.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.work.shift.Working;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class AdmissionTest {

    private final Evening evening = new Evening();

    @Test
    void refusesWhoIsNotAMember() {
        assertRefused(
                ErrorReason.ERROR_REASON_NOT_A_MEMBER,
                () -> evening.begin(order("r1", "stranger")));
    }

    @Test
    void refusesAMemberWhoseActivityModeIsOff() {
        evening.members.put("d1", new Member("seoul", false));

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
                List.of(new AppRule(AppPlatform.APP_PLATFORM_IOS, AppVersion.parse("1.0")));

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
        evening.members.put("d1", new Member("seoul", false));
        evening.works.clock.set(Instant.parse("2026-11-20T11:00:00Z"));
        BeginOrder wrong = order("r2", "d1", BUSAN, TOO_OLD);
        // Then one thing after the other is put right
        assertRefused(
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT, () -> order("", "d1", BUSAN, TOO_OLD));
        assertRefused(ErrorReason.ERROR_REASON_NOT_A_MEMBER, () -> evening.begin(wrong));
        evening.members.put("d1", new Member("seoul", true));
        assertRefused(ErrorReason.ERROR_REASON_WORK_WINDOW_CLOSED, () -> evening.begin(wrong));
        evening.works.clock.set(Instant.parse("2026-11-20T12:30:00Z"));
        assertRefused(ErrorReason.ERROR_REASON_OUTSIDE_ZONE, () -> evening.begin(wrong));
        assertRefused(
                ErrorReason.ERROR_REASON_APP_NOT_ALLOWED,
                () -> evening.begin(order("r2", "d1", GANGNAM, TOO_OLD)));
        evening.begin(order("r1", "d1"));
        assertRefused(ErrorReason.ERROR_REASON_ALREADY_WORKED, () -> evening.begin(wrong));
    }
}
