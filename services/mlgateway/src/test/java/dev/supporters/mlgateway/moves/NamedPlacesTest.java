package dev.supporters.mlgateway.moves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.Position;
import dev.supporters.mlgateway.moves.NamedPlaces.NamedPlace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class NamedPlacesTest {

    private static final Position STATION = new Position(37.5, 127);

    @TempDir Path folder;

    @Test
    void theNearestNameWinsAndNoneIsFar() {
        NamedPlaces places =
                new NamedPlaces(
                        List.of(
                                new NamedPlace("Station", STATION),
                                new NamedPlace("Exit 3", new Position(37.502, 127))));

        assertThat(places.nearest(STATION)).isEqualTo("Station");
        assertThat(places.nearest(new Position(37.5018, 127))).isEqualTo("Exit 3");
        assertThat(places.nearest(new Position(37.51, 127))).isEmpty();
    }

    @Test
    void withoutAFileNoPlaceHasAName() {
        assertThat(new NamedPlaces(List.of()).nearest(STATION)).isEmpty();
    }

    @Test
    void areReadAsSpreadsheetsWriteThem() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("places.csv"),
                        "\ufeffName;LAT;LNG\r\n\"역; 3번출구\";37,5;127\r\n\r\nStation;37.502;127,0\r\n");

        assertThat(NamedPlaces.read(file))
                .containsExactly(
                        new NamedPlace("역; 3번출구", STATION),
                        new NamedPlace("Station", new Position(37.502, 127)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Station,137.5,127 | line 2, column lat
                    Station,37.5,     | line 2, column lng
                    ,37.5,127         | line 2, column name
                    Station,here,127  | found "here"
                    """)
    void aRowThatCannotBeUsedIsNamed(String row, String problem) throws IOException {
        Path file = Files.writeString(folder.resolve("places.csv"), "name,lat,lng\n" + row + "\n");

        assertThatThrownBy(() -> NamedPlaces.read(file))
                .hasMessageContaining("supporters.mlgateway.moves.places")
                .hasMessageContaining(problem);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> NamedPlaces.read(folder.resolve("none.csv")))
                .hasMessageContaining("none.csv");
    }
}
