package dev.supporters.local.night;

import java.time.Duration;

/** A call as its customer's app shows it; the ETA is zero when unknown. */
record CallView(CallStatus status, Duration eta) {}
