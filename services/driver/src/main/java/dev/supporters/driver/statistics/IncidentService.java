package dev.supporters.driver.statistics;

import dev.supporters.contract.DriverId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Accidents and fines: operators enter them, and revoke what was a mistake. */
@ApplicationScoped
public class IncidentService {

    /** More than a driver can have on one day. */
    static final int MOST = 100;

    private final AggregateStore<DriverDay> days;
    private final DriverDayRepository repository;
    private final Clock clock;

    IncidentService(AggregateStore<DriverDay> days, DriverDayRepository repository, Clock clock) {
        this.days = days;
        this.repository = repository;
        this.clock = clock;
    }

    /** What an operator enters. */
    public record IncidentEntry(
            String requestId,
            DriverId driverId,
            Product product,
            Incident.Kind kind,
            String date,
            String note,
            String actor) {}

    /** Those of the last four weeks, with their days. */
    public List<DriverDay> of(DriverId driverId, Product product) {
        return repository.of(driverId, product, LastWeeks.until(clock));
    }

    /** Refused: INVALID_ARGUMENT, if the date is not of the last four weeks; REQUEST_ID_REUSED, TOO_MANY_INCIDENTS. */
    public Shown record(IncidentEntry order) {
        DriverDay.Key key =
                new DriverDay.Key(
                        order.driverId(),
                        order.product(),
                        LastWeeks.until(clock).require(order.date(), "date"));
        requireNotOfAnotherDay(order.requestId(), key);
        DriverDay changed =
                days.change(
                                key.id(),
                                RequestCause.of(
                                        "recordIncident",
                                        order.requestId(),
                                        order.kind(),
                                        order.note(),
                                        order.actor()),
                                (current, version) -> {
                                    DriverDay day = current.orElseGet(() -> DriverDay.empty(key));
                                    Incident incident = incident(day, order);
                                    return Optional.of(
                                            Change.to(
                                                    day.with(incident),
                                                    StatisticsEvents.recorded(key, incident)));
                                })
                        .value();
        return changed.incidents().stream()
                .filter(incident -> incident.requestId().equals(order.requestId()))
                .findFirst()
                .map(incident -> new Shown(key, incident))
                .orElseThrow();
    }

    /** Each day remembers its own requests; the date is a part of what a request says. */
    private void requireNotOfAnotherDay(String requestId, DriverDay.Key key) {
        of(key.driverId(), key.product()).stream()
                .filter(day -> !day.key().equals(key))
                .flatMap(day -> day.incidents().stream())
                .filter(incident -> incident.requestId().equals(requestId))
                .findFirst()
                .ifPresent(incident -> {
                    throw RequestCause.reused(requestId, "the incident that it was used for");
                });
    }

    private Incident incident(DriverDay day, IncidentEntry order) {
        if (day.incidents().size() >= MOST) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_TOO_MANY_INCIDENTS,
                    day.incidents().size() + " incidents on " + day.key().date(),
                    "at most " + MOST);
        }
        return new Incident(
                day.incidents().size() + 1,
                order.kind(),
                order.note(),
                order.actor(),
                order.requestId(),
                now(),
                Optional.empty());
    }

    /** Refused: INCIDENT_NOT_FOUND, REQUEST_ID_REUSED, INCIDENT_REVOKED. */
    public Shown revoke(String requestId, Incident.Id id, String reason, String actor) {
        DriverDay changed =
                days.change(
                                id.day().id(),
                                RequestCause.of(
                                        "revokeIncident", requestId, id.number(), reason, actor),
                                (current, version) -> {
                                    DriverDay day = current.orElseThrow(id::notFound);
                                    Incident found = find(day, id);
                                    found.revocation().ifPresent(IncidentService::refuse);
                                    Incident.Revocation revocation =
                                            new Incident.Revocation(reason, actor, now());
                                    return Optional.of(
                                            Change.to(
                                                    day.with(found.revoked(revocation)),
                                                    StatisticsEvents.revoked(
                                                            id.day(), found, revocation)));
                                })
                        .value();
        return new Shown(id.day(), find(changed, id));
    }

    private static void refuse(Incident.Revocation before) {
        throw new Refusal(
                ErrorReason.ERROR_REASON_INCIDENT_REVOKED,
                "revoked at " + before.time(),
                "an incident that counts");
    }

    private static Incident find(DriverDay day, Incident.Id id) {
        return day.incidents().stream()
                .filter(incident -> incident.number() == id.number())
                .findFirst()
                .orElseThrow(id::notFound);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** An incident and its day. */
    public record Shown(DriverDay.Key day, Incident incident) {}
}
