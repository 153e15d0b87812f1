package dev.supporters.oracle.invariant;

import dev.supporters.oracle.GeneralStay;
import dev.supporters.oracle.NightHistory;
import dev.supporters.oracle.NightHistory.LegacyCallRecord;
import dev.supporters.oracle.RunConditions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call that goes to general dispatch is handed over within five seconds of real time in which nothing that it needs was taken from the
 * stand. What has gone another way before that need not be handed over; what the gateway handed over before is there already.
 */
final class CallHandedOverLate implements Invariant {

    static final Duration LONGEST = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "a call handed over late";
    }

    @Override
    public List<String> violations(NightHistory history) {
        List<String> violations = new ArrayList<>();
        Map<String, LegacyCallRecord> legacy = history.legacyCallsById();
        for (GeneralStay stay : GeneralStay.of(history.log())) {
            Optional<Instant> handedOver =
                    Optional.ofNullable(legacy.get(stay.callId()))
                            .flatMap(LegacyCallRecord::firstHandedOver);
            if (handedOver.isEmpty()) {
                continue; // never, which is another invariant
            }
            Duration waited = waited(history.conditions(), stay, handedOver.get());
            if (waited.compareTo(LONGEST) > 0) {
                violations.add(
                        "call %s was sent to general dispatch at %s and handed over at %s: %d ms in a row in which it could have been (expected: %d at most)"
                                .formatted(
                                        stay.callId(),
                                        stay.begin(),
                                        handedOver.get(),
                                        waited.toMillis(),
                                        LONGEST.toMillis()));
            }
        }
        return violations;
    }

    private static Duration waited(RunConditions conditions, GeneralStay stay, Instant handedOver) {
        Instant end = handedOver.isBefore(stay.end()) ? handedOver : stay.end();
        return conditions.longestPossible(stay.begin(), end);
    }
}
