package dev.supporters.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Small files of nights for tests. */
final class NightFiles {

    static final String HEADER =
            "requested_at,origin_lat,origin_lng,destination_lat,destination_lng,fare,distance_m\n";

    /** A place in New York and one some kilometres away. */
    static final String PLACES = ",40.71,-73.94,40.73,-73.99,";

    private NightFiles() {}

    static String row(String time) {
        return time + PLACES + "1150,5100\n";
    }

    static Path file(Path directory, String text) throws IOException {
        return file(directory, text, StandardCharsets.UTF_8);
    }

    static Path file(Path directory, String text, Charset charset) throws IOException {
        return Files.write(directory.resolve("night.csv"), text.getBytes(charset));
    }

    static NightFile read(Path file) {
        return read(file, NightFileOptions.none());
    }

    static NightFile read(Path file, String zone, String currency) {
        return read(
                file,
                new NightFileOptions(
                        Optional.of(zone).filter(z -> !z.isEmpty()).flatMap(NightFileOptions::zone),
                        Optional.of(currency)
                                .filter(c -> !c.isEmpty())
                                .flatMap(NightFileOptions::currency)));
    }

    private static NightFile read(Path file, NightFileOptions options) {
        return NightFile.read(file, options, NightParameters.defaults(), 7);
    }

    /** The one line that a file is refused with. */
    static String refusal(Path file) {
        return refusal(file, "", "");
    }

    static String refusal(Path file, String zone, String currency) {
        NightFileException refused =
                catchThrowableOfType(NightFileException.class, () -> read(file, zone, currency));
        assertThat(refused).as("refusal").isNotNull();
        assertThat(refused.getMessage()).doesNotContain("\n", "\r");
        return refused.getMessage();
    }
}
