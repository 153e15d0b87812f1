package dev.supporters.gateway.adapter.graphql.call;

import dev.supporters.contract.CallNumbers;
import dev.supporters.gateway.access.CallSecrecy;
import dev.supporters.gateway.access.CallSecrecy.Visibility;
import dev.supporters.gateway.access.IdempotencyKeys;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.adapter.graphql.call.CallInputs.RequestCallInput;
import dev.supporters.gateway.adapter.graphql.call.CallTypes.CallStatus;
import dev.supporters.gateway.adapter.graphql.call.CallTypes.CallView;
import dev.supporters.gateway.adapter.graphql.call.CallTypes.DispatchPath;
import dev.supporters.gateway.adapter.graphql.call.CallTypes.FollowUpKind;
import dev.supporters.gateway.adapter.graphql.call.CallTypes.ParkedCall;
import dev.supporters.gateway.adapter.graphql.call.CallTypes.ParkedFollowUp;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.tag.TagTypes.TagView;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.FollowUp;
import dev.supporters.proto.call.v1.FollowUpState;
import dev.supporters.proto.call.v1.RequestRequest;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Place;

import java.util.List;
import java.util.Optional;

/** Calls between the protos and the schema. {@link #view} is the one place where a call becomes visible. */
final class CallSchemaMapper {

    private CallSchemaMapper() {}

    /** The call as this principal may see it. Not for one who may see nothing. */
    static CallView view(Call call, Principal principal) {
        return view(call, CallSecrecy.visibility(principal, call));
    }

    /** The call with all that a visibility allows. */
    static CallView view(Call call, Visibility visibility) {
        return switch (visibility) {
            case ALL -> view(call, true, true, true);
            case WITHOUT_DRIVER -> view(call, true, true, false);
            case OPEN -> view(call, false, true, true);
            case COMMANDED -> view(call, false, false, true);
            case NONE ->
                    throw new IllegalArgumentException("a call that the principal may not see");
        };
    }

    private static CallView view(Call call, boolean way, boolean fare, boolean driver) {
        CallStatus state = ProtoMapper.read(CallStatus.class, call.getState(), "CALL_STATE_");
        List<String> tags = way ? List.copyOf(call.getTagsList()) : List.of();
        long amount = call.getFare().getAmount();
        return new CallView(
                call.getCallId(),
                ProtoMapper.product(call.getProduct()),
                state == null ? null : state.name(),
                state,
                ProtoMapper.read(DispatchPath.class, call.getPath(), "DISPATCH_PATH_"),
                way ? ProtoMapper.text(call.getReason()) : null,
                driver ? ProtoMapper.text(call.getDriverId()) : null,
                driver ? ProtoMapper.text(call.getCommandId()) : null,
                way ? ProtoMapper.text(call.getCustomerId()) : null,
                way ? ProtoMapper.text(call.getCustomerName()) : null,
                ProtoMapper.location(call.getOrigin()),
                way && call.hasDestination() ? ProtoMapper.location(call.getDestination()) : null,
                way && call.hasStopover() ? name(call.getStopover()) : null,
                way && call.hasStopover() ? ProtoMapper.location(call.getStopover()) : null,
                way && call.hasAppLocation() ? ProtoMapper.location(call.getAppLocation()) : null,
                fare && amount == (int) amount ? (int) amount : null,
                fare ? call.getFare().getCurrency() : null,
                fare ? ProtoMapper.money(call.getFare()) : null,
                way ? call.getDistanceMeters() : null,
                call.getEtaSeconds() == 0 ? null : call.getEtaSeconds(),
                ProtoMapper.instant(call.hasCreateTime(), call.getCreateTime()),
                ProtoMapper.instant(call.hasWaitingSince(), call.getWaitingSince()),
                ProtoMapper.instant(call.hasDispatchTime(), call.getDispatchTime()),
                ProtoMapper.instant(call.hasEndTime(), call.getEndTime()),
                tags.stream().map(tag -> new TagView(tag, null, null, null)).toList(),
                tags);
    }

    /** A place in one text, for clients that show no more. */
    private static String name(Place place) {
        if (!place.getPoi().isEmpty()) {
            return place.getPoi();
        }
        return place.getAddress().isEmpty()
                ? place.getLat() + "," + place.getLng()
                : place.getAddress();
    }

    /** What was given up about a call, for operators. */
    static ParkedCall parked(Call call) {
        return new ParkedCall(
                view(call, Visibility.ALL),
                call.getFollowUpsList().stream()
                        .filter(followUp ->
                                followUp.getState() == FollowUpState.FOLLOW_UP_STATE_PARKED)
                        .map(CallSchemaMapper::parked)
                        .toList());
    }

    private static ParkedFollowUp parked(FollowUp followUp) {
        return new ParkedFollowUp(
                ProtoMapper.read(FollowUpKind.class, followUp.getKind(), "FOLLOW_UP_KIND_"),
                followUp.getAttempts(),
                ProtoMapper.instant(followUp.hasSinceTime(), followUp.getSinceTime()),
                ProtoMapper.text(followUp.getReason()));
    }

    /** A request for a call, under a number of its own if it may be sent again. */
    static RequestRequest request(Principal principal, RequestCallInput input) {
        String requestId = IdempotencyKeys.of("requestCall", principal, input.clientMutationId());
        RequestRequest.Builder request =
                RequestRequest.newBuilder()
                        .setRequestId(requestId)
                        .setCallId(callId(principal, input, requestId))
                        .setProduct(ProtoMapper.product(input.product()))
                        .setCustomerId(
                                principal.customer(
                                        Optional.ofNullable(input.userId())
                                                .map(id -> InputChecks.customerId(id, "userId"))))
                        .setCustomerName(InputChecks.customerName(input.userName()))
                        .setOrigin(ProtoMapper.place(input.origin()))
                        .setDestination(ProtoMapper.place(input.destination()))
                        .setFare(
                                ProtoMapper.money(
                                        InputChecks.fitting(input.fare(), "fare"),
                                        input.currency()))
                        .setDistanceMeters(input.distance());
        if (input.stopover() != null) {
            request.setStopover(ProtoMapper.place(input.stopover()));
        }
        if (input.appLocation() != null) {
            request.setAppLocation(ProtoMapper.place(input.appLocation()));
        }
        return request.build();
    }

    /** Those who number calls themselves do so below our own numbers. Without a key the number comes later, from the time. */
    private static String callId(Principal principal, RequestCallInput input, String requestId) {
        if (input.callId() == null) {
            return input.clientMutationId() == null ? "" : CallNumbers.ofKey(requestId);
        }
        if (!principal.seesAll()) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_PERMISSION_DENIED,
                    "callId",
                    "no callId, or the role operator or service");
        }
        return InputChecks.foreignCallId(input.callId()).value();
    }
}
