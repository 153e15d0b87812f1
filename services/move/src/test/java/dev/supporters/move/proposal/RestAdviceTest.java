package dev.supporters.move.proposal;

import static dev.supporters.move.proposal.Night.DRIVER;
import static dev.supporters.move.proposal.Night.FRIDAY;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.WorkStep;
import dev.supporters.platform.event.Event;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.move.v1.MoveKind;

import org.junit.jupiter.api.Test;

/** Advice to rest before the demand grows. The driver decides; the rest itself is asked of the service of shifts. */
class RestAdviceTest {

    private final Night night = new Night();

    @Test
    void isProposedWithoutADestination() {
        // Given
        night.begin();

        // When
        advise("a1");

        // Then
        Event event = night.documents.published().getFirst();
        MoveEvent published = (MoveEvent) event.payload();
        assertThat(published.getChanged().getMove().getKind()).isEqualTo(MoveKind.MOVE_KIND_REST);
        assertThat(published.getChanged().getMove().hasDestination()).isFalse();
        assertThat(published.getChanged().getMove().getModel()).isEqualTo("rest@1");
        assertThat(night.changes("rest", "proposed")).isEqualTo(1);
    }

    @Test
    void isDoneWhenTheDriverRests() {
        // Given
        night.begin();
        advise("a1");
        night.proposals.answer("r1", DRIVER, "a1", true);

        // When
        night.work(FRIDAY, 2, WorkStep.State.RESTING, 20);

        // Then
        assertThat(night.published())
                .containsExactly("a1 PROPOSED 0", "a1 ACCEPTED 0", "a1 ARRIVED 20");
        assertThat(night.changes("rest", "arrived")).isEqualTo(1);
    }

    @Test
    void isDoneAlsoWhenTheDriverRestsWithoutAnAnswer() {
        // Given
        night.begin();
        advise("a1");

        // When
        night.work(FRIDAY, 2, WorkStep.State.RESTING, 20);

        // Then
        assertThat(night.published()).containsExactly("a1 PROPOSED 0", "a1 ARRIVED 20");
    }

    @Test
    void isSupersededByACommand() {
        // Given
        night.begin();
        advise("a1");

        // When
        night.activity(FRIDAY, 2, EngagementStep.State.COMMANDED, 20);

        // Then
        assertThat(night.published()).containsExactly("a1 PROPOSED 0", "a1 SUPERSEDED 20");
    }

    @Test
    void canBeDeclined() {
        // Given
        night.begin();
        advise("a1");

        // When
        night.proposals.answer("r1", DRIVER, "a1", false);

        // Then
        assertThat(night.active()).isEmpty();
        assertThat(night.published()).containsExactly("a1 PROPOSED 0", "a1 DECLINED 0");
    }

    @Test
    void doesNotGoToADriverWhoRests() {
        // Given
        night.begin();
        night.work(FRIDAY, 2, WorkStep.State.RESTING, 1);

        // When
        advise("a1");

        // Then
        assertThat(night.active()).isEmpty();
        assertThat(night.counted("resting")).isEqualTo(1);
    }

    private void advise(String adviceId) {
        night.proposals.signal("event-" + adviceId, DRIVER, Night.restSignal(adviceId, 600));
    }
}
