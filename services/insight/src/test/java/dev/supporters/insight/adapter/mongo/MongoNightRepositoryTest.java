package dev.supporters.insight.adapter.mongo;

import static dev.supporters.insight.SampleNight.DRIVER;
import static dev.supporters.insight.SampleNight.FRIDAY;
import static dev.supporters.insight.SampleNight.at;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;

import dev.supporters.insight.SampleCounts;
import dev.supporters.insight.night.CountedNight;
import dev.supporters.insight.night.NightCounts;
import dev.supporters.insight.night.NightRepository;
import dev.supporters.testkit.Race;
import dev.supporters.testkit.TestClock;
import dev.supporters.testkit.TestStore;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

class MongoNightRepositoryTest {

    @AutoClose private final TestStore store = new TestStore();
    private final MongoDatabase database = store.database();

    @Test
    void ofProcessesThatCountAtTheSameTimeTheOneThatHasReadTheMostIsKept() {
        // Given
        List<Callable<Boolean>> processes = new ArrayList<>();
        for (int read = 1; read <= 8; read++) {
            CountedNight night = night(read);
            NightRepository process = process();
            processes.add(() -> process.put(night));
        }

        // When
        Race.run(processes);

        // Then
        assertThat(process().find(DRIVER, List.of(FRIDAY))).containsExactly(night(8));
    }

    @Test
    void findsTheNightsOfAllRegionsOnTheDates() {
        // Given
        NightRepository nights = process();
        nights.put(SampleCounts.night("seoul", FRIDAY, at(60), SampleCounts.FULL));
        nights.put(SampleCounts.night("busan", FRIDAY.minusDays(7), at(60), SampleCounts.FULL));
        nights.put(SampleCounts.night("busan", FRIDAY.minusDays(1), at(60), SampleCounts.FULL));

        // Then
        assertThat(nights.find(DRIVER, List.of(FRIDAY, FRIDAY.minusDays(7))))
                .extracting(night -> night.key().region())
                .containsExactlyInAnyOrder("seoul", "busan");
    }

    private static CountedNight night(int facts) {
        NightCounts full = SampleCounts.FULL;
        return SampleCounts.night(
                "seoul",
                FRIDAY,
                at(60),
                new NightCounts(facts, full.calls(), full.commands(), full.shifts()));
    }

    private NightRepository process() {
        return InsightStores.repository(
                store.open(InsightStores.NIGHTS, new TestClock(), database));
    }
}
