package dev.supporters.move.proposal;

import static dev.supporters.move.proposal.Night.DRIVER;
import static dev.supporters.move.proposal.Night.FRIDAY;
import static dev.supporters.move.proposal.Night.PANGYO;
import static dev.supporters.move.proposal.Night.START;
import static dev.supporters.move.proposal.Night.at;
import static dev.supporters.move.proposal.Night.signalOf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.move.v1.MoveEvent;

import org.junit.jupiter.api.Test;

/** A signal becomes a proposal, once. */
class ProposingTest {

    private final Night night = new Night();

    @Test
    void proposesAMoveToWhoIsIdle() {
        // Given
        night.begin();

        // When
        night.signal("m1", 600);

        // Then
        Move active = night.active().orElseThrow();
        assertThat(active).isInstanceOf(Move.Proposed.class);
        assertThat(active.signal()).isEqualTo(signalOf("m1", 600));
        assertThat(active.createTime()).isEqualTo(START);
        assertThat(night.published()).containsExactly("m1 PROPOSED 0");
        assertThat(night.counted("proposed")).isEqualTo(1);
    }

    @Test
    void publishesTheWholeMove() {
        // Given
        night.begin();

        // When
        night.signal("m1", 600);

        // Then
        Event event = night.documents.published().getFirst();
        MoveEvent published = (MoveEvent) event.payload();
        assertThat(event.topic()).isEqualTo(Topics.MOVES);
        assertThat(event.key()).isEqualTo("1004550");
        assertThat(published.getChanged().getWorkId()).isEqualTo(FRIDAY.value());
        assertThat(published.getChanged().getMove().getDestination().getPoi())
                .isEqualTo(PANGYO.poi());
        assertThat(published.getChanged().getMove().getDestination().getLat())
                .isEqualTo("37.394726");
        assertThat(published.getChanged().getMove().getExpireTime())
                .isEqualTo(Timestamps.of(at(600)));
        assertThat(published.getChanged().getMove().getDriverId()).isEqualTo("1004550");
    }

    @Test
    void aSignalThatComesAgainChangesNothing() {
        // Given
        night.begin();
        night.proposals.signal("e1", DRIVER, signalOf("m1", 600));

        // When
        night.proposals.signal("e1", DRIVER, signalOf("m1", 600));
        night.proposals.signal("e2", DRIVER, signalOf("m1", 600));

        // Then
        assertThat(night.published()).containsExactly("m1 PROPOSED 0");
        assertThat(night.counted("duplicate")).isEqualTo(1);
    }

    @Test
    void aMoveThatEndedDoesNotComeBackWithItsSignal() {
        // Given
        night.begin();
        night.signal("m1", 600);
        night.proposals.answer("r1", DRIVER, "m1", false);

        // When
        night.proposals.signal("again", DRIVER, signalOf("m1", 600));

        // Then
        assertThat(night.active()).isEmpty();
    }

    @Test
    void dropsWhatComesAfterItsOwnTime() {
        // Given
        night.begin();

        // When
        night.signal("m1", 0);

        // Then
        assertThat(night.active()).isEmpty();
        assertThat(night.counted("expired")).isEqualTo(1);
    }
}
