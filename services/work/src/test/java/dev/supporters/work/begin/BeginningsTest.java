package dev.supporters.work.begin;

import static dev.supporters.work.Refused.assertRefused;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.testkit.Race;
import dev.supporters.work.Works;
import dev.supporters.work.shift.EndReason;
import dev.supporters.work.shift.Ended;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.Working;
import dev.supporters.work.window.WorkWindow;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

class BeginningsTest {

    private static final Position GANGNAM = new Position(37.4979, 127.0276);
    private static final Position BUSAN = new Position(35.1796, 129.0756);
    private static final App ALLOWED =
            new App(AppPlatform.APP_PLATFORM_ANDROID, AppVersion.parse("5.2.0"));
    private static final App TOO_OLD =
            new App(AppPlatform.APP_PLATFORM_ANDROID, AppVersion.parse("5.1.9"));

    private final Works works = new Works();
    private final Map<String, Member> members =
            new HashMap<>(Map.of("d1", new Member("seoul", true)));
    private boolean driverIsDown;
    private Duration windowLength = Duration.ofHours(4);
    private List<AppRule> appRules =
            List.of(
                    new AppRule(AppPlatform.APP_PLATFORM_ANDROID, AppVersion.parse("5.2.0")),
                    new AppRule(AppPlatform.APP_PLATFORM_IOS, AppVersion.parse("4.0")));
    private final Beginnings beginnings =
            new Beginnings(
                    works.documents,
                    works.shifts,
                    this::member,
                    (product, region) -> policy(region),
                    works.clockOff,
                    works.clock);

    @Test
    void beginsAWorkAndTellsItWithTheTermsOfPay() {
        // When
        Versioned<Shift> begun = begin(order("r1", "d1"));
        // Then
        assertThat(begun.id()).isEqualTo("d1-driver-2026-11-20");
        assertThat(begun.version()).isEqualTo(1);
        assertThat(begun.value()).isInstanceOf(Working.class);
        assertThat(begun.value().frame().begin()).isEqualTo("2026-11-20T12:30:00Z");
        assertThat(begun.value().frame().windowEnd()).isEqualTo("2026-11-20T16:00:00Z");
        WorkEvent told = works.told().getFirst();
        assertThat(told.getWorkId()).isEqualTo("d1-driver-2026-11-20");
        assertThat(told.getBusinessDate()).isEqualTo("2026-11-20");
        assertThat(told.getVersion()).isEqualTo(1);
        assertThat(told.getBegun().getHourlyWage().getAmount()).isEqualTo(14_000);
        assertThat(told.getBegun().getPolicyVersion()).isEqualTo(7);
        assertThat(works.documents.published().getFirst().key()).isEqualTo("d1");
    }

    @Test
    void answersTheSameRequestTheSameWhateverHappenedSince() {
        // Given
        Versioned<Shift> first = begin(order("r1", "d1"));
        works.clock.set(Works.WINDOW_END);
        works.clockOff.sweep();
        driverIsDown = true;
        // When
        Versioned<Shift> again = begin(order("r1", "d1"));
        // Then
        assertThat(again).isEqualTo(new Versioned<>(first.id(), 1, first.value(), true));
        assertThat(works.toldCases())
                .containsExactly(WorkEvent.EventCase.BEGUN, WorkEvent.EventCase.ENDED);
    }

    @Test
    void refusesWhoIsNotAMember() {
        assertRefused(ErrorReason.ERROR_REASON_NOT_A_MEMBER, () -> begin(order("r1", "stranger")));
    }

    @Test
    void refusesAMemberWhoseActivityModeIsOff() {
        members.put("d1", new Member("seoul", false));

        Refusal refusal =
                assertRefused(
                        ErrorReason.ERROR_REASON_NOT_A_MEMBER, () -> begin(order("r1", "d1")));

        assertThat(refusal.expected()).contains("ON");
    }

    @Test
    void refusesBeforeTheWindow() {
        works.clock.set(Instant.parse("2026-11-20T11:59:59Z"));

        assertRefused(ErrorReason.ERROR_REASON_WORK_WINDOW_CLOSED, () -> begin(order("r1", "d1")));
    }

