package dev.supporters.zone.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;

import dev.supporters.platform.store.Versioned;
import dev.supporters.testkit.Race;
import dev.supporters.testkit.TestClock;
import dev.supporters.testkit.TestStore;
import dev.supporters.zone.SampleZones;
import dev.supporters.zone.plan.PlannedZones;
import dev.supporters.zone.plan.ZoneMessages;
import dev.supporters.zone.plan.ZonePlanRepository;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

class MongoZonePlanRepositoryTest {

    @AutoClose private final TestStore store = new TestStore();
    private final TestClock clock = new TestClock();
    private final MongoDatabase database = store.database();

    @Test
    void ofTwoProcessesThatPlanAtTheSameTimeOneIsTheNewest() {
        // Given
        assertThat(process().replace(Optional.empty(), SampleZones.open())).isTrue();
        Optional<Versioned<PlannedZones>> before = process().newest(SampleZones.SEOUL);
        List<Callable<Boolean>> processes =
                IntStream.range(0, 8)
                        .mapToObj(i -> process())
                        .<Callable<Boolean>>map(
                                process -> () -> process.replace(before, SampleZones.warned()))
                        .toList();

        // When
        List<Boolean> replaced = Race.run(processes);

        // Then
        assertThat(replaced).containsOnlyOnce(true);
        assertThat(process().newest(SampleZones.SEOUL))
                .hasValueSatisfying(newest -> {
                    assertThat(newest.version()).isEqualTo(2);
                    assertThat(newest.value()).isEqualTo(SampleZones.warned());
                });
        assertThat(process().record(SampleZones.SEOUL, 1)).contains(SampleZones.open());
    }

    @Test
    void theFirstPlanIsMadeOnce() {
        // When
        List<Boolean> replaced =
                Race.run(
                        () -> process().replace(Optional.empty(), SampleZones.open()),
                        () -> process().replace(Optional.empty(), SampleZones.open()));

        // Then
        assertThat(replaced).containsOnlyOnce(true);
    }

    @Test
    void keepsThePlansBeforeAsRecords() {
        // Given
        ZonePlanRepository plans = process();
        plans.replace(Optional.empty(), SampleZones.open());
        plans.replace(plans.newest(SampleZones.SEOUL), SampleZones.warned());

        // When
        plans.replace(plans.newest(SampleZones.SEOUL), SampleZones.closed());

        // Then
        assertThat(plans.record(SampleZones.SEOUL, 1)).contains(SampleZones.open());
        assertThat(plans.record(SampleZones.SEOUL, 2)).contains(SampleZones.warned());
        assertThat(plans.record(SampleZones.SEOUL, 3)).contains(SampleZones.closed());
        assertThat(plans.record(SampleZones.SEOUL, 4)).isEmpty();
    }

    private ZonePlanRepository process() {
        return ZoneStores.repository(
                store.open(ZoneStores.ZONES, clock, database),
                store.open(ZoneStores.PLANS, clock, database),
                new ZoneMessages(SampleZones.GRID));
    }
}
