package dev.supporters.activity.presence;

/** A work's id, which ends in its business date: "1004550-driver-2026-11-20". A driver's works are ordered by it. */
public record WorkId(String value) {

    private static final int DATE_LENGTH = 10;

    public WorkId {
        if (value.length() <= DATE_LENGTH) {
            throw new IllegalArgumentException("work id: " + value + " (expected: …-YYYY-MM-DD)");
        }
    }

    /** The date on which the work's window began. */
    public String businessDate() {
        return value.substring(value.length() - DATE_LENGTH);
    }

    boolean after(WorkId other) {
        return businessDate().compareTo(other.businessDate()) > 0;
    }

    @Override
    public String toString() {
        return value;
    }
}