    @Test
    void refusesAtTheWindowsEnd() {
        works.clock.set(Works.WINDOW_END);

        assertRefused(ErrorReason.ERROR_REASON_WORK_WINDOW_CLOSED, () -> begin(order("r1", "d1")));
    }

    @Test
    void refusesASecondWorkOnTheSameBusinessDate() {
        begin(order("r1", "d1"));

        assertRefused(ErrorReason.ERROR_REASON_ALREADY_WORKED, () -> begin(order("r2", "d1")));
    }

    @Test
    void refusesASecondWorkOnTheSameBusinessDateAfterMidnightAndAfterTheFirstHasEnded() {
        // Given
        begin(order("r1", "d1"));
        ended("d1");
        // When half past midnight
        works.clock.set(Instant.parse("2026-11-20T15:30:00Z"));
        // Then
        assertRefused(ErrorReason.ERROR_REASON_ALREADY_WORKED, () -> begin(order("r2", "d1")));
    }

    @Test
    void letsWorkAgainOnTheNextBusinessDate() {
        // Given
        begin(order("r1", "d1"));
        ended("d1");
        works.clock.set(Instant.parse("2026-11-21T12:00:00Z"));
        // When
        Versioned<Shift> next = begin(order("r2", "d1"));
        // Then
        assertThat(next.id()).isEqualTo("d1-driver-2026-11-21");
    }

    @Test
    void aWorkThatNobodyHasClockedOffEndsAtItsWindowsEndWhenTheNextBegins() {
        // Given
        begin(order("r1", "d1"));
        works.clock.set(Instant.parse("2026-11-21T12:00:00Z"));
        // When
        begin(order("r2", "d1"));
        // Then
        assertThat(works.now("d1"))
                .isInstanceOfSatisfying(
                        Ended.class, ended -> assertThat(ended.end()).isEqualTo(Works.WINDOW_END));
    }

    @Test
    void refusesWhileADriveOfTheBusinessDateBeforeIsUnderWay() {
        // Given a window of 24 hours, at whose end the driver is on a drive
        windowLength = Duration.ofHours(24);
        begin(order("r1", "d1"));
        works.engagements.engage("d1");
        works.clock.set(Instant.parse("2026-11-21T12:01:00Z"));
        // Then
        assertRefused(ErrorReason.ERROR_REASON_ALREADY_WORKED, () -> begin(order("r2", "d1")));
    }

    @Test
    void refusesAPlaceOutsideTheRegion() {
        Refusal refusal =
                assertRefused(
                        ErrorReason.ERROR_REASON_OUTSIDE_ZONE,
                        () -> begin(order("r1", "d1", BUSAN, ALLOWED)));

        assertThat(refusal.getMessage()).doesNotContain("35.17", "129.07");
    }

    @Test
    void refusesAnAppThatIsTooOld() {
        Refusal refusal =
                assertRefused(
                        ErrorReason.ERROR_REASON_APP_NOT_ALLOWED,
                        () -> begin(order("r1", "d1", GANGNAM, TOO_OLD)));

        assertThat(refusal.offending()).isEqualTo("ANDROID 5.1.9");
        assertThat(refusal.expected()).isEqualTo("ANDROID from 5.2.0, IOS from 4.0");
    }

    @Test
    void refusesAPlatformWithoutARule() {
        appRules = List.of(new AppRule(AppPlatform.APP_PLATFORM_IOS, AppVersion.parse("1.0")));

        assertRefused(ErrorReason.ERROR_REASON_APP_NOT_ALLOWED, () -> begin(order("r1", "d1")));
    }

    @Test
    void allowsAllAppsWhenThereAreNoRules() {
        appRules = List.of();

        assertThat(begin(order("r1", "d1", GANGNAM, TOO_OLD)).value()).isInstanceOf(Working.class);
    }

    @Test
    void refusesWhenDriverDoesNotAnswer() {
        driverIsDown = true;

        assertRefused(ErrorReason.ERROR_REASON_UNAVAILABLE, () -> begin(order("r1", "d1")));
        assertThat(works.told()).isEmpty();
    }

