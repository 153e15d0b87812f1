package dev.supporters.settlement.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.settlement.close.BusinessDate;
import dev.supporters.settlement.close.DateClose;
import dev.supporters.settlement.close.Obstacle;

import org.bson.Document;

import java.util.EnumSet;
import java.util.Set;

/** The close of a business date as a document. */
final class DateCloseMapper implements StateMapper<DateClose> {

    static final String STATE = "state";
    static final String CLOSING = "CLOSING";

    @Override
    public Document write(DateClose close) {
        Document document =
                new Document("product", stored(close.businessDate().product()))
                        .append("region", close.businessDate().region())
                        .append("date", stored(close.businessDate().date()))
                        .append("dueTime", stored(close.dueTime()))
                        .append("actor", close.actor())
                        .append("beginTime", stored(close.beginTime()))
                        .append(STATE, close.closeTime().isPresent() ? "CLOSED" : CLOSING);
        close.override().ifPresent(override -> document.append("override", write(override)));
        close.closeTime().ifPresent(time -> document.append("closeTime", stored(time)));
        return document;
    }

    private static Document write(DateClose.Overriding override) {
        return new Document(
                        "obstacles",
                        override.obstacles().stream().map(StoredFields::stored).toList())
                .append("actor", override.actor())
                .append("reason", override.reason())
                .append("time", stored(override.time()));
    }

    @Override
    public DateClose read(Document state) {
        StoredFields fields = StoredFields.of("date_closes", state);
        return new DateClose(
                new BusinessDate(
                        fields.constant("product", Product.class),
                        fields.text("region"),
                        fields.date("date")),
                fields.instant("dueTime"),
                fields.text("actor"),
                fields.instant("beginTime"),
                fields.findPart("override").map(DateCloseMapper::readOverride),
                fields.findInstant("closeTime"));
    }

    private static DateClose.Overriding readOverride(StoredFields fields) {
        Set<Obstacle.Kind> obstacles = EnumSet.noneOf(Obstacle.Kind.class);
        fields.texts("obstacles").forEach(name -> obstacles.add(Obstacle.Kind.valueOf(name)));
        return new DateClose.Overriding(
                obstacles, fields.text("actor"), fields.text("reason"), fields.instant("time"));
    }
}
