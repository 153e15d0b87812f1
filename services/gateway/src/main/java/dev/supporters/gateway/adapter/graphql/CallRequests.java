package dev.supporters.gateway.adapter.graphql;

import dev.supporters.gateway.access.Viewer;
import dev.supporters.gateway.adapter.graphql.input.Bounds;
import dev.supporters.gateway.adapter.graphql.input.RequestCallInput;
import dev.supporters.gateway.numbering.CallNumbers;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.call.v1.RequestRequest;
import dev.supporters.proto.common.v1.ErrorReason;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.regex.Pattern;

/** A request for a call, checked: it may reach general dispatch without anybody else having looked at it. */
@ApplicationScoped
class CallRequests {

    private static final Pattern FOREIGN =
            Pattern.compile("[1-9][0-9]{0," + (CallNumbers.FOREIGN_DIGITS - 1) + "}");
    private static final int NAME = 100;

    RequestRequest request(Viewer viewer, RequestCallInput input) {
        String requestId = RequestKeys.of("requestCall", viewer, input.clientMutationId());
        RequestRequest.Builder request =
                RequestRequest.newBuilder()
                        .setRequestId(requestId)
                        .setCallId(number(viewer, input, requestId))
                        .setProduct(Bounds.product(input.product()))
                        .setCustomerId(viewer.customer(Bounds.optionalId(input.userId(), "userId")))
                        .setCustomerName(Bounds.text(input.userName(), "userName", NAME))
                        .setOrigin(Bounds.place(input.origin(), "origin"))
                        .setDestination(Bounds.place(input.destination(), "destination"))
                        .setFare(
                                Bounds.money(
                                        Bounds.within(input.fare(), "fare", 0, Long.MAX_VALUE),
                                        input.currency()))
                        .setDistanceMeters(
                                (int)
                                        Bounds.within(
                                                input.distance(),
                                                "distance",
                                                0,
                                                Integer.MAX_VALUE));
        if (input.stopover() != null) {
            request.setStopover(Bounds.place(input.stopover(), "stopover"));
        }
        if (input.appLocation() != null) {
            request.setAppLocation(Bounds.place(input.appLocation(), "appLocation"));
        }
        return request.build();
    }

    /** Those who number calls themselves do so below our own numbers. Without a key the number comes later, from the time. */
    private static String number(Viewer viewer, RequestCallInput input, String requestId) {
        String callId = input.callId();
        if (callId == null) {
            return input.clientMutationId() == null ? "" : CallNumbers.ofKey(requestId);
        }
        if (!viewer.seesAll()) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_PERMISSION_DENIED,
                    "callId",
                    "no callId, or the role operator or service");
        }
        if (!FOREIGN.matcher(callId).matches()) {
            throw Refusal.invalid(
                    "callId",
                    callId,
                    "1 to "
                            + CallNumbers.FOREIGN_DIGITS
                            + " decimal digits that do not begin with 0");
        }
        return callId;
    }
}
