package dev.supporters.call.adapter.mongo;

import dev.supporters.call.life.Call;
import dev.supporters.call.life.Fare;
import dev.supporters.call.life.Order;
import dev.supporters.call.life.Path;
import dev.supporters.call.life.Place;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.proto.common.v1.Product;

import org.bson.Document;

import java.time.Instant;
import java.util.Date;

/** Calls as documents. */
public final class CallMapper implements StateMapper<Call> {

    static final String STAGE = "stage";
    static final String CREATE_TIME = "createTime";
    static final String CUSTOMER_ID = "customerId";
    static final String DRIVER_ID = "driverId";

    @Override
    public Document write(Call call) {
        Document document = CallStateDocument.write(call.state());
        Order order = call.order();
        return document.append("callId", order.callId())
                .append("product", order.product().getNumber())
                .append(CUSTOMER_ID, order.customerId())
                .append("customerName", order.customerName())
                .append("origin", place(order.origin()))
                .append("destination", place(order.destination()))
                .append("stopover", place(order.stopover()))
                .append("appLocation", place(order.appLocation()))
                .append("fare", order.fare().amount())
                .append("currency", order.fare().currency())
                .append("distanceMeters", order.distanceMeters())
                .append(CREATE_TIME, Date.from(order.createTime()))
                .append("path", call.path().name())
                .append("reason", call.reason())
                .append("tags", call.tags())
                .append("pastCommands", call.pastCommands())
                .append("excludedDrivers", call.excludedDrivers())
                .append("since", Date.from(call.since()));
    }

    @Override
    public Call read(Document document) {
        return new Call(
                order(document),
                CallStateDocument.read(document),
                Path.valueOf(document.getString("path")),
                document.getString("reason"),
                document.getList("tags", String.class),
                document.getList("pastCommands", String.class),
                document.getList("excludedDrivers", String.class),
                time(document, "since"));
    }

    static Instant time(Document document, String field) {
        return document.getDate(field).toInstant();
    }

    private static Order order(Document document) {
        return new Order(
                document.getString("callId"),
                product(document.getInteger("product")),
                document.getString(CUSTOMER_ID),
                document.getString("customerName"),
                place(document, "origin"),
                place(document, "destination"),
                place(document, "stopover"),
                new Fare(document.getLong("fare"), document.getString("currency")),
                document.getInteger("distanceMeters"),
                place(document, "appLocation"),
                time(document, CREATE_TIME));
    }

    private static Product product(int number) {
        Product product = Product.forNumber(number);
        return product == null ? Product.PRODUCT_UNSPECIFIED : product;
    }

    private static Document place(Place place) {
        return new Document("lat", place.lat())
                .append("lng", place.lng())
                .append("poi", place.poi())
                .append("address", place.address());
    }

    private static Place place(Document document, String field) {
        Document place = document.get(field, Document.class);
        return new Place(
                place.getString("lat"),
                place.getString("lng"),
                place.getString("poi"),
                place.getString("address"));
    }
}
