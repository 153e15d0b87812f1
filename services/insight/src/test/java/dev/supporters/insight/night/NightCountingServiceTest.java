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
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.DispatchPath;
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

    @Test
    void theFiguresOfTheNightAreMetrics() {
        // Given
        NightCountingService service = service(nights);
        regions.put(SampleNight.seoul());
        calls.apply(SampleNight.requested("1", at(1)));
        calls.apply(SampleNight.requested("2", at(2)));
        service.count();
        assertThat(gauge("supporters_insight_night_calls", "count", "requested")).isEqualTo(2);
        assertThat(gauge("supporters_insight_night_ratio", "figure", "completion")).isNaN();

        // When
        calls.apply(
                SampleNight.ended(
                        "1",
                        at(20),
                        CallState.CALL_STATE_COMPLETED,
                        DispatchPath.DISPATCH_PATH_SUPPORTERS));
        calls.apply(
                SampleNight.ended(
                        "2",
                        at(21),
                        CallState.CALL_STATE_CANCELLED,
                        DispatchPath.DISPATCH_PATH_UNSPECIFIED));
        clock.advance(Duration.ofSeconds(30));
        service.count();

        // Then
        assertThat(gauge("supporters_insight_night_calls", "count", "completed")).isEqualTo(1);
        assertThat(gauge("supporters_insight_night_ratio", "figure", "completion")).isEqualTo(.5);
        assertThat(gauge("supporters_insight_night_pickup_seconds", "figure", "p95")).isNaN();
    }

    private double gauge(String name, String label, String value) {
        return meters.get(name)
                .tags("product", "DRIVER", "region", "seoul", label, value)
                .gauge()
                .value();
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
                        regions,
                        calls,
                        new NightCommands(),
                        new NightShifts(),
                        new NightMembers(),
                        new NightZones()),
                repository,
                new CountingMetrics(meters),
                new NightMetrics(meters),
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
