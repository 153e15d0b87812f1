package dev.supporters.insight.night;

import static dev.supporters.insight.SampleNight.FRIDAY;
import static dev.supporters.insight.SampleNight.at;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.insight.SampleCounts;
import dev.supporters.insight.night.NightCounts.MemberCounts;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

class CountedNightTest {

    private static final NightCounts FULL = SampleCounts.FULL;

    @Test
    void theFirstCountIsStored() {
        assertThat(night(at(60), FULL).replacing(Optional.empty())).contains(night(at(60), FULL));
    }

    @Test
    void theSameCountIsNotStoredAgain() {
        assertThat(night(at(61), FULL).replacing(Optional.of(night(at(60), FULL)))).isEmpty();
    }

    @Test
    void theFirstCountAfterTheWindowIsStoredAlsoIfNothingHasChanged() {
        // Given
        CountedNight open = night(at(239), FULL);
        CountedNight over = night(at(240), FULL);

        // When and then
        assertThat(over.replacing(Optional.of(open))).contains(over);
        assertThat(night(at(241), FULL).replacing(Optional.of(over))).isEmpty();
    }

    @Test
    void aProcessThatHasReadLessDoesNotReplaceWhatOneKnewThatHadReadMore() {
        // Given
        NightCounts less =
                new NightCounts(FULL.facts() - 1, FULL.calls(), FULL.commands(), FULL.shifts());

        // Then
        assertThat(night(at(61), less).replacing(Optional.of(night(at(60), FULL)))).isEmpty();
        assertThat(night(at(61), FULL).replacing(Optional.of(night(at(60), less))))
                .contains(night(at(61), FULL));
    }

    /** Both have read the same facts of calls; one of them had not read the plans of zones. */
    @Test
    void ofTwoWhoHaveReadAsMuchTheOneThatKnowsTheZonesOfMoreCallsStays() {
        // Given
        NightCounts placed = SampleCounts.BY_ZONE;
        assertThat(placed.facts()).isEqualTo(FULL.facts());

        // Then
        assertThat(night(at(61), FULL).replacing(Optional.of(night(at(60), placed)))).isEmpty();
        assertThat(night(at(61), placed).replacing(Optional.of(night(at(60), FULL))))
                .contains(night(at(61), placed));
    }

    @Test
    void membersAreThoseWhoWereThereWhileTheWindowWasOpen() {
        // Given
        CountedNight before = night(at(239), FULL);
        NightCounts members = FULL.with(Optional.of(new MemberCounts(20, 1_000)));
        NightCounts more =
                new NightCounts(
                        FULL.facts() + 1, members.calls(), members.commands(), members.shifts());

        // When
        Optional<CountedNight> during = night(at(239), more).replacing(Optional.of(before));
        Optional<CountedNight> after = night(at(240), more).replacing(Optional.of(before));

        // Then
        assertThat(during.orElseThrow().counts().shifts().members())
                .contains(new MemberCounts(20, 1_000));
        assertThat(after.orElseThrow().counts().shifts().members())
                .contains(new MemberCounts(20, 25));
    }

    @Test
    void afterTheWindowNobodyCanSayAnyMoreWhoWasAMember() {
        // When
        Optional<CountedNight> first = night(at(240), FULL).replacing(Optional.empty());

        // Then
        assertThat(first.orElseThrow().counts().attendanceRate()).isEmpty();
    }

    private static CountedNight night(Instant updateTime, NightCounts counts) {
        return SampleCounts.night("seoul", FRIDAY, updateTime, counts);
    }
}
