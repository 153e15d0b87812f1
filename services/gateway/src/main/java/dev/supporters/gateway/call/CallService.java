package dev.supporters.gateway.call;

import dev.supporters.contract.CallId;
import dev.supporters.contract.CallNumbers;
import dev.supporters.gateway.access.CallSecrecy;
import dev.supporters.gateway.access.CallSecrecy.Visibility;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.call.CallRequestMetrics.Answer;
import dev.supporters.gateway.call.CallRequestMetrics.Result;
import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.call.v1.CancelRequest;
import dev.supporters.proto.call.v1.RequestRequest;
import dev.supporters.proto.commander.v1.Command;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.common.v1.ErrorReason;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Requests, reads and cancels calls. If the service `call` fails, a requested call still reaches general dispatch: rule 15. Then
 * nobody knows whether `call` has stored it before it failed, so commander closes the call to supporters first, if it answers: a call
 * has one driver.
 */
public final class CallService {

    private static final Logger LOG = Logger.getLogger(CallService.class);
    private static final String CALL_UNAVAILABLE = "CALL_UNAVAILABLE";

    private final CallClient calls;
    private final CommanderClient commander;
    private final GeneralDispatch general;
    private final CallNumbers numbers;
    private final CallRequestMetrics metrics;
    private final Clock clock;

