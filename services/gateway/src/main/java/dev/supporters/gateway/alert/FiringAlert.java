package dev.supporters.gateway.alert;

import java.time.Instant;
import java.util.Optional;

/**
 * An alert that holds for as long as its rule wants.
 *
 * @param subject of which topic, part or collection; empty for the whole service
 * @param value the number that decides; 1 for what has grown, and for a service that does not answer
 * @param since when it began to hold, by the product's clock
 */
public record FiringAlert(
        AlertRule rule, String service, Optional<String> subject, double value, Instant since) {}
