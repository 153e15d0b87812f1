package dev.supporters.legacy.offer;

import dev.supporters.contract.Position;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The positions of available commission drivers. Only in memory, because their apps report them again and again. */
@ApplicationScoped
public class CommissionDriverPositions {

    private final Map<String, Position> available = new ConcurrentHashMap<>();

    public void report(String driverId, Position position, boolean isAvailable) {
        if (isAvailable) {
            available.put(driverId, position);
        } else {
            available.remove(driverId);
        }
    }

    /** Where a driver is who wants calls; empty for others. */
    Optional<Position> available(String driverId) {
        return Optional.ofNullable(available.get(driverId));
    }
}
