package dev.supporters.gateway.adapter.legacy;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** Who cancels. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record LegacyCancel(String customerId) {}
