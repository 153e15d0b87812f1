package dev.supporters.driver.statistics;

import dev.supporters.contract.JoinPolicy;
import dev.supporters.platform.refusal.Require;

/**
 * What another system knows of one day of a driver.
 *
 * @param averageRating 1 to 5; 0 if nobody has rated
 */
public record ImportedDay(
        int completedDrives,
        int cancelledDrives,
        int accidents,
        int fines,
        int ratingCount,
        double averageRating) {

    private static final int MOST = 1_000;

    /** Refused: INVALID_ARGUMENT, with the first field that is out of its bounds. */
    public ImportedDay {
        Require.wholeNumber(completedDrives, "completed_drives", 0, MOST);
        Require.wholeNumber(cancelledDrives, "cancelled_drives", 0, MOST);
        Require.wholeNumber(accidents, "accidents", 0, MOST);
        Require.wholeNumber(fines, "fines", 0, MOST);
        Require.wholeNumber(ratingCount, "rating_count", 0, MOST);
        Require.within(
                averageRating,
                "average_rating",
                ratingCount == 0 ? 0 : JoinPolicy.LEAST_RATING,
                ratingCount == 0 ? 0 : JoinPolicy.MOST_RATING);
    }

    int incidents(Incident.Kind kind) {
        return switch (kind) {
            case ACCIDENT -> accidents;
            case FINE -> fines;
        };
    }

    double ratingSum() {
        return ratingCount * averageRating;
    }
}
