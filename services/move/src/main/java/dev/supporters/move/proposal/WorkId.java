package dev.supporters.move.proposal;

/** A work's id, which ends in its business date: "1004550-driver-2026-11-20". A driver's works are ordered by it. */
public record WorkId(String value) {

    private static final int DATE_LENGTH = 10;

    public WorkId {
        if (value.length() <= DATE_LENGTH) {
            throw new IllegalArgumentException("work id: " + value + " (expected: …-YYYY-MM-DD)");
        }
    }

    boolean after(WorkId other) {
        return businessDate().compareTo(other.businessDate()) > 0;
    }

    private String businessDate() {
        return value.substring(value.length() - DATE_LENGTH);
    }
}
