package dev.supporters.settlement.ledger;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.proto.common.v1.Product;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

/** Names a work: a driver has one on a business date. */
public record WorkKey(String driverId, Product product, LocalDate businessDate) {

    private static final int ID_LENGTH = 64;
    private static final String PRODUCT_PREFIX = "PRODUCT_";

    public WorkKey {
        Require.text(driverId, "driver_id", ID_LENGTH);
        if (product == Product.PRODUCT_UNSPECIFIED || product == Product.UNRECOGNIZED) {
            throw Refusal.invalid("product", product, "a product");
        }
    }

    public static WorkKey parse(String driverId, Product product, String businessDate) {
        return new WorkKey(driverId, product, date(businessDate));
    }

    /** "YYYY-MM-DD". */
    public static LocalDate date(String businessDate) {
        try {
            return LocalDate.parse(businessDate);
        } catch (DateTimeException e) {
            throw Refusal.invalid(
                    "business_date",
                    businessDate.isEmpty() ? "nothing" : businessDate,
                    "a date like 2026-11-20");
        }
    }

    /** As work makes it. */
    public String workId() {
        String name = product.name().substring(PRODUCT_PREFIX.length()).toLowerCase(Locale.ROOT);
        return driverId + "-" + name + "-" + businessDate;
    }
}