    @Test
    void refusesInTheOrderOfTheInterface() {
        // Given everything is wrong
        members.put("d1", new Member("seoul", false));
        works.clock.set(Instant.parse("2026-11-20T11:00:00Z"));
        BeginOrder wrong = order("r2", "d1", BUSAN, TOO_OLD);
        // Then one thing after the other is put right
        assertRefused(
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT, () -> order("", "d1", BUSAN, TOO_OLD));
        assertRefused(ErrorReason.ERROR_REASON_NOT_A_MEMBER, () -> begin(wrong));
        members.put("d1", new Member("seoul", true));
        assertRefused(ErrorReason.ERROR_REASON_WORK_WINDOW_CLOSED, () -> begin(wrong));
        works.clock.set(Instant.parse("2026-11-20T12:30:00Z"));
        assertRefused(ErrorReason.ERROR_REASON_OUTSIDE_ZONE, () -> begin(wrong));
        assertRefused(
                ErrorReason.ERROR_REASON_APP_NOT_ALLOWED,
                () -> begin(order("r2", "d1", GANGNAM, TOO_OLD)));
        begin(order("r1", "d1"));
        assertRefused(ErrorReason.ERROR_REASON_ALREADY_WORKED, () -> begin(wrong));
    }

    @Test
    void ofTwoRequestsAtTheSameTimeOneBegins() {
        // When
        List<ErrorReason> outcomes =
                Race.run(List.of(attempt("r1"), attempt("r2"), attempt("r3"), attempt("r4")));
        // Then
        assertThat(outcomes)
                .containsOnlyOnce(ErrorReason.ERROR_REASON_UNSPECIFIED)
                .filteredOn(ErrorReason.ERROR_REASON_ALREADY_WORKED::equals)
                .hasSize(3);
        assertThat(works.told()).hasSize(1);
    }

    @Test
    void theSameRequestTwiceAtTheSameTimeIsAnsweredTheSame() {
        // When
        List<ErrorReason> outcomes = Race.run(List.of(attempt("r1"), attempt("r1"), attempt("r1")));
        // Then
        assertThat(outcomes).containsOnly(ErrorReason.ERROR_REASON_UNSPECIFIED);
        assertThat(works.told()).hasSize(1);
    }

    private Callable<ErrorReason> attempt(String requestId) {
        return () -> {
            try {
                begin(order(requestId, "d1"));
                return ErrorReason.ERROR_REASON_UNSPECIFIED;
            } catch (Refusal refusal) {
                return refusal.reason();
            }
        };
    }

    private Versioned<Shift> begin(BeginOrder order) {
        return beginnings.begin(order);
    }

    private void ended(String driverId) {
        Working working = (Working) works.now(driverId);
        Ended ended =
                new Ended(working.frame(), Duration.ZERO, works.clock.instant(), EndReason.DRIVER);
        works.documents.change(
                working.frame().id().value(),
                "",
                (current, version) ->
                        Optional.of(dev.supporters.work.shift.WorkEvents.over(ended, version)));
    }

    private Optional<Member> member(String driverId, Product product) {
        if (driverIsDown) {
            throw new Refusal(ErrorReason.ERROR_REASON_UNAVAILABLE, "driver", "an answer");
        }
        return Optional.ofNullable(members.get(driverId));
    }

    private WorkPolicy policy(String region) {
        return new WorkPolicy(
                Product.PRODUCT_DRIVER,
                region,
                7,
                new Bounds(37.4, 126.7, 37.7, 127.2),
                new WorkWindow(ZoneId.of("Asia/Seoul"), LocalTime.of(21, 0), windowLength),
                appRules,
                new Pay(14_000, "KRW", false));
    }

    private static BeginOrder order(String requestId, String driverId) {
        return order(requestId, driverId, GANGNAM, ALLOWED);
    }

    private static BeginOrder order(String requestId, String driverId, Position position, App app) {
        return new BeginOrder(requestId, driverId, Product.PRODUCT_DRIVER, position, app);
    }
}
