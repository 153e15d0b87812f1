package dev.supporters.platform.refusal;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;

import dev.supporters.proto.common.v1.ErrorReason;

import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;

/** A refusal as google.rpc.Status with ErrorInfo, and back. */
public final class RefusalStatus {

    /** Whose reasons they are. */
    public static final String DOMAIN = "supporters.dev";

    private static final String OFFENDING = "offending";
    private static final String EXPECTED = "expected";

    private RefusalStatus() {}

    public static StatusRuntimeException toStatus(Refusal refusal) {
        ErrorInfo info =
                ErrorInfo.newBuilder()
                        .setReason(refusal.reasonName())
                        .setDomain(DOMAIN)
                        .putMetadata(OFFENDING, refusal.offending())
                        .putMetadata(EXPECTED, refusal.expected())
                        .build();
        return StatusProto.toStatusRuntimeException(
                Status.newBuilder()
                        .setCode(ErrorReasons.code(refusal.reason()).value())
                        .setMessage(refusal.getMessage())
                        .addDetails(Any.pack(info))
                        .build());
    }

    /** The refusal that a status carries; for one without ErrorInfo the reason that its code stands for. */
    public static Refusal fromStatus(StatusRuntimeException exception) {
        Status status = StatusProto.fromThrowable(exception);
        if (status != null) {
            for (Any detail : status.getDetailsList()) {
                if (detail.is(ErrorInfo.class)) {
                    return fromInfo(detail);
                }
            }
        }
        String text = exception.getStatus().getCode().name();
        return switch (exception.getStatus().getCode()) {
            case INVALID_ARGUMENT ->
                    new Refusal(
                            ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                            text,
                            "a well-formed request");
            case UNAUTHENTICATED ->
                    new Refusal(
                            ErrorReason.ERROR_REASON_UNAUTHENTICATED, text, "valid credentials");
            case PERMISSION_DENIED ->
                    new Refusal(
                            ErrorReason.ERROR_REASON_PERMISSION_DENIED, text, "a permitted caller");
            // A fault within a service has its ErrorInfo. INTERNAL without one is the transport:
            // a stream that was reset, a connection that broke within an answer.
            case UNAVAILABLE, INTERNAL ->
                    new Refusal(
                            ErrorReason.ERROR_REASON_UNAVAILABLE, text, "a service that answers");
            case DEADLINE_EXCEEDED, CANCELLED ->
                    new Refusal(
                            ErrorReason.ERROR_REASON_DEADLINE_EXCEEDED,
                            text,
                            "an answer within the deadline");
            case RESOURCE_EXHAUSTED ->
                    new Refusal(
                            ErrorReason.ERROR_REASON_RESOURCE_EXHAUSTED,
                            text,
                            "fewer requests at once");
            case OK,
                    UNKNOWN,
                    NOT_FOUND,
                    ALREADY_EXISTS,
                    FAILED_PRECONDITION,
                    ABORTED,
                    OUT_OF_RANGE,
                    UNIMPLEMENTED,
                    DATA_LOSS ->
                    new Refusal(ErrorReason.ERROR_REASON_INTERNAL, text, "an answer");
        };
    }

    private static Refusal fromInfo(Any detail) {
        try {
            ErrorInfo info = detail.unpack(ErrorInfo.class);
            return new Refusal(
                    ErrorReasons.parse(info.getReason()),
                    info.getMetadataOrDefault(OFFENDING, ""),
                    info.getMetadataOrDefault(EXPECTED, ""));
        } catch (InvalidProtocolBufferException e) {
            return new Refusal(
                    ErrorReason.ERROR_REASON_INTERNAL,
                    "ErrorInfo that cannot be read",
                    "a well-formed ErrorInfo");
        }
    }
}
