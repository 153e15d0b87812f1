package dev.supporters.activity.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.supporters.activity.abuse.DriverNightSummary;
import dev.supporters.contract.DriverId;
import dev.supporters.dispatch.abuse.AbuseKind;
import dev.supporters.dispatch.abuse.NightSummary;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;

import org.bson.Document;

import java.util.Map;
import java.util.TreeMap;

/** What remains of a driver's night as a document. Places are cells; there are no coordinates. */
final class DriverNightSummaryMapper implements StateMapper<DriverNightSummary> {

    static final String JUDGE_TIME = "judgeTime";

    @Override
    public Document write(DriverNightSummary night) {
        NightSummary summary = night.summary();
        return SignalMapper.write(night.night())
                .append("driverId", summary.driverId().value())
                .append(JUDGE_TIME, stored(night.judgeTime()))
                .append("coldWaiting", stored(summary.coldWaiting()))
                .append(
                        "counts",
                        new TreeMap<>(summary.counts())
                                .entrySet().stream().map(DriverNightSummaryMapper::write).toList())
                .append(
                        "signalled",
                        night.signalled().stream().sorted().map(StoredFields::stored).toList());
    }

    private static Document write(Map.Entry<AbuseKind, NightSummary.KindCount> count) {
        NightSummary.KindCount numbers = count.getValue();
        return new Document("kind", stored(count.getKey()))
                .append("occasions", numbers.occasions())
                .append("happened", numbers.happened())
                .append("expected", numbers.expected())
                .append("events", numbers.events().stream().map(SignalMapper::write).toList());
    }

    @Override
    public DriverNightSummary read(Document state) {
        StoredFields fields = StoredFields.of("driver_nights", state);
        return new DriverNightSummary(
                SignalMapper.night(fields),
                new NightSummary(
                        new DriverId(fields.text("driverId")),
                        fields.parts("counts").stream()
                                .collect(
                                        toMap(
                                                count -> count.constant("kind", AbuseKind.class),
                                                DriverNightSummaryMapper::count)),
                        fields.duration("coldWaiting")),
                fields.texts("signalled").stream().map(AbuseKind::valueOf).collect(toSet()),
                fields.instant(JUDGE_TIME));
    }

    private static NightSummary.KindCount count(StoredFields fields) {
        return new NightSummary.KindCount(
                fields.decimal("occasions"),
                fields.integer("happened"),
                fields.decimal("expected"),
                fields.parts("events").stream().map(SignalMapper::event).toList());
    }
}
