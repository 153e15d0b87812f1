package dev.supporters.contract;

import static java.util.Objects.requireNonNull;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * One shift of a driver: a driver has one for each product and business date, so the id is made from these three. A driver's shifts are
 * ordered by their business dates.
 *
 * @param value for example "1004550-driver-2026-11-20"; only {@link #of} may know how it is built
 * @param businessDate the date on which the shift's window began
 */
public record WorkId(String value, LocalDate businessDate) {

    public static final int MAX_LENGTH = 100;

    private static final int DATE_LENGTH = 10;

    public WorkId {
        Require.text(value, "work_id", MAX_LENGTH);
        requireNonNull(businessDate);
    }

    public static WorkId of(DriverId driverId, Product product, LocalDate businessDate) {
        return new WorkId(
                driverId.value() + "-" + Products.slug(product) + "-" + businessDate, businessDate);
    }

    public static WorkId of(WorkEvent event) {
        return new WorkId(event.getWorkId(), businessDate(event.getBusinessDate()));
    }

    public static WorkId of(ActivityEvent event) {
        return event.getBusinessDate().isEmpty()
                ? ofStored(event.getWorkId())
                : new WorkId(event.getWorkId(), businessDate(event.getBusinessDate()));
    }

    /** From events and documents that are older than the field for the business date: their ids end in it. */
    public static WorkId ofStored(String value) {
        int date = value.length() - DATE_LENGTH;
        if (date <= 0) {
            throw Refusal.invalid("work_id", value, "an id that ends in a date like 2026-11-20");
        }
        return new WorkId(value, businessDate(value.substring(date)));
    }

    /** A business date as it travels: "YYYY-MM-DD". */
    public static LocalDate businessDate(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid(
                    "business_date", text.isEmpty() ? "nothing" : text, "a date like 2026-11-20");
        }
    }

    /** Whether it is of a later business date. */
    public boolean after(WorkId other) {
        return businessDate.isAfter(other.businessDate);
    }

    @Override
    public String toString() {
        return value;
    }
}
