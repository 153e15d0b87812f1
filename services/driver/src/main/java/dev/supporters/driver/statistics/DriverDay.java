package dev.supporters.driver.statistics;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Products;
import dev.supporters.proto.common.v1.Product;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What is known of one day of a driver.
 *
 * @param drives that ended on this day, each once: commanded ones, and those of general dispatch
 * @param ratings of drives that ended on this day, one for each call
 * @param incidents as operators have entered them
 * @param imported what another system knows of the day: all but what was commanded, so that drives of general dispatch are in it
 */
public record DriverDay(
        Key key,
        List<EndedDrive> drives,
        List<Rating> ratings,
        List<Incident> incidents,
        Optional<ImportedDay> imported) {

    public DriverDay {
        requireNonNull(key);
        drives = List.copyOf(drives);
        ratings = List.copyOf(ratings);
        incidents = List.copyOf(incidents);
        requireNonNull(imported);
    }

    static DriverDay empty(Key key) {
        return new DriverDay(key, List.of(), List.of(), List.of(), Optional.empty());
    }

    /** Whose day it is, and which. */
    public record Key(DriverId driverId, Product product, LocalDate date) {

        public Key {
            requireNonNull(driverId);
            requireNonNull(product);
            requireNonNull(date);
        }

        public String id() {
            return driverId + "/" + Products.name(product) + "/" + date;
        }
    }

    /**
     * A drive that has ended: completed, or cancelled after it was assigned.
     *
     * @param commandId of one that was commanded; of one of general dispatch a text that no command has
     */
    public record EndedDrive(String commandId, boolean completed) {

        private static final String GENERAL = "general/";

        public EndedDrive {
            requireNonNull(commandId);
        }

        static EndedDrive general(CallId callId, boolean completed) {
            return new EndedDrive(GENERAL + callId.value(), completed);
        }

        boolean commanded() {
            return !commandId.startsWith(GENERAL);
        }
    }

    /** Empty if the drive is known already. */
    Optional<DriverDay> with(EndedDrive drive) {
        boolean known =
                drives.stream().anyMatch(each -> each.commandId().equals(drive.commandId()));
        return known
                ? Optional.empty()
                : Optional.of(
                        new DriverDay(key, plus(drives, drive), ratings, incidents, imported));
    }

    DriverDay with(Rating rating) {
        return new DriverDay(key, drives, plus(ratings, rating), incidents, imported);
    }

    /** The incident added, or in place of the one of its number. */
    DriverDay with(Incident incident) {
        List<Incident> next = new ArrayList<>(incidents);
        next.removeIf(each -> each.number() == incident.number());
        next.add(incident.number() - 1, incident);
        return new DriverDay(key, drives, ratings, next, imported);
    }

    /** Empty if the same was imported already. */
    Optional<DriverDay> with(ImportedDay day) {
        return imported.equals(Optional.of(day))
                ? Optional.empty()
                : Optional.of(new DriverDay(key, drives, ratings, incidents, Optional.of(day)));
    }

    /** The last date on which it counts. */
    public LocalDate lastCounted() {
        return key.date().plusDays(LastWeeks.DAYS - 1L);
    }

    int completedDrives() {
        return drives(EndedDrive::completed, ImportedDay::completedDrives);
    }

    int cancelledDrives() {
        return drives(drive -> !drive.completed(), ImportedDay::cancelledDrives);
    }

    /** No drive counts twice: where a day was imported, drives of general dispatch are in that. */
    private int drives(Predicate<EndedDrive> wanted, Function<ImportedDay, Integer> beside) {
        return (int)
                        drives.stream()
                                .filter(wanted)
                                .filter(drive -> drive.commanded() || imported.isEmpty())
                                .count()
                + imported.map(beside).orElse(0);
    }

    /** Those that count. */
    int incidents(Incident.Kind kind) {
        int entered =
                (int)
                        incidents.stream()
                                .filter(incident -> incident.kind() == kind && incident.counts())
                                .count();
        return entered + imported.map(day -> day.incidents(kind)).orElse(0);
    }

    int ratingCount() {
        return ratings.size() + imported.map(ImportedDay::ratingCount).orElse(0);
    }

    double ratingSum() {
        return ratings.stream().mapToInt(Rating::stars).sum()
                + imported.map(ImportedDay::ratingSum).orElse(0.0);
    }

    private static <T> List<T> plus(List<T> items, T item) {
        List<T> all = new ArrayList<>(items);
        all.add(item);
        return all;
    }
}
