package dev.supporters.legacy.report;

import dev.supporters.legacy.dispatch.StepReport;

/** The gateway of our product. Both methods throw a Refusal when it fails or is late. */
public interface GatewayClient {

    /** Reports a step of general dispatch; true when the gateway's answer is final. */
    boolean report(String callId, StepReport report);

    /** Passes a supporter's refusal on. */
    GatewayAnswer reject(String callId, String driverId, String reasonCode);

    /** What the gateway answered. */
    record GatewayAnswer(int status, String body) {}
}
