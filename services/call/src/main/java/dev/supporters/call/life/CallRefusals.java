package dev.supporters.call.life;

import dev.supporters.contract.CallId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

/** What this service refuses besides malformed requests. */
public final class CallRefusals {

    private CallRefusals() {}

    public static Refusal notFound(CallId callId) {
        return new Refusal(
                ErrorReason.ERROR_REASON_CALL_NOT_FOUND, "call_id: " + callId, "a known call");
    }

    public static Refusal exists(CallId callId) {
        return new Refusal(
                ErrorReason.ERROR_REASON_CALL_EXISTS,
                "call_id: " + callId + " with other contents",
                "a new call_id, or the same contents again");
    }

    public static Refusal tooManyCalls(int most, String region) {
        return new Refusal(
                ErrorReason.ERROR_REASON_TOO_MANY_CALLS,
                "a call beside " + most + " live ones",
                "less than "
                        + most
                        + " live calls of a customer, as the policy of "
                        + region
                        + " says");
    }

    public static Refusal liveCall(CallId callId) {
        return new Refusal(
                ErrorReason.ERROR_REASON_CUSTOMER_HAS_LIVE_CALL,
                "call " + callId + ", which has not ended or is still followed up",
                "a customer whose calls have all ended");
    }

    public static Refusal wrongCurrency(String found, String expected, String region) {
        return new Refusal(
                ErrorReason.ERROR_REASON_WRONG_CURRENCY,
                "fare.currency: " + found,
                expected + ", the currency of the policy of " + region);
    }

    public static Refusal ended(Call call) {
        return new Refusal(
                ErrorReason.ERROR_REASON_CALL_ENDED,
                "call " + call.id() + " is " + call.state().kind(),
                "a call that has not ended");
    }

    public static Refusal pickedUp(CallId callId) {
        return new Refusal(
                ErrorReason.ERROR_REASON_CALL_PICKED_UP,
                "call " + callId + " is being driven",
                "a call before its drive");
    }

    public static Refusal notYours(String customerId) {
        return new Refusal(
                ErrorReason.ERROR_REASON_PERMISSION_DENIED,
                "customer_id: " + customerId,
                "the customer who requested the call");
    }
}
