package dev.supporters.insight.night;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.Money;
import dev.supporters.insight.SampleCounts;
import dev.supporters.insight.night.NightCounts.MemberCounts;
import dev.supporters.insight.night.NightCounts.ShiftCounts;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;

class NightCountsTest {

    private static final NightCounts FULL = SampleCounts.FULL;

    @Test
    void everyFigureIsItsFormula() {
        assertThat(FULL.attendanceRate()).hasValue(20 / 25.0);
        assertThat(FULL.completionRate()).hasValue(60 / 80.0);
        assertThat(FULL.supporterCompletionRate()).hasValue(40 / 80.0);
        assertThat(FULL.cancellationAfterAssignmentRate()).hasValue(5 / 50.0);
        assertThat(FULL.autoAcceptShare()).hasValue(45 / 50.0);
        assertThat(FULL.tripsPerPaidHour()).hasValue(40 / 40.0);
        assertThat(FULL.demandCoverage()).hasValue(90 / 100.0);
        assertThat(FULL.generalShare()).hasValue(30 / 100.0);
        assertThat(FULL.costPerCompletedCall()).contains(new Money(14_000, "KRW"));
    }

    @Test
    void aFigureWithoutDataIsAbsentAndNotZero() {
        // Given
        NightCounts none = NightCounts.NONE;

        // Then
        assertThat(none.attendanceRate()).isEmpty();
        assertThat(none.completionRate()).isEmpty();
        assertThat(none.supporterCompletionRate()).isEmpty();
        assertThat(none.cancellationAfterAssignmentRate()).isEmpty();
        assertThat(none.autoAcceptShare()).isEmpty();
        assertThat(none.tripsPerPaidHour()).isEmpty();
        assertThat(none.demandCoverage()).isEmpty();
        assertThat(none.generalShare()).isEmpty();
        assertThat(none.costPerCompletedCall()).isEmpty();
        assertThat(none.commands().pickupMinutes().mean()).isEmpty();
        assertThat(none.shifts().tripRates().gini()).isEmpty();
    }

    @Test
    void figuresOfTwoRegionsAreThoseOfTheirSum() {
        // When
        NightCounts twice = FULL.plus(FULL);

        // Then
        assertThat(twice.calls().requested()).isEqualTo(200);
        assertThat(twice.completionRate()).isEqualTo(FULL.completionRate());
        assertThat(twice.costPerCompletedCall()).isEqualTo(FULL.costPerCompletedCall());
        assertThat(twice.shifts().tripRates().gini()).isEqualTo(FULL.shifts().tripRates().gini());
        assertThat(NightCounts.NONE.plus(FULL)).isEqualTo(FULL);
    }

    @Test
    void aRegionWhoseMembersWereNotCountedIsNoPartOfTheAttendance() {
        // When
        NightCounts sum = FULL.plus(FULL.with(Optional.empty()));

        // Then
        assertThat(sum.shifts().members()).contains(new MemberCounts(20, 25));
        assertThat(sum.shifts().begun()).isEqualTo(40);
    }

    @Test
    void wagesInTwoCurrenciesHaveNoCostPerCall() {
        // Given
        ShiftCounts shifts = FULL.shifts();
        NightCounts dollars =
                new NightCounts(
                        FULL.facts(),
                        FULL.calls(),
                        FULL.commands(),
                        new ShiftCounts(
                                shifts.begun(),
                                shifts.members(),
                                shifts.paidMinutes(),
                                Map.of("USD", 5_600L),
                                shifts.tripRates()));

        // Then
        assertThat(dollars.costPerCompletedCall()).contains(new Money(140, "USD"));
        assertThat(FULL.plus(dollars).costPerCompletedCall()).isEmpty();
    }

    @Test
    void cellsOfRegionsAreAdded() {
        NightCounts sum = SampleCounts.BY_CELL.plus(SampleCounts.BY_CELL).plus(FULL);

        assertThat(sum.cells())
                .containsEntry(0x8830e1d8c7fffffL, new CellCounts(140, 120, 100, 70, 40, 130, 24))
                .hasSize(2);
    }
}
