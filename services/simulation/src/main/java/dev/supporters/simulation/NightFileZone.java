package dev.supporters.simulation;

import dev.supporters.contract.Position;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the time zone of a file that only has offsets. */
final class NightFileZone {

    private static final double SAME_CITY_KM = 60;

    private NightFileZone() {}

    /**
     * The city's whose clocks say the same nearby; the city's in which the places are, whatever offset the file was written with; the
     * file's one offset; a city's nearby if the file is in UTC.
     */
    static ZoneId of(String file, Collection<OffsetDateTime> times, Position center) {
        Optional<City> near = City.near(center, City.NEAR_KM);
        boolean inside = City.near(center, SAME_CITY_KM).isPresent();
        Set<ZoneOffset> offsets = new TreeSet<>();
        times.forEach(time -> offsets.add(time.getOffset()));
        ZoneOffset first = offsets.iterator().next();
        boolean own =
                offsets.size() == 1
                        && !first.equals(ZoneOffset.UTC)
                        && NightFileOptions.isUsed(first);
        if (near.isPresent() && (inside || !own || near.get().agreesWith(times))) {
            return near.get().zone();
        }
        if (own) {
            return first;
        }
        throw NightFileException.unplayable(
                file,
                "the time zone is not known: no listed city is near %s/%s, and the times are in %s"
                        .formatted(
                                center.lat(),
                                center.lng(),
                                offsets.size() == 1
                                        ? first.equals(ZoneOffset.UTC) ? "UTC" : first
                                        : offsets.size() + " offsets"),
                "-Dzone= with " + NightFileOptions.ZONE_EXPECTED);
    }
}
