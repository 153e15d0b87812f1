package dev.supporters.activity.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.activity.adapter.mongo.ActivityStores;
import dev.supporters.activity.adapter.mongo.MongoSignalRepository;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.dispatch.abuse.AbuseKind;
import dev.supporters.dispatch.abuse.AbuseSignal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.activity.v1.SignalDecision;
import dev.supporters.proto.activity.v1.SignalKind;
import dev.supporters.proto.activity.v1.SignalNotice;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.signal.v1.OperatorDecided;
import dev.supporters.proto.events.signal.v1.SignalEvent;
import dev.supporters.testkit.TestClock;
import dev.supporters.testkit.TestStore;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a driver learns of a signal: what was decided against him, and nothing of how it was found. */
class ToldDriversTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final DriverId DRIVER = new DriverId("7");
    private static final DriverId ANOTHER = new DriverId("9");

    @AutoClose private final TestStore store = new TestStore();

    private final TestClock clock = new TestClock(TestClock.FRIDAY_NIGHT);
    private final SignalRepository signals =
            new MongoSignalRepository(
                    store.open(ActivityStores.SIGNALS, clock),
                    store.open(ActivityStores.JUDGED_NIGHTS, clock),
                    store.open(ActivityStores.DRIVER_NIGHTS, clock));
    private final SignalService service = new SignalService(signals, clock);

    private String found(DriverId driver, AbuseKind kind, LocalDate date) {
        AbuseSignal signal =
                new AbuseSignal(
                        driver,
                        kind,
                        new AbuseSignal.Statistics(12, 6, .9, 1e-5, 1.4e-5),
                        List.of(
                                new AbuseSignal.AbuseEvent(
                                        clock.instant(),
                                        Optional.of(new CallId("254137")),
                                        0x8830e1d8c7fffffL,
                                        40)),
                        List.of(),
                        Duration.ZERO,
                        List.of(
                                new AbuseSignal.NightStatistics(date.minusDays(2), 5, 3, .4),
                                new AbuseSignal.NightStatistics(date, 7, 3, .5)));
        Signal stored =
                new Signal(
                        new NightKey(Product.PRODUCT_DRIVER, "seoul", date),
                        signal,
                        3,
                        clock.instant(),
                        List.of());
        signals.add(stored);
        return stored.id();
    }

    private void decide(String key, String signalId, Signal.Decision decision, String driverText) {
        service.decide(key, signalId, decision, "customer Kim says so", driverText, "operator-1");
    }

    private List<SignalNotice> told(DriverId driver) {
        return service.told(driver, "", 10).signals().stream()
                .map(SignalProtoMapper::notice)
                .toList();
    }

    @Test
    void aDriverLearnsOfADecisionInTheOperatorsWordsForHim() {
        String id = found(DRIVER, AbuseKind.DARK_GPS, FRIDAY);
        clock.advance(Duration.ofHours(14));
        decide("r1", id, Signal.Decision.HOLD_PAY, "Your phone was off six times.");

        assertThat(told(DRIVER))
                .containsExactly(
                        SignalNotice.newBuilder()
                                .setSignalId(id)
                                .setDriverId("7")
                                .setProduct(Product.PRODUCT_DRIVER)
                                .setBusinessDate("2026-11-20")
                                .addNights("2026-11-18")
                                .addNights("2026-11-20")
                                .setKind(SignalKind.SIGNAL_KIND_DARK_GPS)
                                .setDecision(SignalDecision.SIGNAL_DECISION_HOLD_PAY)
                                .setDriverText("Your phone was off six times.")
                                .setDecideTime(Timestamps.of(clock.instant()))
                                .build());
        assertThat(told(ANOTHER)).isEmpty();
    }

    @Test
    void theTopicSaysWhichDecisionOnWhichShiftItIs() {
        // Given
        String id = found(DRIVER, AbuseKind.REFUSALS, FRIDAY);
        decide("r1", id, Signal.Decision.HOLD_PAY, "");
        decide("r2", id, Signal.Decision.DISMISS, "");
        decide("r2", id, Signal.Decision.DISMISS, "");
        Signal decided = service.told(DRIVER, "", 10).signals().getFirst();

        // When
        SignalEvent event =
                (SignalEvent)
                        SignalEvents.decided(decided, decided.decisions().getLast()).payload();

        // Then
        assertThat(event.getDecided())
                .isEqualTo(
                        OperatorDecided.newBuilder()
                                .setDecision(SignalDecision.SIGNAL_DECISION_DISMISS)
                                .setActor("operator-1")
                                .setNumber(2)
                                .setProduct(Product.PRODUCT_DRIVER)
                                .build());
        assertThat(event.getBusinessDate()).isEqualTo("2026-11-20");
        assertThat(event.getDriverId()).isEqualTo("7");
    }

    @Test
    void theReasonThatOperatorsWriteForThemselvesIsNotTold() {
        decide("r1", found(DRIVER, AbuseKind.REFUSALS, FRIDAY), Signal.Decision.WARN, "");

        assertThat(told(DRIVER))
                .singleElement()
                .satisfies(notice -> assertThat(notice.toString()).doesNotContain("Kim", "254137"));
    }

    @Test
    void aSignalOnWhichNobodyDecidedOrThatWasDismissedIsNotTold() {
        found(DRIVER, AbuseKind.REFUSALS, FRIDAY);
        decide("r1", found(DRIVER, AbuseKind.DARK_GPS, FRIDAY), Signal.Decision.DISMISS, "");

        assertThat(told(DRIVER)).isEmpty();
    }

    @Test
    void aDecisionThatIsTakenBackIsToldAsTakenBack() {
        String id = found(DRIVER, AbuseKind.REFUSALS, FRIDAY);
        decide("r1", id, Signal.Decision.SUSPEND, "");
        decide("r2", id, Signal.Decision.DISMISS, "We were wrong.");

        assertThat(told(DRIVER))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.getDecision())
                            .isEqualTo(SignalDecision.SIGNAL_DECISION_DISMISS);
                    assertThat(notice.getDriverText()).isEqualTo("We were wrong.");
                });
    }

    @Test
    void whoIsSuspendedAndWhosePayIsHeldThenIsToldBoth() {
        String id = found(DRIVER, AbuseKind.REFUSALS, FRIDAY);
        decide("r1", id, Signal.Decision.SUSPEND, "");
        assertThat(stillCounts()).isEqualTo(SignalDecision.SIGNAL_DECISION_UNSPECIFIED);
        decide("r2", id, Signal.Decision.HOLD_PAY, "");
        assertThat(stillCounts()).isEqualTo(SignalDecision.SIGNAL_DECISION_SUSPEND);
        decide("r3", id, Signal.Decision.HOLD_PAY, "Once more.");
        assertThat(stillCounts()).isEqualTo(SignalDecision.SIGNAL_DECISION_SUSPEND);
        decide("r4", id, Signal.Decision.SUSPEND, "");
        assertThat(stillCounts()).isEqualTo(SignalDecision.SIGNAL_DECISION_HOLD_PAY);
    }

    @Test
    void aWarningEndsWhatWasDecidedBefore() {
        String id = found(DRIVER, AbuseKind.REFUSALS, FRIDAY);
        decide("r1", id, Signal.Decision.SUSPEND, "");
        decide("r2", id, Signal.Decision.WARN, "");
        assertThat(stillCounts()).isEqualTo(SignalDecision.SIGNAL_DECISION_UNSPECIFIED);
        decide("r3", id, Signal.Decision.HOLD_PAY, "");
        assertThat(stillCounts()).isEqualTo(SignalDecision.SIGNAL_DECISION_UNSPECIFIED);
    }

    private SignalDecision stillCounts() {
        return told(DRIVER).getFirst().getStillCounts();
    }

    @Test
    void pagesOfWhatIsToldPassOverWhatIsNot() {
        for (int night = 0; night < 130; night++) {
            String id = found(DRIVER, AbuseKind.REFUSALS, FRIDAY.minusDays(night));
            boolean told = night == 0 || night == 120 || night == 125;
            decide("r1", id, told ? Signal.Decision.WARN : Signal.Decision.DISMISS, "");
        }

        List<String> dates = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String token = "";
        do {
            SignalService.Page page = service.told(DRIVER, token, 2);
            sizes.add(page.signals().size());
            page.signals().forEach(signal -> dates.add(signal.night().businessDate().toString()));
            token = page.nextToken();
        } while (!token.isEmpty());

        assertThat(dates)
                .containsExactly(
                        FRIDAY.toString(),
                        FRIDAY.minusDays(120).toString(),
                        FRIDAY.minusDays(125).toString());
        assertThat(sizes).containsExactly(2, 1);
    }

    @Test
    void aTextForTheDriverThatIsTooLongIsRefusedAndNothingIsWrittenDown() {
        String id = found(DRIVER, AbuseKind.REFUSALS, FRIDAY);

        assertThatThrownBy(() -> decide("r1", id, Signal.Decision.WARN, "x".repeat(501)))
                .hasMessageContaining("driver_text");
        assertThat(told(DRIVER)).isEmpty();
    }

    @Test
    void aDecisionThatIsRepeatedWithAnotherTextForTheDriverIsRefused() {
        String id = found(DRIVER, AbuseKind.REFUSALS, FRIDAY);
        decide("r1", id, Signal.Decision.WARN, "");
        decide("r1", id, Signal.Decision.WARN, "");

        assertThatThrownBy(() -> decide("r1", id, Signal.Decision.WARN, "Please call us."))
                .hasMessageContaining("request_id: r1");
        assertThat(told(DRIVER)).hasSize(1);
    }
}
