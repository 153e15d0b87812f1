package dev.supporters.mlgateway.moves;

import dev.supporters.contract.Position;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.platform.csv.CsvException;
import dev.supporters.platform.csv.CsvRow;
import dev.supporters.platform.csv.CsvTable;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What places are called, from a file of the installation: a driver is told a name and not only a point. Calls are not asked, as what
 * customers write of a place is theirs.
 */
@Singleton
public class NamedPlaces {

    private static final Logger LOG = Logger.getLogger(NamedPlaces.class);

    private static final String NAME = "name";
    private static final String LAT = "lat";
    private static final String LNG = "lng";
    private static final int MOST_PLACES = 20_000;
    private static final int LONGEST_NAME = 200;
    private static final double NEAR_METERS = 500;

    private final DemandCells cells = new DemandCells();
    private final Map<Long, List<NamedPlace>> byCell;

    /** A place that has a name. */
    record NamedPlace(String name, Position position) {}

    @Inject
    NamedPlaces(MovePlanningConfig config) {
        this(config.places().map(Path::of).map(NamedPlaces::read).orElse(List.of()));
    }

    NamedPlaces(List<NamedPlace> places) {
        byCell = places.stream().collect(Collectors.groupingBy(p -> cells.cell(p.position())));
    }

    /**
     * Reads a file with a header, as spreadsheets write it.
     *
     * @throws IllegalStateException in one line, for a file that is none, or a row that cannot be used
     */
    static List<NamedPlace> read(Path file) {
        List<NamedPlace> places = new ArrayList<>();
        try (CsvTable table =
                CsvTable.open(file, Set.of(NAME, LAT, LNG), List.of(NAME, LAT, LNG))) {
            Optional<CsvRow> row = table.next();
            while (row.isPresent()) {
                places.add(place(row.get(), places.size()));
                row = table.next();
            }
        } catch (CsvException e) {
            throw new IllegalStateException(
                    "supporters.mlgateway.moves.places: " + file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LOG.infof("names of places read count=%d", places.size());
        return places;
    }

    private static NamedPlace place(CsvRow row, int before) {
        if (before >= MOST_PLACES) {
            throw row.wrong(NAME, "at most " + MOST_PLACES + " places");
        }
        String name = row.text(NAME);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw row.wrong(NAME, "a name of 1 to " + LONGEST_NAME + " characters");
        }
        return new NamedPlace(name, new Position(row.degrees(LAT, 90), row.degrees(LNG, 180)));
    }

    /** The name of the nearest place; empty if none is near. */
    String nearest(Position position) {
        return cells.withNeighbours(cells.cell(position)).stream()
                .map(cell -> byCell.getOrDefault(cell, List.of()))
                .flatMap(Collection::stream)
                .filter(place -> place.position().metersTo(position) <= NEAR_METERS)
                .min(
                        Comparator.comparingDouble(
                                        (NamedPlace place) -> place.position().metersTo(position))
                                .thenComparing(NamedPlace::name))
                .map(NamedPlace::name)
                .orElse("");
    }
}
