package dev.supporters.activity.abuse;

import dev.supporters.activity.abuse.SignalRepository.After;
import dev.supporters.activity.abuse.SignalRepository.Filter;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.proto.common.v1.ErrorReason;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Shows signals to operators, and writes down what they decide. */
@ApplicationScoped
public class SignalService {

    private static final int REASON_LENGTH = 500;
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
        List<Signal> found = signals.list(filter, after(token), size + 1);
        boolean more = found.size() > size;
        List<Signal> shown = more ? found.subList(0, size) : found;
        return new Page(shown, more ? token(shown.getLast()) : "");
    }

    /** Adds a decision, once for each request. Refused: SIGNAL_NOT_FOUND, REQUEST_ID_REUSED. */
    public Signal decide(
            String requestId,
            String signalId,
            Signal.Decision decision,
            String reason,
            String actor) {
        Require.requestId(requestId);
        Require.text(reason, "reason", REASON_LENGTH);
        Signal.Decided decided =
                new Signal.Decided(
                        decision, reason, actor, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return signals.decide(signalId, requestId, decided)
                .orElseThrow(() ->
                        new Refusal(
                                ErrorReason.ERROR_REASON_SIGNAL_NOT_FOUND,
                                "signal_id: " + signalId,
                                "the id of a signal"));
    }

    private static String token(Signal last) {
        return last.night().businessDate().toString() + SEPARATOR + last.id();
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
