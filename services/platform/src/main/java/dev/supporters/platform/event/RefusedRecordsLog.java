package dev.supporters.platform.event;

import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Logger;

/**
 * What the connector logs for each record that was not acknowledged: an error and a warning, as somebody must look at it. At the end of a process
 * that is no fault, as the next process gets the record, so they are left out from then on.
 */
final class RefusedRecordsLog {

    /** "A message … has been nacked, fail-stop", and the failure that was reported for it. */
    private static final List<String> LINES = List.of("SRMSG18203", "SRMSG18228");

    private static final Filter NONE_OF_THEM =
            line -> LINES.stream().noneMatch(id -> String.valueOf(line.getMessage()).contains(id));

    private static final Logger CONNECTOR =
            Logger.getLogger("io.smallrye.reactive.messaging.kafka");

    private RefusedRecordsLog() {}

    static void open() {
        CONNECTOR.setFilter(null);
    }

    static void close() {
        CONNECTOR.setFilter(NONE_OF_THEM);
    }
}
