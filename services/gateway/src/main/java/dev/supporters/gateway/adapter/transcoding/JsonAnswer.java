package dev.supporters.gateway.adapter.transcoding;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;

import dev.supporters.gateway.adapter.http.HttpStatusMapper;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import io.vertx.ext.web.RoutingContext;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Answers of JSON, which nobody keeps: messages as protobuf writes them, refusals as google.rpc.Status. */
final class JsonAnswer {

    private static final int UNSUPPORTED = 415;

    private static final JsonFormat.Printer PRINTER =
            JsonFormat.printer()
                    .omittingInsignificantWhitespace()
                    .alwaysPrintFieldsWithNoPresence();

    private JsonAnswer() {}

    static Response of(Message message) {
        try {
            return of(200, PRINTER.print(message));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a message that cannot be written", e);
        }
    }

    static Response of(Refusal refusal) {
        Response answer = of(HttpStatusMapper.http(refusal), HttpStatusMapper.json(refusal));
        return refusal.reason() == ErrorReason.ERROR_REASON_RESOURCE_EXHAUSTED
                ? Response.fromResponse(answer)
                        .header(HttpHeaders.RETRY_AFTER, HttpStatusMapper.RETRY_AFTER_SECONDS)
                        .build()
                : answer;
    }

    static Response of(int status, String json) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .entity(json)
                .build();
    }

    /** What there is to say of a body that is no JSON. */
    static Response otherMediaType() {
        Refusal refusal = Refusal.invalid("body", "another media type", MediaType.APPLICATION_JSON);
        return of(UNSUPPORTED, HttpStatusMapper.json(refusal));
    }

    /** Whether a request says that its body is JSON. */
    static boolean isJson(RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null
                && MediaType.APPLICATION_JSON_TYPE.isCompatible(MediaType.valueOf(type));
    }
}
