package dev.supporters.gateway.adapter.legacy;

/** An answer of the legacy system other than success. */
final class LegacyAnswer extends RuntimeException {

    private final int status;
    private final String error;

    LegacyAnswer(int status, String error) {
        super("the legacy system answered " + status + " " + error, null, false, false);
        this.status = status;
        this.error = error;
    }

    int status() {
        return status;
    }

    /** What a 409 says is in the way. */
    String error() {
        return error;
    }
}
