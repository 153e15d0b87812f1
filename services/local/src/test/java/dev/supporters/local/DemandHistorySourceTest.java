package dev.supporters.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.WorkWindow;
import dev.supporters.dispatch.forecast.DemandHistory;
import dev.supporters.local.options.LocalOptions;
import dev.supporters.simulation.Night;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class DemandHistorySourceTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @Test
    void learnsTheMeanOfEarlierNightsForTheNightsRegion() {
        // Given
        LocalOptions options = LocalOptions.of(ROOT, Map.of("calls", "100"));
        Night night = RequestedNight.of(options, said -> {});
        // When
        DemandHistory history =
                DemandHistorySource.of(night, RequestedNight.earlier(options, night)).orElseThrow();
        // Then
        assertThat(history.nights()).isEqualTo(30);
        assertThat(history.total()).isCloseTo(100, within(.001));
        assertThat(
                        history.unusableFor(
                                "night",
                                "DRIVER",
                                new WorkWindow(
                                        night.zone(), Night.WINDOW_BEGIN, Night.WINDOW_LENGTH),
                                new RegionBounds(
                                        night.region().southWest().lat(),
                                        night.region().southWest().lng(),
                                        night.region().northEast().lat(),
                                        night.region().northEast().lng()),
                                night.businessDate()))
                .isEmpty();
    }

    @Test
    void hasNothingToLearnFromWithoutAnEarlierNight() {
        LocalOptions options = LocalOptions.of(ROOT, Map.of("calls", "5"));
        Night night = RequestedNight.of(options, said -> {});
        assertThat(DemandHistorySource.of(night, List.of())).isEmpty();
    }
}
