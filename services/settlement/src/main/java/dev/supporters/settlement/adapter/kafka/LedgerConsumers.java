package dev.supporters.settlement.adapter.kafka;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.contract.Products;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.events.signal.v1.OperatorDecided;
import dev.supporters.proto.events.signal.v1.SignalEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.events.zone.v1.ZoneEvent;
import dev.supporters.settlement.archive.ArchivedEvent;
import dev.supporters.settlement.archive.ShiftEventArchive;
import dev.supporters.settlement.ledger.LedgerService;
import dev.supporters.settlement.ledger.PayHolds;
import dev.supporters.settlement.ledger.ZoneClosingService;
import dev.supporters.settlement.pay.Fact;
import dev.supporters.settlement.place.PlaceService;

import io.smallrye.common.annotation.Blocking;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import java.util.Optional;

/** The function settlement-ledger: archives the events of shifts, then puts facts into ledgers; and what operators decided about paying them. */
@ApplicationScoped
class LedgerConsumers {

    private static final String UNKNOWN = "unknown";

    private final Events events;
    private final ShiftEventArchive archive;
    private final LedgerService ledgers;
    private final ZoneClosingService zoneClosings;
    private final PlaceService places;

    LedgerConsumers(
            Events events,
            ShiftEventArchive archive,
            LedgerService ledgers,
            ZoneClosingService zoneClosings,
            PlaceService places) {
        this.events = events;
        this.archive = archive;
        this.ledgers = ledgers;
        this.zoneClosings = zoneClosings;
        this.places = places;
    }

    @Incoming("work")
    @Blocking
    void onWork(ConsumerRecord<String, byte[]> record) {
        events.handle(record, WorkEvent.parser(), this::work);
    }

    @Incoming("activity")
    @Blocking
    void onActivity(ConsumerRecord<String, byte[]> record) {
        events.handle(record, ActivityEvent.parser(), this::activity);
    }

    @Incoming("locations")
    @Blocking
    void onLocation(ConsumerRecord<String, byte[]> record) {
        events.handle(record, LocationEvent.parser(), this::location);
    }

    @Incoming("moves")
    @Blocking
    void onMove(ConsumerRecord<String, byte[]> record) {
        events.handle(record, MoveEvent.parser(), this::move);
    }

    @Incoming("zones")
    @Blocking
    void onZones(ConsumerRecord<String, byte[]> record) {
        events.handle(record, ZoneEvent.parser(), this::zones);
    }

    @Incoming("signals")
    @Blocking
    void onSignal(ConsumerRecord<String, byte[]> record) {
        events.handle(record, SignalEvent.parser(), this::signal);
    }

    void work(ReceivedEvent<WorkEvent> received) {
        WorkEvent event = received.event();
        if (event.getEventCase() == WorkEvent.EventCase.EVENT_NOT_SET) {
            events.skipped(Topics.WORK, UNKNOWN);
            return;
        }
        if (!event.getWorkId().isEmpty()) {
            archive.keep(ArchivedEvent.of(received.id(), event));
        }
        add(event.getWorkId(), event.getDriverId(), FactReader.read(received.id(), event));
    }

    void activity(ReceivedEvent<ActivityEvent> received) {
        ActivityEvent event = received.event();
        if (event.getEventCase() == ActivityEvent.EventCase.EVENT_NOT_SET) {
            events.skipped(Topics.ACTIVITY, UNKNOWN);
            return;
        }
        if (!event.getWorkId().isEmpty()) {
            archive.keep(ArchivedEvent.of(received.id(), event));
        }
        add(event.getWorkId(), event.getDriverId(), FactReader.read(received.id(), event));
    }

    void location(ReceivedEvent<LocationEvent> received) {
        LocationEvent event = received.event();
        if (event.getEventCase() == LocationEvent.EventCase.EVENT_NOT_SET) {
            events.skipped(Topics.LOCATIONS, UNKNOWN);
            return;
        }
        if (event.hasReported()) {
            reported(event);
            return;
        }
        if (!event.getWorkId().isEmpty()) {
            archive.keep(ArchivedEvent.of(received.id(), event));
        }
        add(event.getWorkId(), event.getDriverId(), FactReader.read(received.id(), event));
    }

    private void reported(LocationEvent event) {
        if (!event.getWorkId().isEmpty()) {
            places.heard(
                    WorkId.ofStored(event.getWorkId()),
                    Timestamps.instant(event.getEventTime()),
                    Position.of(event.getReported().getLocation()));
        }
    }

    void move(ReceivedEvent<MoveEvent> received) {
        MoveEvent event = received.event();
        if (event.getEventCase() == MoveEvent.EventCase.EVENT_NOT_SET) {
            events.skipped(Topics.MOVES, UNKNOWN);
            return;
        }
        if (!event.getChanged().getWorkId().isEmpty()) {
            archive.keep(ArchivedEvent.of(received.id(), event));
        }
        add(
                event.getChanged().getWorkId(),
                event.getChanged().getMove().getDriverId(),
                FactReader.read(received.id(), event));
    }

    void zones(ReceivedEvent<ZoneEvent> received) {
        switch (received.event().getEventCase()) {
            case PLANNED -> zoneClosings.closed(received.event().getPlanned().getZones());
            case EVENT_NOT_SET -> events.skipped(Topics.ZONES, UNKNOWN);
        }
    }

    void signal(ReceivedEvent<SignalEvent> received) {
        SignalEvent event = received.event();
        switch (event.getEventCase()) {
            case DECIDED -> decided(event);
            case FOUND -> {} // a signal alone changes nothing: an operator decides
            case EVENT_NOT_SET -> events.skipped(Topics.SIGNALS, UNKNOWN);
        }
    }

    /** A suspension is about the membership, and leaves the pay as it is. Decisions of before name no product: nothing follows them. */
    private void decided(SignalEvent event) {
        OperatorDecided decided = event.getDecided();
        if (decided.getProduct() == Product.PRODUCT_UNSPECIFIED) {
            events.skipped(Topics.SIGNALS, UNKNOWN);
            return;
        }
        switch (decided.getDecision()) {
            case SIGNAL_DECISION_HOLD_PAY -> decide(event, true);
            case SIGNAL_DECISION_DISMISS, SIGNAL_DECISION_WARN -> decide(event, false);
            case SIGNAL_DECISION_SUSPEND -> {}
            case SIGNAL_DECISION_UNSPECIFIED, UNRECOGNIZED ->
                    events.skipped(Topics.SIGNALS, UNKNOWN);
        }
    }

    private void decide(SignalEvent event, boolean holds) {
        DriverId driverId = new DriverId(event.getDriverId());
        ledgers.decide(
                WorkId.of(
                        driverId,
                        Products.required(event.getDecided().getProduct()),
                        WorkId.businessDate(event.getBusinessDate())),
                driverId,
                new PayHolds.HoldDecision(
                        event.getSignalId(),
                        event.getDecided().getNumber(),
                        holds,
                        event.getDecided().getActor(),
                        Timestamps.instant(event.getEventTime())));
    }

    /** What belongs to no shift is paid by nobody. */
    private void add(String workId, String driverId, Optional<Fact> fact) {
        if (!workId.isEmpty()) {
            fact.ifPresent(
                    found -> ledgers.add(WorkId.ofStored(workId), new DriverId(driverId), found));
        }
    }
}