    public CallService(
            CallClient calls,
            CommanderClient commander,
            GeneralDispatch general,
            CallNumbers numbers,
            CallRequestMetrics metrics,
            Clock clock) {
        this.calls = calls;
        this.commander = commander;
        this.general = general;
        this.numbers = numbers;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Requests a call; one without a number is numbered here. */
    public Call request(RequestRequest request) {
        return metrics.measured(() -> answer(request));
    }

    private Answer answer(RequestRequest request) {
        if (!request.getCallId().isEmpty()) {
            return requestNumbered(request);
        }
        try {
            return requestNumbered(numbered(request));
        } catch (Refusal refusal) {
            if (refusal.reason() != ErrorReason.ERROR_REASON_CALL_EXISTS) {
                throw refusal;
            }
            return requestNumbered(numbered(request));
        }
    }

    /** A call that the principal may see. Others' calls are answered as if there were none. */
    public Call get(Principal principal, CallId callId) {
        return get(principal, callId, find(callId));
    }

    /** What `call` knows of several calls; nothing, if it does not answer. For {@link #get(Principal, CallId, Call)}. */
    public Map<CallId, Call> known(Set<CallId> callIds) {
        try {
            return calls.getAll(callIds).stream()
                    .collect(Collectors.toMap(call -> new CallId(call.getCallId()), call -> call));
        } catch (Refusal refusal) {
            LOG.debugf("calls are read one by one cause=%s", refusal.reasonName());
            return Map.of();
        }
    }

    /** The same as {@link #get(Principal, CallId)}, of a call that was read before. */
    public Call get(Principal principal, CallId callId, Call known) {
        if (CallSecrecy.visibility(principal, known) == Visibility.NONE) {
            throw notFound(callId);
        }
        return known;
    }

    /** A customer's own call, driven to its end. Refused: CALL_NOT_FOUND, if it is another's; DRIVE_NOT_COMPLETED. */
    public Call completed(Principal customer, CallId callId) {
        Call call = find(callId);
        if (!customer.isCustomer(call.getCustomerId())) {
            throw notFound(callId);
        }
        if (call.getState() != CallState.CALL_STATE_COMPLETED || call.getDriverId().isEmpty()) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_DRIVE_NOT_COMPLETED,
                    "call_id: " + callId,
                    "a call that was driven to its end");
        }
        return call;
    }

    /** Cancels a call for a customer; for an operator if the customer's id is empty. */
    public Call cancel(String requestId, CallId callId, String customerId) {
        CancelRequest cancel =
                CancelRequest.newBuilder()
                        .setRequestId(requestId)
                        .setCallId(callId.value())
                        .setCustomerId(customerId)
                        .build();
        try {
            return calls.cancel(cancel);
        } catch (Refusal refusal) {
            if (refusal.reason() == ErrorReason.ERROR_REASON_PERMISSION_DENIED) {
                throw notFound(callId);
            }
            if (!missing(refusal)) {
                throw customerId.isEmpty() || owns(customerId, callId) ? refusal : notFound(callId);
            }
            return cancelGeneral(callId, customerId, refusal);
        }
    }

    private Answer requestNumbered(RequestRequest request) {
        try {
            return new Answer(calls.request(request), Result.ANSWERED);
        } catch (Refusal refusal) {
            if (!ErrorReasons.failure(refusal.reason())) {
                throw refusal;
            }
            Optional<Command> command = close(request);
            return new Answer(
                    command.isPresent()
                            ? commanded(request, command.get())
                            : handedOver(request, refusal),
                    Result.AROUND_CALL);
        }
    }

    private Call handedOver(RequestRequest request, Refusal cause) {
        LOG.infof(
                "call goes to general dispatch directly callId=%s cause=%s",
                request.getCallId(), cause.reasonName());
        Call call =
                call(request)
                        .setState(CallState.CALL_STATE_GENERAL)
                        .setPath(DispatchPath.DISPATCH_PATH_GENERAL)
                        .setReason(CALL_UNAVAILABLE)
                        .build();
        general.offer(call);
        return call;
    }

    /** What is known of a call that `call` has stored, although it did not answer. */
    private Call commanded(RequestRequest request, Command command) {
        return call(request)
                .setState(CallState.CALL_STATE_COMMANDED)
                .setPath(DispatchPath.DISPATCH_PATH_SUPPORTERS)
                .setDriverId(command.getDriverId())
                .setCommandId(command.getCommandId())
                .setEtaSeconds(command.getEtaSeconds())
                .build();
    }

    /**
     * If commander fails, too, a supporter may have the call nevertheless. The legacy system gets it all the same: when a supporter's
     * acceptance is reported there, it decides between the supporter and its own drivers.
     */
    private Optional<Command> close(RequestRequest request) {
        try {
            return commander.closeCall(new CallId(request.getCallId()));
        } catch (Refusal refusal) {
            LOG.infof(
                    "call can neither be kept nor closed callId=%s cause=%s",
                    request.getCallId(), refusal.reasonName());
            return Optional.empty();
        }
    }

    private Call find(CallId callId) {
        try {
            return calls.get(callId);
        } catch (Refusal refusal) {
            if (!missing(refusal)) {
                throw refusal;
            }
            return general.find(callId).orElseThrow(() -> unknown(refusal, callId));
        }
    }

    /** Perhaps only the legacy system knows this call: it was handed over while `call` failed. */
    private Call cancelGeneral(CallId callId, String customerId, Refusal refusal) {
        Optional<Call> known = general.find(callId);
        if (known.isEmpty()) {
            throw unknown(refusal, callId);
        }
        Call call = known.get();
        if (!customerId.isEmpty() && !customerId.equals(call.getCustomerId())) {
            throw notFound(callId);
        }
        if (call.getState() == CallState.CALL_STATE_CANCELLED) {
            return call;
        }
        if (!general.cancel(callId, call.getCustomerId())) {
            throw refusal;
        }
        return call.toBuilder()
                .setState(CallState.CALL_STATE_CANCELLED)
                .setEndTime(Timestamps.of(clock.instant()))
                .build();
    }

    private Call.Builder call(RequestRequest request) {
        Call.Builder call =
                Call.newBuilder()
                        .setCallId(request.getCallId())
                        .setProduct(request.getProduct())
                        .setCustomerId(request.getCustomerId())
                        .setCustomerName(request.getCustomerName())
                        .setOrigin(request.getOrigin())
                        .setDestination(request.getDestination())
                        .setFare(request.getFare())
                        .setDistanceMeters(request.getDistanceMeters())
                        .setCreateTime(Timestamps.of(clock.instant()));
        if (request.hasStopover()) {
            call.setStopover(request.getStopover());
        }
        if (request.hasAppLocation()) {
            call.setAppLocation(request.getAppLocation());
        }
        return call;
    }

    /** Why a call is not cancelled tells its state, so only its customer may know. */
    private boolean owns(String customerId, CallId callId) {
        return find(callId).getCustomerId().equals(customerId);
    }

    /** A call that is not there is told in the words in which another's call is told. */
    private static Refusal unknown(Refusal refusal, CallId callId) {
        return refusal.reason() == ErrorReason.ERROR_REASON_CALL_NOT_FOUND
                ? notFound(callId)
                : refusal;
    }

    private static boolean missing(Refusal refusal) {
        return refusal.reason() == ErrorReason.ERROR_REASON_CALL_NOT_FOUND
                || ErrorReasons.failure(refusal.reason());
    }

    private RequestRequest numbered(RequestRequest request) {
        return request.toBuilder().setCallId(numbers.next()).build();
    }

    private static Refusal notFound(CallId callId) {
        return new Refusal(
                ErrorReason.ERROR_REASON_CALL_NOT_FOUND,
                "call " + callId,
                "the id of a call of yours");
    }
}
