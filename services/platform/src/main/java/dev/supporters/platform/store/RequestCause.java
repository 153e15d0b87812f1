package dev.supporters.platform.store;

import dev.supporters.platform.digest.Sha256;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * A request as the cause of a change: its operation, its idempotency key, and a digest of what else it says. The aggregate is the
 * subject, so the same key may be used for another subject and for another operation, but for one of them only with the same body.
 */
public final class RequestCause {

    private static final String BODY = "#";
    private static final int DIGEST_BYTES = 8;

    private RequestCause() {}

    /**
     * @param body what the request says beside its key and the aggregate's id; values whose texts differ if they do
     *     (the text of a position, for example, is always the same, because it must not be in a log)
     */
    public static String of(String operation, String requestId, Object... body) {
        return operation + "/" + requestId + BODY + digest(body);
    }

    /**
     * A request that says nothing beside its key, so that there is no other body. The key is a client's own, and may look like one that has a
     * digest behind it; then it is told apart.
     */
    public static String withoutBody(String cause) {
        String unmistakable = cause;
        while (ofRequest(unmistakable)) {
            unmistakable += "/";
        }
        return unmistakable;
    }

    /**
     * Whether a cause was applied before. A cause of an earlier version without a digest is the same request. Refused:
     * REQUEST_ID_REUSED, if the operation was done under this key with another body.
     */
    public static boolean applied(String cause, Collection<String> before) {
        if (cause.isEmpty() || before.isEmpty()) {
            return false;
        }
        String key = key(cause);
        if (before.contains(cause) || before.contains(key)) {
            return true;
        }
        if (!key.equals(cause) && before.stream().anyMatch(other -> key(other).equals(key))) {
            throw reused(key.substring(key.indexOf('/') + 1), "the request that it was used for");
        }
        return false;
    }

    /** Whether the cause is a request with its body, not an event; it is remembered, whatever it changes. */
    public static boolean ofRequest(String cause) {
        return !key(cause).equals(cause);
    }

    /** The refusal of a key that was used with another body. */
    public static Refusal reused(String requestId, String usedFor) {
        return new Refusal(
                ErrorReason.ERROR_REASON_REQUEST_ID_REUSED,
                "request_id: " + requestId,
                usedFor + ", or a new request_id");
    }

    /** Without the digest; an event's id has none. */
    private static String key(String cause) {
        int end = cause.length() - 2 * DIGEST_BYTES - BODY.length();
        boolean digested =
                end > 0
                        && cause.startsWith(BODY, end)
                        && cause.substring(end + BODY.length())
                                .chars()
                                .allMatch(HexFormat::isHexDigit);
        return digested ? cause.substring(0, end) : cause;
    }

    private static String digest(Object... body) {
        // the lengths keep "ab", "c" and "a", "bc" apart
        String text =
                Arrays.stream(body)
                        .map(String::valueOf)
                        .map(value -> value.length() + ":" + value)
                        .collect(Collectors.joining());
        return HexFormat.of().formatHex(Sha256.of(text), 0, DIGEST_BYTES);
    }
}
