package dev.supporters.gateway.adapter.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** A supporter's refusal in the legacy app. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record RejectRequest(String callId, String driverId, String reasonCode, String comment) {}
