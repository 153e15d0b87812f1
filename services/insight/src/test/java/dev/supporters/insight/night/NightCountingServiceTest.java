package dev.supporters.insight.night;

import static dev.supporters.insight.SampleNight.DRIVER;
import static dev.supporters.insight.SampleNight.FRIDAY;
import static dev.supporters.insight.SampleNight.at;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.insight.InsightDefaults;
import dev.supporters.insight.SampleNight;
import dev.supporters.insight.adapter.mongo.InsightStores;
import dev.supporters.insight.region.NightRegions;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

class NightCountingServiceTest {

    private final TestClock clock = new TestClock(at(60));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final NightRegions regions = new NightRegions(clock);
    private final NightCalls calls = new NightCalls();
    private final NightRepository nights =
            InsightStores.repository(new InMemoryAggregateStore<>(InsightStores.NIGHTS));

    @Test
    void storesWhatHasChangedWhenTheNextCountIsDue() {
        // Given
        NightCountingService service = service(nights);
        regions.put(SampleNight.seoul());
        calls.apply(SampleNight.requested("1", at(1)));
        service.count();
        calls.apply(SampleNight.requested("2", at(2)));

        // When
        clock.advance(Duration.ofSeconds(29));
        service.count();

        // Then
        assertThat(requested()).containsExactly(1L);

        // When
        clock.advance(Duration.ofSeconds(1));
        service.count();
        clock.advance(Duration.ofSeconds(30));
        service.count();

        // Then
        assertThat(requested()).containsExactly(2L);
        assertThat(counts("stored")).isEqualTo(2);
        assertThat(counts("unchanged")).isEqualTo(1);
    }

    @Test
    void afterAFailureTheNextCountHasEverything() {
        // Given
        regions.put(SampleNight.seoul());
        calls.apply(SampleNight.requested("1", at(1)));
        NightCountingService service = service(new FailingOnce(nights));

        // When
        assertThatThrownBy(service::count).hasMessage("the store is away");
        clock.advance(Duration.ofSeconds(30));
        service.count();

        // Then
        assertThat(counts("failed")).isEqualTo(1);
        assertThat(requested()).containsExactly(1L);
    }

    private List<Long> requested() {
        return nights.find(DRIVER, List.of(FRIDAY)).stream()
                .map(night -> night.counts().calls().requested())
                .toList();
    }

    private double counts(String result) {
        return meters.counter("supporters_insight_counts_total", "result", result).count();
    }

    private NightCountingService service(NightRepository repository) {
        return new NightCountingService(
                new NightCounter(
                        regions, calls, new NightCommands(), new NightShifts(), new NightMembers()),
                repository,
                new CountingMetrics(meters),
                clock,
                new InsightDefaults());
    }

    private static final class FailingOnce implements NightRepository {

        private final NightRepository nights;
        private boolean failed;

        private FailingOnce(NightRepository nights) {
            this.nights = nights;
        }

        @Override
        public boolean put(CountedNight night) {
            if (!failed) {
                failed = true;
                throw new IllegalStateException("the store is away");
            }
            return nights.put(night);
        }

        @Override
        public List<CountedNight> find(Product product, Collection<LocalDate> businessDates) {
            return nights.find(product, businessDates);
        }
    }
}
