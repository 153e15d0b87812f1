package dev.supporters.call.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.call.life.Call;
import dev.supporters.call.life.Call.DispatchPath;
import dev.supporters.call.life.CallOrder;
import dev.supporters.call.life.CallState;
import dev.supporters.call.life.FollowUps;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Money;
import dev.supporters.contract.Place;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.proto.common.v1.Product;

import org.bson.Document;

/** Calls as documents. */
public final class CallMapper implements StateMapper<Call> {

    static final String CREATE_TIME = "createTime";
    static final String CUSTOMER_ID = "customerId";
    static final String SINCE = "since";
    static final String PRODUCT = "product";

    /** The H3 cell in which the customer waits; absent before the stored form 4. */
    static final String ORIGIN_CELL = "originCell";

    private final OriginCellIndex cells = new OriginCellIndex();

    @Override
    public Document write(Call call) {
        CallOrder order = call.order();
        Document document = new Document();
        CallStateMapper.write(call.state(), document);
        document.append("callId", order.callId().value())
                .append(PRODUCT, stored(order.product()))
                .append(CUSTOMER_ID, order.customerId())
                .append("customerName", order.customerName());
        write("origin", order.origin(), document);
        order.origin()
                .position()
                .ifPresent(origin -> document.append(ORIGIN_CELL, cells.cell(origin)));
        write("destination", order.destination(), document);
        write("stopover", order.stopover(), document);
        write("appLocation", order.appLocation(), document);
        FollowUpMapper.write(call.followUps(), document);
        return document.append("fare", order.fare().amount())
                .append("currency", order.fare().currency())
                .append("distanceMeters", order.distanceMeters())
                .append(CREATE_TIME, stored(order.createTime()))
                .append("path", stored(call.path()))
                .append("reason", call.reason())
                .append("tags", call.tags())
                .append("pastCommands", call.pastCommands())
                .append(
                        "excludedDrivers",
                        call.excludedDrivers().stream().map(DriverId::value).toList())
                .append(SINCE, stored(call.since()));
    }

    @Override
    public Call read(Document document) {
        StoredFields fields = StoredFields.of("calls", document);
        Call call =
                new Call(
                        order(fields),
                        CallStateMapper.read(fields),
                        fields.constant("path", DispatchPath.class),
                        fields.text("reason"),
                        fields.texts("tags"),
                        fields.texts("pastCommands"),
                        fields.texts("excludedDrivers").stream().map(DriverId::new).toList(),
                        fields.instant(SINCE),
                        FollowUps.NONE);
        return FollowUpMapper.written(fields)
                ? call.with(FollowUpMapper.read(fields))
                : withoutFollowUps(call);
    }

    /** The stored forms 1 and 2 do not say whether the legacy system has the call: handing it over again changes nothing. */
    private static Call withoutFollowUps(Call call) {
        return call.state() instanceof CallState.General ? call.handedOver(call.since()) : call;
    }

    private static CallOrder order(StoredFields fields) {
        return new CallOrder(
                new CallId(fields.text("callId")),
                product(fields),
                fields.text(CUSTOMER_ID),
                fields.text("customerName"),
                place("origin", fields),
                place("destination", fields),
                place("stopover", fields),
                new Money(fields.number("fare"), fields.text("currency")),
                fields.integer("distanceMeters"),
                place("appLocation", fields),
                fields.instant(CREATE_TIME));
    }

    /** In the stored form 1 it is the constant's number. */
    private static Product product(StoredFields fields) {
        if (!CallStateMapper.isForm1(fields)) {
            return fields.constant(PRODUCT, Product.class);
        }
        Product product = Product.forNumber(fields.integer(PRODUCT));
        return product == null ? Product.PRODUCT_UNSPECIFIED : product;
    }

    private static void write(String field, Place place, Document document) {
        if (place.given()) {
            document.append(
                    field,
                    new Document("lat", place.lat())
                            .append("lng", place.lng())
                            .append("poi", place.poi())
                            .append("address", place.address()));
        }
    }

    private static Place place(String field, StoredFields fields) {
        return fields.findPart(field)
                .map(place ->
                        new Place(
                                place.text("lat"),
                                place.text("lng"),
                                place.text("poi"),
                                place.text("address")))
                .orElse(Place.NONE);
    }
}
