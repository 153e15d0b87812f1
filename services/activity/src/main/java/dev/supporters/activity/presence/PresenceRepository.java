package dev.supporters.activity.presence;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The stored presences. That a driver becomes unreachable or reachable is decided here, once, whichever process notices it first, and
 * its event is stored in the same update.
 */
@ApplicationScoped
public class PresenceRepository {

    private final AggregateStore<Presence> documents;

    PresenceRepository(AggregateStore<Presence> documents) {
        this.documents = documents;
    }

    Map<DriverId, Presence> findAll(Collection<DriverId> drivers) {
        return documents.findAll(drivers.stream().map(DriverId::value).toList()).stream()
                .collect(Collectors.toMap(found -> new DriverId(found.id()), Versioned::value));
    }

    /** Nothing came for too long. Another process may know of a newer contact, or may have stored the outage already. */
    Optional<Presence> markUnreachable(DriverId driverId, Outage outage, Instant newestPosition) {
        return documents
                .react(
                        driverId.value(),
                        "",
                        (current, version) ->
                                current.filter(stored -> contradicts(stored, outage)).isPresent()
                                        ? Optional.empty()
                                        : Optional.of(
                                                Change.to(
                                                        new Presence.Unreachable(
                                                                outage.workId(),
                                                                outage.since(),
                                                                newestPosition),
                                                        PresenceEvents.unreachable(
                                                                driverId, outage))))
                .map(Versioned::value);
    }

    /** A contact ended an outage. The shift is empty when the driver is not at work. */
    Optional<Presence> markReachable(
            DriverId driverId, Optional<WorkId> atWork, Instant contact, Instant newestPosition) {
        return documents
                .react(
                        driverId.value(),
                        "",
                        (current, version) ->
                                current.filter(Presence.Unreachable.class::isInstance)
                                        .map(stored ->
                                                Change.<Presence>to(
                                                        new Presence.Reachable(
                                                                atWork.orElse(stored.workId()),
                                                                contact,
                                                                newestPosition),
                                                        PresenceEvents.reachable(
                                                                driverId, atWork, contact))))
                .map(Versioned::value);
    }

    /** Stores the last contact, for the process that continues after a kill. */
    Optional<Presence> keepContact(
            DriverId driverId, WorkId workId, Instant contact, Instant newestPosition) {
        return documents
                .react(
                        driverId.value(),
                        "",
                        (current, version) ->
                                current.filter(stored -> !older(stored, contact)).isPresent()
                                        ? Optional.empty()
                                        : Optional.of(
                                                Change.to(
                                                        new Presence.Reachable(
                                                                workId, contact, newestPosition))))
                .map(Versioned::value);
    }

    private static boolean contradicts(Presence stored, Outage outage) {
        return switch (stored) {
            case Presence.Reachable reachable -> reachable.contact().isAfter(outage.lastContact());
            case Presence.Unreachable unreachable -> unreachable.workId().equals(outage.workId());
        };
    }

    private static boolean older(Presence stored, Instant contact) {
        return switch (stored) {
            case Presence.Reachable reachable -> reachable.contact().isBefore(contact);
            case Presence.Unreachable unreachable -> false;
        };
    }
}
