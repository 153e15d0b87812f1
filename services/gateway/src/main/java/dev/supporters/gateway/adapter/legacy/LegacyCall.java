package dev.supporters.gateway.adapter.legacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import java.time.Instant;

/** A call, as the legacy system writes it; what it does not say is null. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record LegacyCall(
        String callId,
        Boolean registered,
        String product,
        String customerId,
        String customerName,
        LegacyPlace origin,
        LegacyPlace destination,
        LegacyPlace stopover,
        LegacyMoney fare,
        Integer distanceMeters,
        String reason,
        Instant requestedAt,
        String state,
        String driverId) {}
