package dev.supporters.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** The calls of one night in one region, oldest first, and where its people gather and live. */
public record Night(
        String name,
        ZoneId zone,
        LocalDate businessDate,
        String currency,
        Box region,
        List<NightCall> calls,
        List<Cluster> hotSpots,
        List<Cluster> homes) {

    public static final LocalTime WINDOW_BEGIN = NightWindow.BEGIN;
    public static final Duration WINDOW_LENGTH = NightWindow.LENGTH;

    /** The middle fare of a night in Seoul, in won, by which amounts of other currencies are scaled. */
    private static final double SEOUL_FARE = 19_500;

    private static final double SEOUL_WAGE = 14_000;

    public Night {
        calls = List.copyOf(calls);
        hotSpots = List.copyOf(hotSpots);
        homes = List.copyOf(homes);
    }

    public Instant windowBegin() {
        return window().begin();
    }

    /** By the clocks on the wall, as a policy's window: on a night in which they change, not four hours later. */
    public Instant windowEnd() {
        return window().end();
    }

    private NightWindow window() {
        return new NightWindow(businessDate, zone);
    }

    /** When the first thing of the night happens: the window's begin, or the first call if that is earlier. */
    public Instant begin() {
        Instant first = calls.isEmpty() ? windowBegin() : calls.getFirst().requestedAt();
        return first.isBefore(windowBegin()) ? first : windowBegin();
    }

    /** When the last thing of the night is due: the window's end, or the last call if that is later. */
    public Instant end() {
        Instant last = calls.isEmpty() ? windowEnd() : calls.getLast().requestedAt();
        return last.isAfter(windowEnd()) ? last : windowEnd();
    }

    /** The same night without the calls that were requested earlier. */
    public Night from(Instant begin) {
        List<NightCall> later =
                calls.stream().filter(call -> !call.requestedAt().isBefore(begin)).toList();
        return new Night(name, zone, businessDate, currency, region, later, hotSpots, homes);
    }

    public double hoursSinceBegin(Instant now) {
        return Duration.between(windowBegin(), now).toMillis() / 3_600_000.0;
    }

    public boolean afterMidnight(Instant now) {
        return !now.atZone(zone).toLocalDate().equals(businessDate);
    }

    /** What the middle fare is worth in fares of Seoul: turns amounts in won into amounts of this night's currency. */
    public double fareScale() {
        if (currency.equals("KRW") || calls.isEmpty()) {
            return 1;
        }
        long[] fares = calls.stream().mapToLong(NightCall::fare).sorted().toArray();
        return fares[fares.length / 2] / SEOUL_FARE;
    }

    /** An hourly wage that fits the fares, in the minor unit. */
    public long hourlyWage() {
        return Math.max(1, Math.round(SEOUL_WAGE * fareScale()));
    }
}
