package dev.supporters.legacy.report;

import dev.supporters.legacy.dispatch.Report;

/** The gateway of our product. Both refuse if it failed or was late. */
public interface Gateway {

    /** Tells a step of general dispatch; true once the gateway has answered for good. */
    boolean tell(String callId, Report report);

    /** Hands a supporter's refusal on. */
    Answer reject(String callId, String driverId, String reasonCode);

    /** What the gateway answered. */
    record Answer(int status, String body) {}
}
