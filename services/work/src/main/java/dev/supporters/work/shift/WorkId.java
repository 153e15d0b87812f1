package dev.supporters.work.shift;

import dev.supporters.platform.refusal.Require;
import dev.supporters.proto.common.v1.Product;

import java.time.LocalDate;
import java.util.Locale;

/** Names driver, product and business date: hence a driver has one work on a business date. */
public record WorkId(String value) {

    private static final String PRODUCT_PREFIX = "PRODUCT_";

    public WorkId {
        Require.text(value, "work_id", 200);
    }

    public static WorkId of(String driverId, Product product, LocalDate businessDate) {
        String name = product.name().substring(PRODUCT_PREFIX.length()).toLowerCase(Locale.ROOT);
        return new WorkId(driverId + "-" + name + "-" + businessDate);
    }
}
