package dev.supporters.activity.presence;

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
 * The stored presences. Each becoming unreachable or reachable is decided here, once, whichever process sees it first, and its event
 * is stored with it.
 */
@ApplicationScoped
public class Presences {

    private final AggregateStore<Presence> documents;

    Presences(AggregateStore<Presence> documents) {
        this.documents = documents;
    }

    Map<String, Presence> findAll(Collection<DriverId> drivers) {
        return documents.findAll(drivers.stream().map(DriverId::value).toList()).stream()
                .collect(Collectors.toMap(Versioned::id, Versioned::value));
    }

    /** Nothing came for too long. Another process may know better, or have said so already. */
    Optional<Presence> lost(DriverId driverId, Silence silence, Instant newestPosition) {
        return documents
                .react(
                        driverId.value(),
                        "",
                        (current, version) ->
                                current.filter(stored -> saysOtherwise(stored, silence)).isPresent()
                                        ? Optional.empty()
                                        : Optional.of(
                                                Change.to(
                                                        new Presence.Unreachable(
                                                                silence.workId(),
                                                                silence.since(),
                                                                newestPosition),
                                                        PresenceEvents.unreachable(
                                                                driverId, silence))))
                .map(Versioned::value);
    }

    /** A sign of life came. The work id of the event is empty when the driver is not at work. */
    Optional<Presence> found(
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
                                                                driverId,
                                                                atWork.map(WorkId::value)
                                                                        .orElse(""),
                                                                contact))))
                .map(Versioned::value);
    }

    /** Keeps the last contact, for whoever goes on after a kill. */
    Optional<Presence> keep(
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

    private static boolean saysOtherwise(Presence stored, Silence silence) {
        return switch (stored) {
            case Presence.Reachable reachable -> reachable.contact().isAfter(silence.lastContact());
            case Presence.Unreachable unreachable -> unreachable.workId().equals(silence.workId());
        };
    }

    private static boolean older(Presence stored, Instant contact) {
        return switch (stored) {
            case Presence.Reachable reachable -> reachable.contact().isBefore(contact);
            case Presence.Unreachable unreachable -> false;
        };
    }
}
