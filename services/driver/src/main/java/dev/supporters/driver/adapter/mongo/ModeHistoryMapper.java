package dev.supporters.driver.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.driver.profile.ModeHistory;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;

import org.bson.Document;

import java.util.List;

/** How modes came to be, as a part of their driver's document. */
final class ModeHistoryMapper {

    /** Since when a driver is suspended, for the query. */
    static final String SUSPENDED_SINCE = "suspendedSince";

    private static final String CHANGES = "modeChanges";
    private static final String SUSPENSIONS = "suspensions";

    private ModeHistoryMapper() {}

    static void write(ModeHistory modes, Document profile) {
        if (!modes.changes().isEmpty()) {
            profile.append(
                    CHANGES, modes.changes().stream().map(ModeHistoryMapper::write).toList());
        }
        if (!modes.suspensions().isEmpty()) {
            profile.append(
                    SUSPENSIONS,
                    modes.suspensions().stream().map(ModeHistoryMapper::write).toList());
        }
    }

    /** Profiles before form 4 have none. */
    static ModeHistory read(StoredFields profile) {
        return new ModeHistory(
                parts(profile, CHANGES).stream().map(ModeHistoryMapper::change).toList(),
                parts(profile, SUSPENSIONS).stream().map(ModeHistoryMapper::suspension).toList());
    }

    private static List<StoredFields> parts(StoredFields profile, String field) {
        return profile.has(field) ? profile.parts(field) : List.of();
    }

    private static Document write(ModeHistory.ModeSwitch change) {
        return new Document("product", stored(change.product()))
                .append("mode", stored(change.mode()))
                .append("actor", change.actor())
                .append("signalId", change.signalId())
                .append("time", stored(change.time()));
    }

    private static ModeHistory.ModeSwitch change(StoredFields fields) {
        return new ModeHistory.ModeSwitch(
                fields.constant("product", Product.class),
                fields.constant("mode", ActivityMode.class),
                fields.text("actor"),
                fields.text("signalId"),
                fields.instant("time"));
    }

    private static Document write(ModeHistory.Suspension suspension) {
        return new Document("signalId", suspension.signalId())
                .append("product", stored(suspension.product()))
                .append("number", suspension.number())
                .append("inForce", suspension.inForce())
                .append("wasOn", suspension.wasOn())
                .append("actor", suspension.actor())
                .append("time", stored(suspension.time()));
    }

    private static ModeHistory.Suspension suspension(StoredFields fields) {
        return new ModeHistory.Suspension(
                fields.text("signalId"),
                fields.constant("product", Product.class),
                fields.integer("number"),
                fields.flag("inForce"),
                fields.flag("wasOn"),
                fields.text("actor"),
                fields.instant("time"));
    }
}
