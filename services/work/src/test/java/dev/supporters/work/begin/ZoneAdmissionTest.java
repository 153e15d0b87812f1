package dev.supporters.work.begin;

import static dev.supporters.work.Refused.assertRefused;
import static dev.supporters.work.begin.Evening.GANGNAM;
import static dev.supporters.work.begin.Evening.TOO_OLD;
import static dev.supporters.work.begin.Evening.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.ActiveZones.Placement;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.proto.zone.v1.ZoneBasis;
import dev.supporters.testkit.Race;
import dev.supporters.work.TestShifts;
import dev.supporters.work.begin.MembershipClient.Membership;
import dev.supporters.work.shift.BeginZone;
import dev.supporters.work.shift.Shift;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

class ZoneAdmissionTest {

    private final Evening evening = new Evening();

    @BeforeEach
    void members() {
        for (int driver = 1; driver <= 20; driver++) {
            evening.members.put("d" + driver, new Membership("seoul", true, 1));
        }
    }

    @Test
    void rememberedAndToldIsTheCellOfTheBegin() {
        // Given
        evening.inZone(0, false);

        // When
        Versioned<Shift> begun = evening.begin(order("r1", "d1"));

        // Then
        assertThat(begun.value().details().zone())
                .isEqualTo(new BeginZone("3", "8830e1d8c7fffff", ""));
        WorkBegun told = evening.shifts.told().getFirst().getBegun();
        assertThat(told.getZoneId()).isEqualTo("3");
        assertThat(told.getZoneCell()).isEqualTo("8830e1d8c7fffff");
        assertThat(told.getRegionReason()).isEmpty();
        assertThat(evening.places.find("DRIVER/seoul/2026-11-20/3")).isEmpty();
    }

    @Test
    void refusesAPlaceOutsideTheActiveZones() {
        // Given
        evening.zones = true;

        // When
        Refusal refusal =
                assertRefused(
                        ErrorReason.ERROR_REASON_OUTSIDE_ZONE,
                        () -> evening.begin(order("r1", "d1")));

        // Then
        assertThat(refusal.expected()).isEqualTo("a place in an active zone");
        assertThat(evening.shifts.told()).isEmpty();
    }

    @Test
    void theRegionAppliesAndTheShiftSaysWhy() {
        // Given
        evening.zones = true;
        evening.placement = new Placement.InRegion(ZoneBasis.ZONE_BASIS_ZONES, true);

        // When
        Versioned<Shift> outdated = evening.begin(order("r1", "d1"));
        evening.placement = new Placement.InRegion(ZoneBasis.ZONE_BASIS_NO_FORECAST, false);
        Versioned<Shift> unknown = evening.begin(order("r2", "d2"));
        evening.zones = false;
        Versioned<Shift> off = evening.begin(order("r3", "d3"));

        // Then
        assertThat(reason(outdated)).isEqualTo("outdated");
        assertThat(reason(unknown)).isEqualTo("no_forecast");
        assertThat(reason(off)).isEqualTo("switched_off");
    }

    @Test
    void ofAllWhoBeginAtTheSameTimeAsManyGetAPlaceAsThereAre() {
        // Given
        evening.inZone(5, false);
        List<Callable<ErrorReason>> attempts =
                IntStream.rangeClosed(1, 20).mapToObj(driver -> attempt("d" + driver)).toList();

        // When
        List<ErrorReason> outcomes = Race.run(attempts);

        // Then
        assertThat(outcomes).filteredOn(ErrorReason.ERROR_REASON_UNSPECIFIED::equals).hasSize(5);
        assertThat(outcomes).filteredOn(ErrorReason.ERROR_REASON_ZONE_FULL::equals).hasSize(15);
        assertThat(evening.shifts.told()).hasSize(5);
    }

