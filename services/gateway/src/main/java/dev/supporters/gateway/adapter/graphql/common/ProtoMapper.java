package dev.supporters.gateway.adapter.graphql.common;

import com.google.protobuf.Timestamp;

import dev.supporters.contract.Products;
import dev.supporters.gateway.adapter.graphql.common.CommonInputs.CallLocationInput;
import dev.supporters.gateway.adapter.graphql.common.CommonInputs.MoneyInput;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.CallLocation;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.MoneyView;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.PageInfo;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;

import java.time.Instant;
import java.time.LocalDate;

/** The values of the protos and of the schema, both ways. What protobuf leaves unset is GraphQL's null. */
public final class ProtoMapper {

    private ProtoMapper() {}

    /** The constant of the same name without its prefix; null for an unset one, or one that this schema does not have. */
    public static <E extends Enum<E>> E read(Class<E> type, Enum<?> value, String prefix) {
        for (E constant : type.getEnumConstants()) {
            if (value.name().equals(prefix + constant.name())) {
                return constant;
            }
        }
        return null;
    }

    public static CommonTypes.Product product(Product product) {
        return read(CommonTypes.Product.class, product, Products.PREFIX);
    }

    public static Instant instant(boolean set, Timestamp timestamp) {
        return set ? Timestamps.instant(timestamp) : null;
    }

    public static LocalDate date(String businessDate) {
        return businessDate.isEmpty() ? null : LocalDate.parse(businessDate);
    }

    public static String text(String value) {
        return value.isEmpty() ? null : value;
    }

    public static MoneyView money(Money money) {
        return new MoneyView(money.getAmount(), money.getCurrency());
    }

    public static CallLocation location(Place place) {
        return new CallLocation(place.getLat(), place.getLng(), place.getPoi(), place.getAddress());
    }

    /** Of an answer with a page token. */
    public static PageInfo pageInfo(String nextPageToken) {
        return new PageInfo(!nextPageToken.isEmpty(), text(nextPageToken));
    }

    /** The constant of the protos for one of the schema. */
    public static <E extends Enum<E>> E write(Class<E> type, String prefix, Enum<?> value) {
        return Enum.valueOf(type, prefix + value.name());
    }

    public static Product product(CommonTypes.Product product) {
        if (product == null) {
            throw Refusal.invalid("product", "nothing", "a product");
        }
        return write(Product.class, Products.PREFIX, product);
    }

    public static Money money(MoneyInput money, String field) {
        return money(InputChecks.fitting(money.amount(), field), money.currency());
    }

    public static Money money(long amount, String currency) {
        return Money.newBuilder().setAmount(amount).setCurrency(orEmpty(currency)).build();
    }

    public static Place place(CallLocationInput place) {
        return Place.newBuilder()
                .setLat(place.lat())
                .setLng(place.lng())
                .setPoi(orEmpty(place.poi()))
                .setAddress(orEmpty(place.address()))
                .build();
    }

    public static Point point(double lat, double lng) {
        return Point.newBuilder().setLat(lat).setLng(lng).build();
    }

    /** A text that need not be given. */
    public static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
