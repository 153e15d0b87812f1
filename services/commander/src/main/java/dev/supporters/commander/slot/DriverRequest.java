package dev.supporters.commander.slot;

import dev.supporters.platform.store.RequestCause;

import java.util.Optional;

/** A driver's request as the cause of a change of the slot. Its key belongs to the operation and to the business date of the driver's shift. */
public final class DriverRequest {

    private DriverRequest() {}

    /**
     * The cause.
     *
     * @param body what the request says beside its key and the driver
     */
    public static String cause(Slot slot, String operation, String requestId, Object... body) {
        Optional<String> date = slot.shift().map(shift -> shift.workId().businessDate().toString());
        return RequestCause.of(operation + "@" + date.orElse("never"), requestId, body);
    }
}
