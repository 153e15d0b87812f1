package dev.supporters.training;

import static java.util.Comparator.comparingLong;

import dev.supporters.contract.WorkWindow;
import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.training.source.InvalidNightException;
import dev.supporters.training.source.NightFiles;
import dev.supporters.training.source.TrainingNight;
import dev.supporters.training.source.TrainingNight.Request;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The nights that can be learned from, the oldest first, and why others can't.
 *
 * @param leftOut a line for each file that is not used
 */
record NightSelection(List<TrainingNight> nights, List<String> leftOut) {

    /** With fewer calls, an hour without any is nothing special. */
    private static final int LEAST_CALLS_FOR_A_GAP = 100;

    private static final double SAME_CITY_METERS = 100_000;

    NightSelection {
        nights = List.copyOf(nights);
        leftOut = List.copyOf(leftOut);
    }

    static NightSelection of(
            List<Path> files,
            NightFiles reader,
            WorkWindow window,
            Optional<LocalDate> before,
            Duration gap) {
        var leftOut = new ArrayList<String>();
        var byDate = new TreeMap<LocalDate, TrainingNight>();
        for (Path file : files) {
            try {
                TrainingNight night = reader.read(file);
                Optional<String> reason = reason(night, window, before, gap);
                if (reason.isPresent()) {
                    leftOut.add(night.name() + ": " + reason.get());
                } else if (byDate.putIfAbsent(night.businessDate(), night) != null) {
                    leftOut.add(night.name() + ": " + night.businessDate() + " is there already");
                }
            } catch (InvalidNightException e) {
                leftOut.add(e.getMessage());
            }
        }
        return inOneCity(List.copyOf(byDate.values()), leftOut);
    }

    /** Business dates of the span that no night was read of. */
    int missing() {
        if (nights.isEmpty()) {
            return 0;
        }
        long span =
                nights.getFirst()
                                .businessDate()
                                .until(nights.getLast().businessDate(), ChronoUnit.DAYS)
                        + 1;
        return (int) span - nights.size();
    }

    private static Optional<String> reason(
            TrainingNight night, WorkWindow window, Optional<LocalDate> before, Duration gap) {
        if (before.isPresent() && !night.businessDate().isBefore(before.get())) {
            return Optional.of(night.businessDate() + " (expected: before " + before.get() + ")");
        }
        OpenWindow open = window.of(night.businessDate());
        List<Instant> times =
                night.calls().stream().map(Request::time).filter(open::contains).sorted().toList();
        if (times.isEmpty()) {
            return Optional.of("no call in the window (expected: 1 or more)");
        }
        return times.size() < LEAST_CALLS_FOR_A_GAP
                ? Optional.empty()
                : gap(open, times, gap).map(NightSelection::gapText);
    }

    private record Gap(Instant begin, Instant end) {}

    private static String gapText(Gap gap) {
        return "no call from "
                + gap.begin()
                + " for "
                + Duration.between(gap.begin(), gap.end()).toMinutes()
                + " minutes (expected: no gap)";
    }

    private static Optional<Gap> gap(OpenWindow window, List<Instant> times, Duration most) {
        Instant last = window.begin();
        for (Instant time : times) {
            if (Duration.between(last, time).compareTo(most) >= 0) {
                return Optional.of(new Gap(last, time));
            }
            last = time;
        }
        return Duration.between(last, window.end()).compareTo(most) >= 0
                ? Optional.of(new Gap(last, window.end()))
                : Optional.empty();
    }

    /** The city is where most nights are. */
    private static NightSelection inOneCity(List<TrainingNight> nights, List<String> leftOut) {
        Optional<TrainingNight> usual =
                nights.stream().max(comparingLong(night -> neighbours(night, nights)));
        var used = new ArrayList<TrainingNight>();
        for (TrainingNight night : nights) {
            double meters = night.middle().metersTo(usual.orElseThrow().middle());
            if (meters <= SAME_CITY_METERS) {
                used.add(night);
            } else {
                leftOut.add(
                        String.format(
                                Locale.ROOT,
                                "%s: %,d km from the other nights (expected: the same city)",
                                night.name(),
                                Math.round(meters / 1_000)));
            }
        }
        return new NightSelection(used, leftOut);
    }

    private static long neighbours(TrainingNight night, List<TrainingNight> nights) {
        return nights.stream()
                .filter(other -> night.middle().metersTo(other.middle()) <= SAME_CITY_METERS)
                .count();
    }
}
