package dev.supporters.legacy.offer;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where commission drivers are. Only in memory: their apps report it again and again. */
@ApplicationScoped
public class Drivers {

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
