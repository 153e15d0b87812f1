package dev.supporters.gateway.adapter.transcoding;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import dev.supporters.contract.CallNumbers;
import dev.supporters.gateway.access.IdempotencyKeys;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.Principal.Role;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.gateway.validation.RequestChecks;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.call.v1.RequestRequest;
import dev.supporters.proto.commander.v1.ProgressRequest;
import dev.supporters.proto.commander.v1.RespondRequest;

import java.util.Optional;

/** Makes a request that somebody sends one that the gateway sends: whose it is, within its bounds, under a key of its sender. */
final class RequestPreparation {

    private static final String DRIVER = "driver_id";
    private static final String ACTOR = "actor";
    private static final String KEY = "request_id";

    private RequestPreparation() {}

    static Message prepare(RestMethod method, Message request, Principal principal) {
        Message.Builder prepared = request.toBuilder();
        field(request, DRIVER).ifPresent(field -> ownDriver(method, prepared, field, principal));
        return prepare(prepared, method.operation(), principal);
    }

    /**
     * The same for an operator, who may ask for any driver.
     *
     * @param operation what the request's key is for, if it has one
     */
    static Message prepare(Message request, String operation, Principal operator) {
        return prepare(request.toBuilder(), Optional.of(operation), operator);
    }

    private static Message prepare(
            Message.Builder prepared, Optional<String> operation, Principal principal) {
        field(prepared, ACTOR).ifPresent(field -> actor(prepared, field, principal));
        Message request = prepared.build();
        RequestChecks.checkProto(request);
        operation.ifPresent(name -> key(prepared, operation(name, request), principal));
        return numbered(prepared.build());
    }

    /** A driver may leave out his own id, and may give no other. */
    private static void ownDriver(
            RestMethod method,
            Message.Builder request,
            FieldDescriptor field,
            Principal principal) {
        boolean given = !request.getField(field).equals("");
        if (!given && !principal.seesAll() && principal.is(Role.DRIVER)) {
            request.setField(field, principal.id());
        }
        String driverId = (String) request.getField(field);
        if (!driverId.isEmpty()) {
            method.caller().checkDriver(principal, driverId);
        }
    }

    /** Who does something is who asks, whatever the request says. */
    private static void actor(Message.Builder request, FieldDescriptor field, Principal principal) {
        Object given = request.getField(field);
        if (!given.equals("") && !given.equals(principal.id())) {
            throw Refusal.invalid(ACTOR, given, "nothing, or yourself");
        }
        request.setField(field, principal.id());
    }

    private static void key(Message.Builder request, String operation, Principal principal) {
        field(request, KEY)
                .filter(field -> !request.getField(field).equals(""))
                .ifPresent(field ->
                        request.setField(
                                field,
                                IdempotencyKeys.of(
                                        operation, principal, (String) request.getField(field))));
    }

    /** Answers and steps are one method here, and one mutation for each in GraphQL. */
    private static String operation(String operation, Message request) {
        return switch (request) {
            case RespondRequest respond ->
                    switch (respond.getAnswerCase()) {
                        case ACCEPT -> "acceptCall";
                        case REFUSE -> "refuseCall";
                        case ANSWER_NOT_SET -> operation;
                    };
            case ProgressRequest progress ->
                    switch (progress.getStep()) {
                        case DRIVE_STEP_ARRIVED -> "arrive";
                        case DRIVE_STEP_PICKED_UP -> "pickUp";
                        case DRIVE_STEP_COMPLETED -> "complete";
                        case DRIVE_STEP_UNSPECIFIED, UNRECOGNIZED -> operation;
                    };
            default -> operation;
        };
    }

    /** A call that is requested again is the same call: its number is given, or made from the key. */
    private static Message numbered(Message prepared) {
        if (!(prepared instanceof RequestRequest request)) {
            return prepared;
        }
        String number =
                request.getCallId().isEmpty()
                        ? CallNumbers.ofKey(request.getRequestId())
                        : InputChecks.foreignCallId(request.getCallId()).value();
        return request.toBuilder().setCallId(number).build();
    }

    private static Optional<FieldDescriptor> field(
            com.google.protobuf.MessageOrBuilder request, String name) {
        return Optional.ofNullable(request.getDescriptorForType().findFieldByName(name));
    }
}
