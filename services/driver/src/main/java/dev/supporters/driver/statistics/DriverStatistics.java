package dev.supporters.driver.statistics;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a driver's last four weeks come to.
 *
 * @param cancelledDrives that were cancelled after their assignment, whoever cancelled them
 * @param ratingSum of all ratings
 */
public record DriverStatistics(
        LastWeeks weeks,
        int completedDrives,
        int cancelledDrives,
        int accidents,
        int fines,
        int ratingCount,
        double ratingSum) {

    private static final double PERCENT = 100;
    private static final double DECIMALS = 100;

    public DriverStatistics {
        requireNonNull(weeks);
    }

    static DriverStatistics of(LastWeeks weeks, List<DriverDay> days) {
        return new DriverStatistics(
                weeks,
                days.stream().mapToInt(DriverDay::completedDrives).sum(),
                days.stream().mapToInt(DriverDay::cancelledDrives).sum(),
                days.stream().mapToInt(day -> day.incidents(Incident.Kind.ACCIDENT)).sum(),
                days.stream().mapToInt(day -> day.incidents(Incident.Kind.FINE)).sum(),
                days.stream().mapToInt(DriverDay::ratingCount).sum(),
                days.stream().mapToDouble(DriverDay::ratingSum).sum());
    }

    /** Of the drives that were completed or cancelled after their assignment, with two decimals; empty if there are none. */
    public OptionalDouble cancellationPercent() {
        int drives = completedDrives + cancelledDrives;
        return drives == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(rounded(PERCENT * cancelledDrives / drives));
    }

    /** 1 to 5, with two decimals; empty if nobody has rated. */
    public OptionalDouble averageRating() {
        return ratingCount == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(rounded(ratingSum / ratingCount));
    }

    /** What is shown is what is compared. */
    private static double rounded(double value) {
        return Math.round(value * DECIMALS) / DECIMALS;
    }
}
