package dev.supporters.activity.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.activity.FixedConfig;
import dev.supporters.activity.abuse.SignalRepository.Filter;
import dev.supporters.activity.adapter.mongo.ActivityStores;
import dev.supporters.activity.adapter.mongo.MongoSignalRepository;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.PolicyDefaults;
import dev.supporters.dispatch.abuse.AbuseKind;
import dev.supporters.dispatch.abuse.AbuseSignal;
import dev.supporters.dispatch.abuse.NightSummary;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.Change;
import dev.supporters.proto.activity.v1.SignalNight;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.policy.v1.PolicyPut;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Nights that are a signal only together with those before them. */
class SeveralNightsJudgedTest {

    private static final Instant OVER = PlayedNight.at(240).plus(Duration.ofHours(2));
    private static final DriverId UNUSUAL = new DriverId("7");

    private final TestClock clock = new TestClock(OVER);
    private final InMemoryAggregateStore<Signal> stored =
            new InMemoryAggregateStore<>(ActivityStores.SIGNALS);
    private final InMemoryAggregateStore<DriverNightSummary> driverNights =
            new InMemoryAggregateStore<>(ActivityStores.DRIVER_NIGHTS);
    private final SignalRepository signals = repository();

    private SignalRepository repository() {
        return new MongoSignalRepository(
                stored, new InMemoryAggregateStore<>(ActivityStores.JUDGED_NIGHTS), driverNights);
    }

    @Test
    void littleEachNightIsASignalInTheirSumThatNamesTheNights() {
        // Given: three of seven commands refused on each of the three nights before
        before(3, 3);

        // When
        judge(signals, 7);

        // Then
        assertThat(found())
                .singleElement()
                .satisfies(signal -> {
                    assertThat(signal.id()).isEqualTo("DRIVER/seoul/2026-11-20/7/REFUSALS");
                    assertThat(signal.found().statistics().happened()).isEqualTo(11);
                    assertThat(signal.found().statistics().occasions()).isEqualTo(28);
                    assertThat(signal.found().events()).hasSize(11);
                    assertThat(SignalProtoMapper.toProto(signal).getNightsList())
                            .extracting(SignalNight::getBusinessDate)
                            .containsExactly(
                                    "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20");
                    assertThat(SignalEvents.found(signal).payload().toString())
                            .contains("nights: 4");
                });
        assertThat(kept().signalled()).containsExactly(AbuseKind.REFUSALS);
    }

    @Test
    void theSameNightWithoutThoseBeforeItIsNoSignalAndIsKept() {
        // When
        judge(signals, 7);

        // Then
        assertThat(found()).isEmpty();
        NightSummary.KindCount count = kept().summary().counts().get(AbuseKind.REFUSALS);
        assertThat(count.happened()).isEqualTo(2);
        assertThat(count.occasions()).isEqualTo(7);
        assertThat(kept().judgeTime()).isEqualTo(OVER);
    }

    @Test
    void nightsEachForItselfAreNotTakenTogether() {
        // Given
        before(3, 3);

        // When
        judge(signals, 1);

        // Then
        assertThat(found()).isEmpty();
    }

    @Test
    void nightsThatWereASignalBeforeAreNoneAgain() {
        // Given
        before(3, 3);
        keep(1, 3, Set.of(AbuseKind.REFUSALS));

        // When
        judge(signals, 7);

        // Then
        assertThat(found()).isEmpty();
    }

    @Test
    void aProcessThatDiedBeforeItSaidThatTheNightIsJudgedComesToTheSame() {
        // Given
        before(3, 3);
        judge(signals, 7);
        List<Signal> first = found();

        // When: what it stored is there, but not that the night is judged
        judge(repository(), 7);

        // Then
        assertThat(found()).isEqualTo(first);
    }

    private void before(int nights, int refused) {
        for (int back = 1; back <= nights; back++) {
            keep(back, refused, Set.of());
        }
    }

    private void keep(int daysBack, int refused, Set<AbuseKind> signalled) {
        LocalDate date = PlayedNight.DATE.minusDays(daysBack);
        List<AbuseSignal.AbuseEvent> events =
                IntStream.range(0, refused)
                        .mapToObj(number ->
                                new AbuseSignal.AbuseEvent(
                                        OVER.minus(Duration.ofDays(daysBack)),
                                        Optional.of(new CallId("5" + daysBack + number)),
                                        1,
                                        0))
                        .toList();
        DriverNightSummary summary =
                new DriverNightSummary(
                        new NightKey(Product.PRODUCT_DRIVER, "seoul", date),
                        new NightSummary(
                                UNUSUAL,
                                Map.of(
                                        AbuseKind.REFUSALS,
                                        new NightSummary.KindCount(7, refused, .2, events)),
                                Duration.ZERO),
                        signalled,
                        OVER.minus(Duration.ofDays(daysBack)));
        driverNights.react(summary.id(), "", (current, version) -> Optional.of(Change.to(summary)));
    }

    /** Thirty drivers accept five calls each, a third of them refuse one in the third hour, and one of them refuses two. */
    private void judge(SignalRepository repository, int nights) {
        PlayedNight night = new PlayedNight();
        for (int driver = 1; driver <= 30; driver++) {
            String id = Integer.toString(driver);
            night.works(id);
            for (int call = 0; call < 5; call++) {
                String callId = id + "0" + call;
                night.accepts(id, callId, 45 * call + 1)
                        .drives(id, callId, 45 * call + 5, 45 * call + 6, 45 * call + 15);
            }
        }
        for (int driver = 10; driver < 20; driver++) {
            night.refuses(Integer.toString(driver), driver + "09", 130);
        }
        night.refuses(UNUSUAL.value(), "900", 125).refuses(UNUSUAL.value(), "901", 140);
        NightJudge judge =
                new NightJudge(
                        night.facts(),
                        repository,
                        new AbuseMetrics(new SimpleMeterRegistry()),
                        clock,
                        new FixedConfig());
        judge.put(
                PolicyPut.newBuilder()
                        .setPolicy(
                                PolicyDefaults.policy()
                                        .setProduct(Product.PRODUCT_DRIVER)
                                        .setRegion("seoul")
                                        .setVersion(3)
                                        .setUpdateTime(Timestamps.of(PlayedNight.at(-600)))
                                        .setAbuse(
                                                PolicyDefaults.abuse().toProto().toBuilder()
                                                        .setNights(nights)))
                        .build());
        judge.look();
    }

    private List<Signal> found() {
        return signals.list(
                new Filter(Optional.empty(), Optional.empty(), Optional.empty(), false),
                Optional.empty(),
                10);
    }

    private DriverNightSummary kept() {
        return driverNights.find("DRIVER/seoul/2026-11-20/7").orElseThrow().value();
    }
}
