package dev.supporters.player;

import dev.supporters.player.client.LegacyAppClient;

import java.time.Duration;
import java.util.Optional;

/** A call that the gateway never got, followed at the legacy system. */
final class FollowedLegacyCall implements FollowedCall {

    private static final Duration BETWEEN_POLLS = Duration.ofSeconds(2);

    private final LegacyAppClient legacy;
    private final String callId;
    private final String customerId;

    FollowedLegacyCall(LegacyAppClient legacy, String callId, String customerId) {
        this.legacy = legacy;
        this.callId = callId;
        this.customerId = customerId;
    }

    @Override
    public String callId() {
        return callId;
    }

    @Override
    public Optional<ObservedCall> await(Duration real) throws InterruptedException {
        Thread.sleep(real.compareTo(BETWEEN_POLLS) < 0 ? real : BETWEEN_POLLS);
        return read();
    }

    @Override
    public Optional<ObservedCall> read() throws InterruptedException {
        LegacyAppClient.Answer answer = legacy.call(callId);
        return answer.done()
                ? Optional.of(
                        new ObservedCall(
                                ObservedCall.State.ofLegacy(answer.body().path("state").asText()),
                                Duration.ZERO))
                : Optional.empty();
    }

    @Override
    public CancellationResult cancel() throws InterruptedException {
        LegacyAppClient.Answer answer = legacy.cancel(callId, customerId);
        if (answer.done()) {
            return CancellationResult.CANCELLED;
        }
        return answer.status() == 409 ? CancellationResult.TOO_LATE : CancellationResult.NOT_NOW;
    }

    @Override
    public void rate(int stars) {
        // nobody asks for stars there
    }

    @Override
    public void close() {
        // nothing is open
    }
}
