package dev.supporters.insight.night;

import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.Membership;
import dev.supporters.proto.events.driver.v1.DriverEvent;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Who is a member of the supporters group and takes part, in memory. */
@ApplicationScoped
public class NightMembers {

    private final Map<String, DriverMemberships> drivers = new ConcurrentHashMap<>();

    private record DriverMemberships(long version, List<Membership> active) {}

    /** False for an event that this version does not know. */
    public boolean apply(DriverEvent event) {
        return switch (event.getEventCase()) {
            case PUT -> {
                DriverMemberships next = known(event.getPut().getDriver());
                drivers.merge(
                        event.getPut().getDriver().getDriverId(),
                        next,
                        (before, put) -> put.version() > before.version() ? put : before);
                yield true;
            }
            case EVENT_NOT_SET -> false;
        };
    }

    /** The members of a region whose mode is ON. */
    public Set<String> active(Product product, String region) {
        return drivers.entrySet().stream()
                .filter(driver ->
                        driver.getValue().active().stream()
                                .anyMatch(membership ->
                                        membership.getProduct() == product
                                                && membership.getRegion().equals(region)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static DriverMemberships known(Driver driver) {
        return new DriverMemberships(
                driver.getVersion(),
                driver.getMembershipsList().stream()
                        .filter(membership -> membership.getMode() == ActivityMode.ACTIVITY_MODE_ON)
                        .toList());
    }
}
