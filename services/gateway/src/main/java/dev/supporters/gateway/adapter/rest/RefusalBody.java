package dev.supporters.gateway.adapter.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** A refusal, as the REST API tells it. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record RefusalBody(
        String code,
        String reason,
        boolean retryable,
        String traceId,
        String offending,
        String expected) {}
