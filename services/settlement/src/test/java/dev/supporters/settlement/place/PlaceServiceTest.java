package dev.supporters.settlement.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.Position;
import dev.supporters.settlement.Night;
import dev.supporters.settlement.adapter.mongo.SettlementStores;
import dev.supporters.testkit.InMemoryAggregateStore;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** From where drivers were heard of. */
public class PlaceServiceTest {

    public static final Position PANGYO = new Position(37.3943, 127.1105);
    private static final Position NEXT_DOOR = new Position(37.3944, 127.1106);
    private static final Position GANGNAM = new Position(37.4979, 127.0276);
    public static final String PANGYO_CELL = new PlaceCells().cell(PANGYO);
    private static final String GANGNAM_CELL = new PlaceCells().cell(GANGNAM);

    private final InMemoryAggregateStore<ShiftPlaces> store =
            new InMemoryAggregateStore<>(SettlementStores.PLACES);
    private final PlaceService places = service(store);

    public static PlaceService service(InMemoryAggregateStore<ShiftPlaces> store) {
        return new PlaceService(store, new PlaceCells());
    }

    @Test
    void aMinuteIsWhereTheDriverWasLastHeardOfBeforeItsEnd() {
        hear(30, PANGYO);
        hear(90, NEXT_DOOR);
        hear(150, GANGNAM);

        assertThat(cell(0)).isEmpty();
        assertThat(cell(60)).contains(PANGYO_CELL);
        assertThat(cell(120)).contains(PANGYO_CELL);
        assertThat(cell(180)).contains(GANGNAM_CELL);
        assertThat(cell(9_000)).contains(GANGNAM_CELL);
    }

    @Test
    void onlyAnotherCellIsWritten() {
        hear(30, PANGYO);
        for (int second = 35; second < 600; second += 5) {
            hear(second, NEXT_DOOR);
        }

        assertThat(version()).isEqualTo(1);
        assertThat(places.of(Night.WORK_ID).visits())
                .containsExactly(new ShiftPlaces.Visit(Night.at(30), PANGYO_CELL));
    }

    @Test
    void ofAMinuteTheFirstPositionCounts() {
        hear(0, PANGYO);
        hear(59, GANGNAM);

        assertThat(cell(60)).contains(PANGYO_CELL);
    }

    @Test
    void positionsThatComeAgainAfterARestartChangeNothing() {
        // Given
        hear(30, PANGYO);
        hear(150, GANGNAM);
        List<ShiftPlaces.Visit> before = places.of(Night.WORK_ID).visits();
        // When
        PlaceService restarted = service(store);
        restarted.heard(Night.WORK_ID, Night.at(30), PANGYO);
        restarted.heard(Night.WORK_ID, Night.at(150), GANGNAM);
        // Then
        assertThat(places.of(Night.WORK_ID).visits()).isEqualTo(before);
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void noPositionIsKept() {
        hear(30, PANGYO);

        assertThat(store.find(Night.WORK).orElseThrow().toString())
                .doesNotContain("37.39")
                .doesNotContain("127.11");
    }

    private void hear(int second, Position position) {
        places.heard(Night.WORK_ID, Night.at(second), position);
    }

    private Optional<String> cell(int second) {
        return places.of(Night.WORK_ID).before(Night.at(second));
    }

    private long version() {
        return store.find(Night.WORK).orElseThrow().version();
    }
}
