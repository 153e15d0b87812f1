package dev.supporters.activity.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.activity.FixedConfig;
import dev.supporters.activity.abuse.SignalRepository.Filter;
import dev.supporters.activity.adapter.mongo.ActivityStores;
import dev.supporters.activity.adapter.mongo.MongoSignalRepository;
import dev.supporters.contract.AbusePolicy;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.PolicyDefaults;
import dev.supporters.dispatch.abuse.AbuseKind;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.policy.v1.PolicyPut;
import dev.supporters.testkit.TestClock;
import dev.supporters.testkit.TestStore;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Nights that are over are judged once, and operators decide on what was found. */
class NightJudgeTest {

    private static final Instant OVER = PlayedNight.at(240).plus(Duration.ofHours(2));
    private static final Filter ALL =
            new Filter(Optional.empty(), Optional.empty(), Optional.empty(), false);
    private static final Filter UNDECIDED =
            new Filter(Optional.empty(), Optional.empty(), Optional.empty(), true);

    @AutoClose private final TestStore store = new TestStore();

    private final TestClock clock = new TestClock(PlayedNight.at(100));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FixedConfig config = new FixedConfig();
    private final SignalRepository signals =
            new MongoSignalRepository(
                    store.open(ActivityStores.SIGNALS, clock),
                    store.open(ActivityStores.JUDGED_NIGHTS, clock),
                    store.open(ActivityStores.DRIVER_NIGHTS, clock));
    private final AbuseMetrics metrics = new AbuseMetrics(meters);
    private final SignalService service = new SignalService(signals, clock);

    private NightJudge judge(CollectedFacts facts) {
        return judge(facts, PolicyDefaults.abuse());
    }

    private NightJudge judge(CollectedFacts facts, AbusePolicy policy) {
        NightJudge judge = new NightJudge(facts, signals, metrics, clock, config);
        judge.put(
                PolicyPut.newBuilder()
                        .setPolicy(
                                PolicyDefaults.policy()
                                        .setProduct(Product.PRODUCT_DRIVER)
                                        .setRegion("seoul")
                                        .setVersion(3)
                                        .setUpdateTime(Timestamps.of(PlayedNight.at(-600)))
                                        .setAbuse(policy.toProto()))
                        .build());
        return judge;
    }

    /** Thirty drivers accept five calls each; one of them refuses eight more. */
    private static PlayedNight played() {
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
        for (int call = 0; call < 8; call++) {
            night.refuses("7", "90" + call, 120 + 10 * call);
        }
        return night;
    }

    private List<Signal> found(Filter filter) {
        return service.list(filter, "", 10).signals();
    }

    @Test
    void aNightIsJudgedWhenItIsOverAndSettled() {
        NightJudge judge = judge(played().facts());

        clock.set(OVER.minusSeconds(1));
        judge.look();
        assertThat(found(ALL)).isEmpty();

        clock.set(OVER);
        judge.look();
        assertThat(found(ALL))
                .singleElement()
                .satisfies(signal -> {
                    assertThat(signal.id()).isEqualTo("DRIVER/seoul/2026-11-20/7/REFUSALS");
                    assertThat(signal.policyVersion()).isEqualTo(3);
                    assertThat(signal.findTime()).isEqualTo(OVER);
                    assertThat(signal.found().statistics().happened()).isEqualTo(8);
                    assertThat(signal.found().statistics().occasions()).isEqualTo(13);
                    assertThat(signal.found().events()).hasSize(8);
                    assertThat(signal.decisions()).isEmpty();
                });
        assertThat(meters.counter("supporters_activity_signals_total", "kind", "refusals").count())
                .isEqualTo(1);
    }

    @Test
    void anotherProcessThatKnowsLessJudgesTheNightNoSecondTime() {
        clock.set(OVER);
        judge(played().facts()).look();

        PlayedNight less = new PlayedNight();
        for (int driver = 1; driver <= 30; driver++) {
            less.works("" + driver);
            for (int call = 0; call < 9; call++) {
                less.refuses("8", "80" + call, 10 * call);
            }
        }
        judge(less.facts()).look();

        assertThat(found(ALL))
                .extracting(signal -> signal.found().driverId().value())
                .containsExactly("7");
    }

