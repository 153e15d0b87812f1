package dev.supporters.gateway.adapter.graphql.view;

import com.google.protobuf.Timestamp;

import dev.supporters.platform.rpc.Timestamps;

import java.time.Instant;
import java.time.LocalDate;

/** Protobuf's values as GraphQL's: what protobuf leaves unset is GraphQL's null. */
final class Wire {

    private Wire() {}

    /** The constant of the same name without its prefix; null for an unset one, or one that this schema does not have. */
    static <E extends Enum<E>> E read(Class<E> type, Enum<?> value, String prefix) {
        for (E constant : type.getEnumConstants()) {
            if (value.name().equals(prefix + constant.name())) {
                return constant;
            }
        }
        return null;
    }

    static Instant instant(boolean set, Timestamp timestamp) {
        return set ? Timestamps.instant(timestamp) : null;
    }

    static LocalDate date(String businessDate) {
        return businessDate.isEmpty() ? null : LocalDate.parse(businessDate);
    }

    static String text(String value) {
        return value.isEmpty() ? null : value;
    }
}
