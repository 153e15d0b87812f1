package dev.supporters.oracle.invariant;

import dev.supporters.oracle.GeneralStay;
import dev.supporters.oracle.NightHistory;
import dev.supporters.oracle.NightHistory.LegacyCallRecord;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.events.call.v1.CallEvent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The legacy system gets every call that waits for a commission driver, and offers none that has another driver or has ended. To say it
 * again, because an answer was lost, changes nothing there and is allowed: what counts is what the legacy system made of it.
 */
final class CallHandedOverTwiceOrNever implements Invariant {

    private static final String UNSERVED = "unserved";
    private static final String OF_A_SUPPORTER = "supporters";

    @Override
    public String name() {
        return "a call handed over twice or never";
    }

    @Override
    public List<String> violations(NightHistory history) {
        List<String> violations = new ArrayList<>();
        Map<String, LegacyCallRecord> legacy = history.legacyCallsById();
        for (GeneralStay stay : GeneralStay.of(history.log())) {
            LegacyCallRecord known = legacy.get(stay.callId());
            boolean never = known == null || known.firstHandedOver().isEmpty();
            if (never && waitedForIt(history, stay)) {
                violations.add(
                        "call %s was sent to general dispatch at %s and never handed over"
                                .formatted(stay.callId(), stay.begin()));
            }
        }
        for (CallEvent event : history.log().calls()) {
            LegacyCallRecord known = legacy.get(event.getCallId());
            if (event.hasEnded() && known != null) {
                twice(history, event, known, violations);
            }
        }
        return violations;
    }

    /** One that goes another way soon need not be handed over. */
    private static boolean waitedForIt(NightHistory history, GeneralStay stay) {
        return history.conditions()
                        .longestPossible(stay.begin(), stay.end())
                        .compareTo(CallHandedOverLate.LONGEST)
                > 0;
    }

    private static void twice(
            NightHistory history, CallEvent end, LegacyCallRecord known, List<String> violations) {
        String callId = end.getCallId();
        boolean open = !known.ended() && !known.state().equals(OF_A_SUPPORTER);
        if (open) {
            violations.add(
                    "call %s has ended and is %s at the legacy system"
                            .formatted(callId, known.state()));
        }
        boolean bySupporter =
                end.getState() == CallState.CALL_STATE_COMPLETED
                        && end.getEnded().getPath() == DispatchPath.DISPATCH_PATH_SUPPORTERS;
        if (bySupporter && known.state().equals(UNSERVED)) {
            violations.add(
                    "call %s was driven by a supporter, and offered until it was unserved"
                            .formatted(callId));
        }
        if (end.getState() == CallState.CALL_STATE_CANCELLED
                && known.state().equals(UNSERVED)
                && known.firstHandedOver().filter(after(history.log().written(end))).isPresent()) {
            violations.add(
                    "call %s was handed over after it was cancelled, and offered until it was unserved"
                            .formatted(callId));
        }
    }

    private static Predicate<Instant> after(Instant time) {
        return other -> other.isAfter(time);
    }
}
