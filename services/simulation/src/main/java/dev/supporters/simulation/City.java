package dev.supporters.simulation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import dev.supporters.contract.Position;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** A city whose clocks and money are known. */
record City(String name, ZoneId zone, Currency currency, Position place) {

    /** As far as a city's clocks and money are those of its surroundings. */
    static final double NEAR_KM = 250;

    private static final Currency ELSEWHERE = Currency.getInstance("USD");
    private static final List<City> ALL = read();

    /** The nearest city within so many kilometres. */
    static Optional<City> near(Position place, double km) {
        return ALL.stream()
                .filter(city -> CityGeometry.km(city.place, place) <= km)
                .min(Comparator.comparingDouble(city -> CityGeometry.km(city.place, place)));
    }

    /** The currency of the nearest city, or what most files of trips are in. */
    static Currency currencyAt(Position place) {
        return near(place, NEAR_KM).map(City::currency).orElse(ELSEWHERE);
    }

    /** Whether the times were written down by this city's clocks. */
    boolean agreesWith(Collection<OffsetDateTime> times) {
        return times.stream()
                .allMatch(time ->
                        zone.getRules().getOffset(time.toInstant()).equals(time.getOffset()));
    }

    private static List<City> read() {
        try (CsvReader<NamedCsvRecord> cities =
                CsvReader.builder()
                        .ofNamedCsvRecord(
                                new InputStreamReader(
                                        City.class.getResourceAsStream("cities.csv"),
                                        StandardCharsets.UTF_8))) {
            return cities.stream().map(City::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static City of(NamedCsvRecord row) {
        return new City(
                row.getField("city"),
                ZoneId.of(row.getField("zone")),
                Currency.getInstance(row.getField("currency")),
                new Position(
                        Double.parseDouble(row.getField("lat")),
                        Double.parseDouble(row.getField("lng"))));
    }
}
