package dev.supporters.platform.refusal;

import dev.supporters.proto.common.v1.ErrorReason;

import io.grpc.Status;

/** The one table from a reason to its name and its gRPC status. */
public final class ErrorReasons {

    private static final String PREFIX = "ERROR_REASON_";

    private ErrorReasons() {}

    public static String name(ErrorReason reason) {
        return reason.name().startsWith(PREFIX)
                ? reason.name().substring(PREFIX.length())
                : reason.name();
    }

    /** The reason of a name; INTERNAL for one that this version does not know. */
    public static ErrorReason parse(String name) {
        for (ErrorReason reason : ErrorReason.values()) {
            if (name(reason).equals(name)) {
                return reason;
            }
        }
        return ErrorReason.ERROR_REASON_INTERNAL;
    }

    public static Status.Code code(ErrorReason reason) {
        return switch (reason) {
            case ERROR_REASON_INVALID_ARGUMENT -> Status.Code.INVALID_ARGUMENT;
            case ERROR_REASON_UNAUTHENTICATED -> Status.Code.UNAUTHENTICATED;
            case ERROR_REASON_PERMISSION_DENIED, ERROR_REASON_CALLER_NOT_ALLOWED ->
                    Status.Code.PERMISSION_DENIED;
            case ERROR_REASON_NOT_A_MEMBER,
                    ERROR_REASON_WORK_WINDOW_CLOSED,
                    ERROR_REASON_ALREADY_WORKED,
                    ERROR_REASON_OUTSIDE_ZONE,
                    ERROR_REASON_APP_NOT_ALLOWED,
                    ERROR_REASON_ZONE_FULL,
                    ERROR_REASON_DRIVER_ENGAGED,
                    ERROR_REASON_NOT_WORKING,
                    ERROR_REASON_WRONG_WORK_STATE,
                    ERROR_REASON_WORK_ENDED,
                    ERROR_REASON_CALL_ENDED,
                    ERROR_REASON_CALL_PICKED_UP,
                    ERROR_REASON_CALL_CLOSED,
                    ERROR_REASON_COMMAND_DECIDED,
                    ERROR_REASON_WRONG_DRIVE_STATE,
                    ERROR_REASON_MOVE_ENDED,
                    ERROR_REASON_TOTAL_BELOW_ZERO,
                    ERROR_REASON_DISPUTE_CLOSED,
                    ERROR_REASON_DISPUTE_OPEN,
                    ERROR_REASON_DISPUTE_NOT_IN_TIME,
                    ERROR_REASON_TOO_MANY_DISPUTES,
                    ERROR_REASON_BUSINESS_DATE_NOT_OVER,
                    ERROR_REASON_APPLICATION_OPEN,
                    ERROR_REASON_APPLICATION_CLOSED,
                    ERROR_REASON_ALREADY_A_MEMBER,
                    ERROR_REASON_NOT_ELIGIBLE,
                    ERROR_REASON_REAPPLY_TOO_EARLY,
                    ERROR_REASON_TOO_MANY_APPLICATIONS,
                    ERROR_REASON_DRIVE_RATED,
                    ERROR_REASON_DRIVE_NOT_COMPLETED,
                    ERROR_REASON_INCIDENT_REVOKED,
                    ERROR_REASON_TOO_MANY_INCIDENTS,
                    ERROR_REASON_SUSPENDED,
                    ERROR_REASON_AT_WORK,
                    ERROR_REASON_LAST_FIT_RULE,
                    ERROR_REASON_TOO_MANY_CALLS,
                    ERROR_REASON_WRONG_CURRENCY,
                    ERROR_REASON_CUSTOMER_HAS_LIVE_CALL,
                    ERROR_REASON_POSITION_UNKNOWN,
                    ERROR_REASON_STEP_CONTRADICTED,
                    ERROR_REASON_NIGHT_NOT_PLAYABLE ->
                    Status.Code.FAILED_PRECONDITION;
            case ERROR_REASON_CALL_NOT_FOUND,
                    ERROR_REASON_COMMAND_NOT_FOUND,
                    ERROR_REASON_DRIVER_NOT_FOUND,
                    ERROR_REASON_POLICY_NOT_FOUND,
                    ERROR_REASON_EXPERIMENT_NOT_FOUND,
                    ERROR_REASON_NIGHT_NOT_FOUND,
                    ERROR_REASON_TAG_NOT_FOUND,
                    ERROR_REASON_TAG_RULE_NOT_FOUND,
                    ERROR_REASON_MOVE_NOT_FOUND,
                    ERROR_REASON_STATEMENT_NOT_FOUND,
                    ERROR_REASON_ZONE_PLAN_NOT_FOUND,
                    ERROR_REASON_DISPUTE_NOT_FOUND,
                    ERROR_REASON_SIGNAL_NOT_FOUND,
                    ERROR_REASON_APPLICATION_NOT_FOUND,
                    ERROR_REASON_INCIDENT_NOT_FOUND ->
                    Status.Code.NOT_FOUND;
            case ERROR_REASON_VERSION_CONFLICT -> Status.Code.ABORTED;
            case ERROR_REASON_REQUEST_ID_REUSED, ERROR_REASON_CALL_EXISTS ->
                    Status.Code.ALREADY_EXISTS;
            case ERROR_REASON_UNAVAILABLE -> Status.Code.UNAVAILABLE;
            case ERROR_REASON_DEADLINE_EXCEEDED -> Status.Code.DEADLINE_EXCEEDED;
            case ERROR_REASON_RESOURCE_EXHAUSTED -> Status.Code.RESOURCE_EXHAUSTED;
            case ERROR_REASON_INTERNAL, ERROR_REASON_UNSPECIFIED, UNRECOGNIZED ->
                    Status.Code.INTERNAL;
        };
    }

    /** Whether the same request may succeed when it is sent again. */
    public static boolean retryable(ErrorReason reason) {
        return switch (code(reason)) {
            case UNAVAILABLE, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED -> true;
            case OK,
                    CANCELLED,
                    UNKNOWN,
                    INVALID_ARGUMENT,
                    NOT_FOUND,
                    ALREADY_EXISTS,
                    PERMISSION_DENIED,
                    FAILED_PRECONDITION,
                    OUT_OF_RANGE,
                    UNIMPLEMENTED,
                    INTERNAL,
                    DATA_LOSS,
                    UNAUTHENTICATED ->
                    false;
        };
    }

    /** Whether the callee, or the way to it, failed: what breakers count, and what consumers try again. */
    public static boolean failure(ErrorReason reason) {
        return switch (code(reason)) {
            case UNAVAILABLE, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, INTERNAL -> true;
            case OK,
                    CANCELLED,
                    UNKNOWN,
                    INVALID_ARGUMENT,
                    NOT_FOUND,
                    ALREADY_EXISTS,
                    PERMISSION_DENIED,
                    FAILED_PRECONDITION,
                    ABORTED,
                    OUT_OF_RANGE,
                    UNIMPLEMENTED,
                    DATA_LOSS,
                    UNAUTHENTICATED ->
                    false;
        };
    }

    /** Whether who asks is refused, and not what is asked: a token that is being replaced, or a right that is missing. */
    public static boolean refusesCaller(ErrorReason reason) {
        return reason == ErrorReason.ERROR_REASON_UNAUTHENTICATED
                || reason == ErrorReason.ERROR_REASON_CALLER_NOT_ALLOWED;
    }

    /** Whether the callee did not answer at all: another question to it has no better chance now. */
    public static boolean unanswered(ErrorReason reason) {
        return failure(reason) && reason != ErrorReason.ERROR_REASON_INTERNAL;
    }
}
