package dev.supporters.simulation;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Guesses the time zone of a file that only has offsets: a known city nearby whose clocks say the same. */
final class TimeZones {

    private static final double NEAR_KM = 250;

    private static final Map<String, Point> CITIES =
            Map.ofEntries(
                    Map.entry("Asia/Seoul", new Point(37.55, 127.0)),
                    Map.entry("Asia/Tokyo", new Point(35.68, 139.76)),
                    Map.entry("Asia/Shanghai", new Point(31.23, 121.47)),
                    Map.entry("Asia/Hong_Kong", new Point(22.3, 114.17)),
                    Map.entry("Asia/Taipei", new Point(25.03, 121.56)),
                    Map.entry("Asia/Singapore", new Point(1.3, 103.85)),
                    Map.entry("Asia/Bangkok", new Point(13.75, 100.5)),
                    Map.entry("Asia/Jakarta", new Point(-6.2, 106.82)),
                    Map.entry("Australia/Sydney", new Point(-33.87, 151.21)),
                    Map.entry("Europe/London", new Point(51.5, -.12)),
                    Map.entry("Europe/Paris", new Point(48.86, 2.35)),
                    Map.entry("Europe/Berlin", new Point(52.52, 13.4)),
                    Map.entry("Europe/Madrid", new Point(40.42, -3.7)),
                    Map.entry("Europe/Lisbon", new Point(38.72, -9.14)),
                    Map.entry("America/New_York", new Point(40.73, -73.97)),
                    Map.entry("America/Toronto", new Point(43.65, -79.38)),
                    Map.entry("America/Chicago", new Point(41.88, -87.63)),
                    Map.entry("America/Denver", new Point(39.74, -104.99)),
                    Map.entry("America/Los_Angeles", new Point(34.05, -118.24)),
                    Map.entry("America/Mexico_City", new Point(19.43, -99.13)),
                    Map.entry("America/Sao_Paulo", new Point(-23.55, -46.63)));

    private TimeZones() {}

    /** The nearest such city's zone, else the first time's fixed offset. */
    static ZoneId of(List<OffsetDateTime> times, Point place) {
        return CITIES.entrySet().stream()
                .filter(city -> Geo.km(city.getValue(), place) <= NEAR_KM)
                .filter(city -> agrees(ZoneId.of(city.getKey()), times))
                .min(Comparator.comparingDouble(city -> Geo.km(city.getValue(), place)))
                .map(city -> ZoneId.of(city.getKey()))
                .orElse(times.getFirst().getOffset());
    }

    private static boolean agrees(ZoneId zone, List<OffsetDateTime> times) {
        return times.stream()
                .allMatch(time ->
                        zone.getRules().getOffset(time.toInstant()).equals(time.getOffset()));
    }
}
