package dev.supporters.player;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class ObservationsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T14:41:00Z");

    private final Observations observations = new Observations();

    @Test
    void countsEachRequestedCallOnceWhateverItsState() {
        for (ObservedCall.State state : ObservedCall.State.values()) {
            observations.call("call " + state, state);
        }
        observations.working(3);

        NightSetup.Progress progress = observations.progress(NOW);

        assertThat(progress).isEqualTo(new NightSetup.Progress(NOW, 3, 1, 1, 1, 1, 3));
        assertThat(progress.requested()).isEqualTo(ObservedCall.State.values().length);
    }

    @Test
    void countsACallByItsNewestState() {
        observations.call("1", ObservedCall.State.WAITING);
        observations.call("1", ObservedCall.State.DRIVING);
        observations.call("1", ObservedCall.State.COMPLETED);

        assertThat(observations.progress(NOW))
                .isEqualTo(new NightSetup.Progress(NOW, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void countsNothingBeforeTheFirstCall() {
        assertThat(observations.progress(NOW))
                .isEqualTo(new NightSetup.Progress(NOW, 0, 0, 0, 0, 0, 0));
    }
}