    @Test
    void whoeverEndsLeavesThePlaceToAnother() {
        // Given
        evening.inZone(1, false);
        evening.begin(order("r1", "d1"));
        assertRefused(ErrorReason.ERROR_REASON_ZONE_FULL, () -> evening.begin(order("r1", "d2")));

        // When
        evening.ended("d1");
        evening.begin(order("r2", "d2"));

        // Then
        assertThat(evening.shifts.now("d2")).isInstanceOf(Shift.Working.class);
        assertRefused(ErrorReason.ERROR_REASON_ZONE_FULL, () -> evening.begin(order("r1", "d3")));
    }

    @Test
    void aPlaceWithoutAShiftIsFreeAgainAfterAMinute() {
        // Given a process that died after it had taken the place
        evening.inZone(1, false);
        evening.places.change(
                "DRIVER/seoul/2026-11-20/3",
                "",
                (current, version) ->
                        Optional.of(
                                Change.to(
                                        ZonePlaces.free(TestShifts.WINDOW_END)
                                                .with(
                                                        TestShifts.id("d9"),
                                                        evening.shifts.clock.instant()))));
        assertRefused(ErrorReason.ERROR_REASON_ZONE_FULL, () -> evening.begin(order("r1", "d1")));

        // When
        evening.shifts.clock.advance(Duration.ofMinutes(1));
        evening.begin(order("r2", "d1"));

        // Then
        assertThat(evening.shifts.now("d1")).isInstanceOf(Shift.Working.class);
    }

    @Test
    void theSameRequestTwiceTakesOnePlace() {
        // Given
        evening.inZone(1, false);
        Callable<ErrorReason> attempt = attempt("d1");

        // When
        List<ErrorReason> outcomes = Race.run(List.of(attempt, attempt, attempt));

        // Then
        assertThat(outcomes).containsOnly(ErrorReason.ERROR_REASON_UNSPECIFIED);
        assertThat(evening.shifts.told()).hasSize(1);
    }

    @Test
    void refusesAboveTheWageBound() {
        // Given
        evening.inZone(0, true);

        // When
        Refusal refusal =
                assertRefused(
                        ErrorReason.ERROR_REASON_ZONE_FULL, () -> evening.begin(order("r1", "d1")));

        // Then
        assertThat(refusal.offending())
                .isEqualTo("zone 3 with a wage of 23334 KRW per completed call");
        assertThat(refusal.expected()).isEqualTo("at most 23333 KRW");
    }

    @Test
    void betweenTwoPlansNoMoreBeginThanTheWageBoundAllows() {
        // Given: no limit of supporters, and three by the wage
        evening.inZone(0, false, 3);
        List<Callable<ErrorReason>> attempts =
                IntStream.rangeClosed(1, 20).mapToObj(driver -> attempt("d" + driver)).toList();

        // When
        List<ErrorReason> outcomes = Race.run(attempts);
        Refusal refusal =
                assertRefused(
                        ErrorReason.ERROR_REASON_ZONE_FULL,
                        () -> evening.begin(order("r3", "d" + refusedDriver(outcomes))));

        // Then
        assertThat(outcomes).filteredOn(ErrorReason.ERROR_REASON_UNSPECIFIED::equals).hasSize(3);
        assertThat(outcomes).filteredOn(ErrorReason.ERROR_REASON_ZONE_FULL::equals).hasSize(17);
        assertThat(refusal.offending()).isEqualTo("zone 3 with 3 supporters");
        assertThat(refusal.expected())
                .isEqualTo("less than 3, for a wage of at most 23334 KRW per completed call");
    }

    @Test
    void theNextPlanMayLetMoreBegin() {
        // Given
        evening.inZone(0, false, 1);
        evening.begin(order("r1", "d1"));
        assertRefused(ErrorReason.ERROR_REASON_ZONE_FULL, () -> evening.begin(order("r1", "d2")));

        // When
        evening.inZone(0, false, 2);
        evening.begin(order("r2", "d2"));

        // Then
        assertRefused(ErrorReason.ERROR_REASON_ZONE_FULL, () -> evening.begin(order("r1", "d3")));
    }

