package dev.supporters.commander.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.commander.Samples;
import dev.supporters.contract.Place;
import dev.supporters.proto.events.activity.v1.ActivityEvent;

import org.junit.jupiter.api.Test;

class CommandedEventTest {

    @Test
    void saysWhereTheCustomerWaitsAndNotWhatThePlaceIsCalled() {
        // Given
        Command command = Samples.command("254137", "1004550");
        assertThat(command.origin().poi()).isNotEmpty();

        // When
        ActivityEvent event = (ActivityEvent) ActivityEvents.commanded(command, 1).payload();

        // Then
        assertThat(Place.of(event.getCommanded().getOrigin()))
                .isEqualTo(command.origin().withoutTexts());
        assertThat(event.toString()).doesNotContain(command.origin().poi());
    }
}
