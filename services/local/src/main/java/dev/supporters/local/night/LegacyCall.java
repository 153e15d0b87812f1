package dev.supporters.local.night;

import java.time.Duration;
import java.util.Optional;

/** A call that the gateway never got, followed at the legacy system. */
final class LegacyCall implements FollowedCall {

    private static final Duration BETWEEN_POLLS = Duration.ofSeconds(2);

    private final LegacyClient legacy;
    private final String callId;
    private final String customerId;

    LegacyCall(LegacyClient legacy, String callId, String customerId) {
        this.legacy = legacy;
        this.callId = callId;
        this.customerId = customerId;
    }

    @Override
    public String callId() {
        return callId;
    }

    @Override
    public Optional<CallView> await(Duration real) throws InterruptedException {
        Thread.sleep(real.compareTo(BETWEEN_POLLS) < 0 ? real : BETWEEN_POLLS);
        return read();
    }

    @Override
    public Optional<CallView> read() throws InterruptedException {
        LegacyClient.Answer answer = legacy.call(callId);
        return answer.done()
                ? Optional.of(
                        new CallView(
                                CallStatus.ofLegacy(answer.body().path("state").asText()),
                                Duration.ZERO))
                : Optional.empty();
    }

    @Override
    public Cancellation cancel() throws InterruptedException {
        LegacyClient.Answer answer = legacy.cancel(callId, customerId);
        if (answer.done()) {
            return Cancellation.CANCELLED;
        }
        return answer.status() == 409 ? Cancellation.TOO_LATE : Cancellation.NOT_NOW;
    }

    @Override
    public void close() {
        // nothing is open
    }
}