    @Test
    void theSmallerOfCapacityAndWageBoundCounts() {
        // Given
        evening.inZone(1, false, 2);
        evening.begin(order("r1", "d1"));

        // Then
        assertThat(
                        assertRefused(
                                        ErrorReason.ERROR_REASON_ZONE_FULL,
                                        () -> evening.begin(order("r1", "d2")))
                                .expected())
                .isEqualTo("less than 1");
        evening.inZone(3, false, 1);
        assertThat(
                        assertRefused(
                                        ErrorReason.ERROR_REASON_ZONE_FULL,
                                        () -> evening.begin(order("r1", "d2")))
                                .expected())
                .startsWith("less than 1, for a wage of");
    }

    @Test
    void aLimitThatComesIntoForceInTheNightCountsThoseAtWorkWhoBeganBefore() {
        // Given two at work of this zone, one who has ended, and one of another zone
        evening.inZone(0, false);
        evening.begin(order("r1", "d1"));
        evening.begin(order("r1", "d2"));
        evening.begin(order("r1", "d3"));
        evening.ended("d3");
        evening.inZone("4", 0, false, 0);
        evening.begin(order("r1", "d4"));

        // When
        evening.inZone(0, false, 3);
        evening.begin(order("r1", "d5"));

        // Then
        assertThat(
                        assertRefused(
                                        ErrorReason.ERROR_REASON_ZONE_FULL,
                                        () -> evening.begin(order("r1", "d6")))
                                .offending())
                .isEqualTo("zone 3 with 3 supporters");
        evening.ended("d1");
        evening.begin(order("r2", "d6"));
    }

    @Test
    void aLimitThatIsFullWhenItComesLetsNobodyBegin() {
        // Given
        evening.inZone(0, false);
        evening.begin(order("r1", "d1"));
        evening.begin(order("r1", "d2"));

        // When
        evening.inZone(1, false);

        // Then
        assertRefused(ErrorReason.ERROR_REASON_ZONE_FULL, () -> evening.begin(order("r1", "d3")));
        evening.ended("d1");
        assertRefused(ErrorReason.ERROR_REASON_ZONE_FULL, () -> evening.begin(order("r2", "d3")));
        evening.ended("d2");
        evening.begin(order("r3", "d3"));
    }

    @Test
    void whoBeginsBetweenTwoLimitsIsCountedToo() {
        // Given
        evening.inZone(2, false);
        evening.begin(order("r1", "d1"));
        evening.inZone(0, false);
        evening.begin(order("r1", "d2"));

        // When
        evening.inZone(2, false);

        // Then
        assertRefused(ErrorReason.ERROR_REASON_ZONE_FULL, () -> evening.begin(order("r1", "d3")));
    }

    private static int refusedDriver(List<ErrorReason> outcomes) {
        return outcomes.indexOf(ErrorReason.ERROR_REASON_ZONE_FULL) + 1;
    }

    @Test
    void aFullZoneIsTheLastOfTheRefusals() {
        // Given
        evening.inZone(1, false);
        evening.begin(order("r1", "d1"));

        // Then
        assertRefused(
                ErrorReason.ERROR_REASON_APP_NOT_ALLOWED,
                () -> evening.begin(order("r1", "d2", GANGNAM, TOO_OLD)));
        assertRefused(
                ErrorReason.ERROR_REASON_ALREADY_WORKED, () -> evening.begin(order("r2", "d1")));
        assertRefused(ErrorReason.ERROR_REASON_ZONE_FULL, () -> evening.begin(order("r1", "d2")));
    }

    private static String reason(Versioned<Shift> begun) {
        return begun.value().details().zone().regionReason();
    }

    private Callable<ErrorReason> attempt(String driverId) {
        return () -> {
            try {
                evening.begin(order("r1", driverId));
                return ErrorReason.ERROR_REASON_UNSPECIFIED;
            } catch (Refusal refusal) {
                return refusal.reason();
            }
        };
    }
}
