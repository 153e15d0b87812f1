package dev.supporters.gateway.adapter.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import java.time.Instant;

/** What general dispatch did with a call. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record GeneralDispatchRequest(
        String requestId, String callId, String step, String driverId, Instant eventTime) {}
