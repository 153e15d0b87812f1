package dev.supporters.activity.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.activity.abuse.NightKey;
import dev.supporters.activity.abuse.Signal;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.dispatch.abuse.AbuseKind;
import dev.supporters.dispatch.abuse.AbuseSignal;
import dev.supporters.dispatch.abuse.PlaceHour;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.proto.common.v1.Product;

import org.bson.Document;

import java.util.List;
import java.util.Optional;

/** A signal as a document. Places are cells; there are no coordinates. */
final class SignalMapper implements StateMapper<Signal> {

    static final String DRIVER_ID = "driverId";
    static final String BUSINESS_DATE = "businessDate";
    static final String KIND = "kind";
    static final String FIND_TIME = "findTime";

    /** Only while nobody has decided. */
    static final String UNDECIDED_SINCE = "undecidedSince";

    @Override
    public Document write(Signal signal) {
        AbuseSignal found = signal.found();
        Document document =
                write(signal.night())
                        .append(DRIVER_ID, found.driverId().value())
                        .append(KIND, stored(found.kind()))
                        .append(FIND_TIME, stored(signal.findTime()))
                        .append("policyVersion", signal.policyVersion())
                        .append("statistics", write(found.statistics()))
                        .append("events", found.events().stream().map(SignalMapper::write).toList())
                        .append("places", found.places().stream().map(SignalMapper::write).toList())
                        .append("waited", stored(found.waited()))
                        .append(
                                "decisions",
                                signal.decisions().stream().map(SignalMapper::write).toList());
        if (!found.nights().isEmpty()) {
            document.append("nights", found.nights().stream().map(SignalMapper::write).toList());
        }
        if (!signal.isDecided()) {
            document.append(UNDECIDED_SINCE, stored(signal.findTime()));
        }
        return document;
    }

    static Document write(NightKey night) {
        return new Document("product", stored(night.product()))
                .append("region", night.region())
                .append(BUSINESS_DATE, stored(night.businessDate()));
    }

    private static Document write(AbuseSignal.Statistics statistics) {
        return new Document("occasions", statistics.occasions())
                .append("happened", statistics.happened())
                .append("expected", statistics.expected())
                .append("chance", statistics.chance())
                .append("threshold", statistics.threshold());
    }

    static Document write(AbuseSignal.AbuseEvent event) {
        Document document =
                new Document("time", stored(event.time()))
                        .append("cell", event.cell())
                        .append("value", event.value());
        event.callId().ifPresent(callId -> document.append("callId", callId.value()));
        return document;
    }

    private static Document write(AbuseSignal.NightStatistics night) {
        return new Document("businessDate", stored(night.businessDate()))
                .append("occasions", night.occasions())
                .append("happened", night.happened())
                .append("expected", night.expected());
    }

    private static Document write(AbuseSignal.PlaceStatistics place) {
        return new Document("cell", place.where().cell())
                .append("hour", place.where().hour())
                .append("occasions", place.occasions())
                .append("happened", place.happened())
                .append("expected", place.expected());
    }

    private static Document write(Signal.DecisionRecord decided) {
        Document document =
                new Document("decision", stored(decided.decision()))
                        .append("reason", decided.reason())
                        .append("actor", decided.actor())
                        .append("time", stored(decided.time()));
        return decided.driverText().isEmpty()
                ? document
                : document.append("driverText", decided.driverText());
    }

    @Override
    public Signal read(Document state) {
        StoredFields fields = StoredFields.of("signals", state);
        return new Signal(
                night(fields),
                new AbuseSignal(
                        new DriverId(fields.text(DRIVER_ID)),
                        fields.constant(KIND, AbuseKind.class),
                        statistics(fields.part("statistics")),
                        fields.parts("events").stream().map(SignalMapper::event).toList(),
                        fields.parts("places").stream().map(SignalMapper::place).toList(),
                        fields.duration("waited"),
                        fields.has("nights")
                                ? fields.parts("nights").stream().map(SignalMapper::part).toList()
                                : List.of()),
                fields.number("policyVersion"),
                fields.instant(FIND_TIME),
                fields.parts("decisions").stream().map(SignalMapper::decided).toList());
    }

    static NightKey night(StoredFields fields) {
        return new NightKey(
                fields.constant("product", Product.class),
                fields.text("region"),
                fields.date(BUSINESS_DATE));
    }

    private static AbuseSignal.Statistics statistics(StoredFields fields) {
        return new AbuseSignal.Statistics(
                fields.decimal("occasions"),
                fields.integer("happened"),
                fields.decimal("expected"),
                fields.decimal("chance"),
                fields.decimal("threshold"));
    }

    static AbuseSignal.AbuseEvent event(StoredFields fields) {
        return new AbuseSignal.AbuseEvent(
                fields.instant("time"),
                Optional.of(fields.textOrEmpty("callId"))
                        .filter(text -> !text.isEmpty())
                        .map(CallId::new),
                fields.number("cell"),
                fields.decimal("value"));
    }

    private static AbuseSignal.NightStatistics part(StoredFields fields) {
        return new AbuseSignal.NightStatistics(
                fields.date("businessDate"),
                fields.decimal("occasions"),
                fields.integer("happened"),
                fields.decimal("expected"));
    }

    private static AbuseSignal.PlaceStatistics place(StoredFields fields) {
        return new AbuseSignal.PlaceStatistics(
                new PlaceHour(fields.number("cell"), fields.integer("hour")),
                fields.decimal("occasions"),
                fields.integer("happened"),
                fields.decimal("expected"));
    }

    private static Signal.DecisionRecord decided(StoredFields fields) {
        return new Signal.DecisionRecord(
                fields.constant("decision", Signal.Decision.class),
                fields.text("reason"),
                fields.textOrEmpty("driverText"),
                fields.text("actor"),
                fields.instant("time"));
    }
}