    @Test
    void aPolicyThatLooksForNothingFindsNothing() {
        clock.set(OVER);
        judge(played().facts(), AbusePolicy.OFF).look();

        assertThat(found(ALL)).isEmpty();
    }

    @Test
    void decisionsAreWrittenDownOneAfterTheOther() {
        clock.set(OVER);
        judge(played().facts()).look();
        String id = found(UNDECIDED).getFirst().id();

        service.decide("r1", id, Signal.Decision.HOLD_PAY, "asked the driver", "", "operator-1");
        clock.advance(Duration.ofHours(3));
        Signal decided =
                service.decide("r2", id, Signal.Decision.DISMISS, "was ill", "", "operator-2");

        assertThat(decided.decisions())
                .containsExactly(
                        new Signal.DecisionRecord(
                                Signal.Decision.HOLD_PAY,
                                "asked the driver",
                                "",
                                "operator-1",
                                OVER),
                        new Signal.DecisionRecord(
                                Signal.Decision.DISMISS,
                                "was ill",
                                "",
                                "operator-2",
                                OVER.plus(Duration.ofHours(3))));
        assertThat(found(UNDECIDED)).isEmpty();
        assertThat(found(ALL)).containsExactly(decided);
    }

    @Test
    void aRequestThatIsRepeatedDecidesOnceAndItsKeySaysNothingElse() {
        clock.set(OVER);
        judge(played().facts()).look();
        String id = found(ALL).getFirst().id();
        Signal first =
                service.decide("r1", id, Signal.Decision.WARN, "first time", "", "operator-1");
        clock.advance(Duration.ofMinutes(1));

        assertThat(service.decide("r1", id, Signal.Decision.WARN, "first time", "", "operator-1"))
                .isEqualTo(first);
        assertThatThrownBy(() ->
                        service.decide(
                                "r1", id, Signal.Decision.SUSPEND, "first time", "", "operator-1"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_REQUEST_ID_REUSED));
    }

    @Test
    void whatDoesNotExistCannotBeDecided() {
        assertThatThrownBy(() ->
                        service.decide(
                                "r1", "nothing", Signal.Decision.WARN, "why", "", "operator-1"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_SIGNAL_NOT_FOUND));
    }

    @Test
    void listsAreReadByPagesAndByWhatIsWanted() {
        PlayedNight night = played();
        for (int call = 0; call < 8; call++) {
            night.refuses("9", "91" + call, 120 + 10 * call);
        }
        clock.set(OVER);
        judge(night.facts()).look();

        SignalService.Page first = service.list(ALL, "", 1);
        SignalService.Page second = service.list(ALL, first.nextToken(), 1);

        assertThat(first.signals()).extracting(Signal::id).containsExactly(id("9"));
        assertThat(second.signals()).extracting(Signal::id).containsExactly(id("7"));
        assertThat(second.nextToken()).isEmpty();
        assertThat(found(of(Optional.of("7"), Optional.empty())))
                .extracting(Signal::id)
                .containsExactly(id("7"));
        assertThat(found(of(Optional.empty(), Optional.of(AbuseKind.DARK_GPS)))).isEmpty();
        assertThatThrownBy(() -> service.list(ALL, "x", 1)).hasMessageContaining("page_token: x");
    }

    @Test
    void whatWaitsTooLongForADecisionIsCounted() {
        clock.set(OVER);
        judge(played().facts()).look();
        SignalMonitor monitor = new SignalMonitor(signals, clock, config, meters);

        monitor.look();
        assertThat(overdue()).isZero();
        clock.advance(Duration.ofDays(3).plusSeconds(1));
        monitor.look();
        assertThat(overdue()).isEqualTo(1);
        service.decide("r1", id("7"), Signal.Decision.DISMISS, "was ill", "", "operator-1");
        monitor.look();
        assertThat(overdue()).isZero();
    }

    private double overdue() {
        return meters.get("supporters_activity_overdue_signals").gauge().value();
    }

    private static Filter of(Optional<String> driver, Optional<AbuseKind> kind) {
        return new Filter(driver.map(DriverId::new), Optional.of(PlayedNight.DATE), kind, false);
    }

    private static String id(String driver) {
        return "DRIVER/seoul/2026-11-20/" + driver + "/REFUSALS";
    }
}
