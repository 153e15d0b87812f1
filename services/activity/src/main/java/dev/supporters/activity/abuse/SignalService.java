package dev.supporters.activity.abuse;

import dev.supporters.activity.abuse.SignalRepository.After;
import dev.supporters.activity.abuse.SignalRepository.Filter;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.store.ListPage;
import dev.supporters.proto.common.v1.ErrorReason;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows signals to operators, writes down what they decide, and tells drivers of it. */
@ApplicationScoped
public class SignalService {

    private static final int TEXT_LENGTH = 500;
    private static final int BATCH = 100;
    private static final char SEPARATOR = '|';

    private final SignalRepository signals;
    private final Clock clock;

    SignalService(SignalRepository signals, Clock clock) {
        this.signals = signals;
        this.clock = clock;
    }

    /** Some of many; the token is empty on the last page. */
    public record Page(List<Signal> signals, String nextToken) {

        public Page {
            signals = List.copyOf(signals);
        }
    }

    public Page list(Filter filter, String token, int size) {
        return page(signals.list(filter, after(token), size + 1), size);
    }

    /** Those of which a driver is told, the newest business date first. A driver has few signals, so they are looked through. */
    public Page told(DriverId driverId, String token, int size) {
        Filter all = new Filter(Optional.of(driverId), Optional.empty(), Optional.empty(), false);
        Optional<After> from = after(token);
        List<Signal> told = new ArrayList<>();
        while (true) {
            List<Signal> batch = signals.list(all, from, BATCH);
            batch.stream().filter(Signal::isTold).forEach(told::add);
            if (batch.size() < BATCH || told.size() > size) {
                return page(told, size);
            }
            from = Optional.of(place(batch.getLast()));
        }
    }

    private static Page page(List<Signal> found, int size) {
        ListPage<Signal> page = ListPage.of(found, size, SignalService::token);
        return new Page(page.items(), page.nextToken());
    }

    private static After place(Signal signal) {
        return new After(signal.night().businessDate(), signal.id());
    }

    /**
     * Adds a decision, once for each request. Refused: SIGNAL_NOT_FOUND, REQUEST_ID_REUSED.
     *
     * @param driverText what the driver is told beside the usual words; may be empty
     */
    public Signal decide(
            String requestId,
            String signalId,
            Signal.Decision decision,
            String reason,
            String driverText,
            String actor) {
        Require.requestId(requestId);
        Require.text(reason, "reason", TEXT_LENGTH);
        Require.optionalText(driverText, "driver_text", TEXT_LENGTH);
        Signal.DecisionRecord decided =
                new Signal.DecisionRecord(
                        decision,
                        reason,
                        driverText,
                        actor,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return signals.decide(signalId, requestId, decided)
                .orElseThrow(() ->
                        new Refusal(
                                ErrorReason.ERROR_REASON_SIGNAL_NOT_FOUND,
                                "signal_id: " + signalId,
                                "the id of a signal"));
    }

    private static String token(Signal last) {
        After place = place(last);
        return place.businessDate().toString() + SEPARATOR + place.signalId();
    }

    private static Optional<After> after(String token) {
        if (token.isEmpty()) {
            return Optional.empty();
        }
        int end = token.indexOf(SEPARATOR);
        try {
            return Optional.of(
                    new After(
                            LocalDate.parse(token.substring(0, Math.max(0, end))),
                            token.substring(end + 1)));
        } catch (DateTimeException e) {
            throw Refusal.invalid("page_token", token, "the token of the answer before");
        }
    }
}
