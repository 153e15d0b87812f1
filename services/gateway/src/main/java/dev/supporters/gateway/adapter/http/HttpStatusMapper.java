package dev.supporters.gateway.adapter.http;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;

import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.RefusalStatus;

import io.grpc.Status.Code;
import io.grpc.protobuf.StatusProto;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.ext.web.RoutingContext;

/** A refusal as the answer to a request of REST: google.rpc.Status with ErrorInfo, as JSON. */
public final class HttpStatusMapper {

    /** After so many seconds whoever has asked too often may ask again. */
    public static final String RETRY_AFTER_SECONDS = "1";

    private static final JsonFormat.Printer PRINTER =
            JsonFormat.printer()
                    .omittingInsignificantWhitespace()
                    .usingTypeRegistry(
                            TypeRegistry.newBuilder().add(ErrorInfo.getDescriptor()).build());

    private HttpStatusMapper() {}

    /** The status of HTTP for a refusal: the one table. */
    public static int http(Code code) {
        return switch (code) {
            case OK -> 200;
            case INVALID_ARGUMENT, OUT_OF_RANGE -> 400;
            case UNAUTHENTICATED -> 401;
            case PERMISSION_DENIED -> 403;
            case NOT_FOUND -> 404;
            case FAILED_PRECONDITION, ABORTED, ALREADY_EXISTS -> 409;
            case RESOURCE_EXHAUSTED -> 429;
            case UNIMPLEMENTED -> 501;
            case UNAVAILABLE -> 503;
            case DEADLINE_EXCEEDED -> 504;
            case CANCELLED, UNKNOWN, INTERNAL, DATA_LOSS -> 500;
        };
    }

    public static int http(Refusal refusal) {
        return http(ErrorReasons.code(refusal.reason()));
    }

    /** A refusal with its reason, what was wrong, what was expected, whether it is worth to ask again, and its trace. */
    public static String json(Refusal refusal) {
        Status status = StatusProto.fromThrowable(RefusalStatus.toStatus(refusal));
        return json(
                status.toBuilder().setDetails(0, withMore(status.getDetails(0), refusal)).build());
    }

    /** What no service refuses, but this way of asking does: a path or a method that is not there. */
    public static String json(Code code, NotOffered reason, String message) {
        ErrorInfo.Builder info =
                ErrorInfo.newBuilder()
                        .setReason(reason.name())
                        .setDomain(RefusalStatus.DOMAIN)
                        .putMetadata("retryable", "false");
        RefusalMapper.traceId().ifPresent(id -> info.putMetadata("traceId", id));
        return json(
                Status.newBuilder()
                        .setCode(code.value())
                        .setMessage(message)
                        .addDetails(Any.pack(info.build()))
                        .build());
    }

    /** Why there is nobody to ask. */
    public enum NotOffered {
        /** There is no such path, or no such method of gRPC. */
        NO_SUCH_PATH,
        /** The path does not take this method of HTTP. */
        METHOD_NOT_ALLOWED,
        /** The method of gRPC streams. */
        STREAM
    }

    static void answer(RoutingContext request, int status, Refusal refusal) {
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .end(json(refusal));
    }

    private static Any withMore(Any detail, Refusal refusal) {
        try {
            ErrorInfo.Builder info = detail.unpack(ErrorInfo.class).toBuilder();
            info.putMetadata(
                    "retryable", Boolean.toString(ErrorReasons.retryable(refusal.reason())));
            RefusalMapper.traceId().ifPresent(id -> info.putMetadata("traceId", id));
            return Any.pack(info.build());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a refusal without its ErrorInfo", e);
        }
    }

    private static String json(Status status) {
        try {
            return PRINTER.print(status);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a status that cannot be written", e);
        }
    }
}
