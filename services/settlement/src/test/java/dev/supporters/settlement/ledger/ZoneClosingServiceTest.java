package dev.supporters.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.settlement.v1.StatementNoteKind;
import dev.supporters.proto.zone.v1.ClosedCell;
import dev.supporters.proto.zone.v1.Zones;
import dev.supporters.settlement.Night;

import org.junit.jupiter.api.Test;

import java.util.List;

class ZoneClosingServiceTest {

    private static final String CELL = "8830e1d8c7fffff";

    private final SettledNight night = new SettledNight();

    @Test
    void thePayOfWhoWorksInAZoneThatClosesGoesOnAndTheStatementSaysSo() {
        // Given
        night.add(new Night().begunIn(CELL).list());

        // When
        night.zoneClosings.closed(plan(1_200, closed(CELL, 900)));
        night.add(List.of(new Night().ended(3_600).list().getFirst()));

        // Then
        Statement statement = night.statements.get(Night.WORK_ID);
        assertThat(statement.calculation().paidSeconds()).isEqualTo(3_600);
        assertThat(statement.zoneClosings()).containsExactly(Night.at(900));
        assertThat(StatementProtoMapper.toProto(statement).getNotesList())
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.getKind())
                            .isEqualTo(StatementNoteKind.STATEMENT_NOTE_KIND_ZONE_CLOSED);
                    assertThat(note.getNoteTime()).isEqualTo(Timestamps.of(Night.at(900)));
                });
        assertThat(night.statements.recompute(Night.WORK_ID).same()).isTrue();
        assertThat(night.statements.recompute(Night.WORK_ID).statement().zoneClosings())
                .containsExactly(Night.at(900));
    }

    @Test
    void aClosingThatIsToldAgainIsNotedOnce() {
        // Given
        night.add(new Night().begunIn(CELL).list());

        // When
        for (int minute = 16; minute < 40; minute++) {
            night.zoneClosings.closed(plan(minute * 60, closed(CELL, 900)));
        }

        // Then
        assertThat(night.statements.get(Night.WORK_ID).zoneClosings())
                .containsExactly(Night.at(900));
    }

    @Test
    void aBeginThatIsReadAfterTheClosingGetsItsNote() {
        // Given
        night.zoneClosings.closed(plan(960, closed(CELL, 900)));
        night.add(new Night().begunIn(CELL).list());

        // When
        night.zoneClosings.closed(plan(1_020, closed(CELL, 900)));

        // Then
        assertThat(night.statements.get(Night.WORK_ID).zoneClosings())
                .containsExactly(Night.at(900));
    }

    @Test
    void othersGetNoNote() {
        // Given one in another cell, one in no zone, one whose shift was over, one who came later
        begin("elsewhere", new Night().begunIn("8830e1d8d1fffff"));
        begin("no-zone", new Night().begun());
        begin("over", new Night().begunIn(CELL).ended(900));
        begin("d1", new Night().begunIn(CELL));

        // When
        night.zoneClosings.closed(plan(60, closed(CELL, 0)));
        night.zoneClosings.closed(plan(1_200, closed(CELL, 0), closed(CELL, 900)));

        // Then
        for (String driver : List.of("elsewhere", "no-zone", "over")) {
            assertThat(night.statements.get(workId(driver)).zoneClosings()).isEmpty();
        }
        assertThat(night.statements.get(workId("d1")).zoneClosings())
                .containsExactly(Night.at(900));
    }

    private void begin(String driver, Night facts) {
        facts.list().forEach(fact -> night.ledgers.add(workId(driver), new DriverId(driver), fact));
    }

    private static WorkId workId(String driver) {
        return WorkId.of(new DriverId(driver), Product.PRODUCT_DRIVER, Night.FRIDAY);
    }

    private static Zones plan(double second, ClosedCell... closed) {
        return Zones.newBuilder()
                .setProduct(Product.PRODUCT_DRIVER)
                .setRegion("seoul")
                .setPlanTime(Timestamps.of(Night.at(second)))
                .addAllClosedCells(List.of(closed))
                .build();
    }

    private static ClosedCell closed(String cell, double second) {
        return ClosedCell.newBuilder()
                .setCell(cell)
                .setZoneId("3")
                .setCloseTime(Timestamps.of(Night.at(second)))
                .build();
    }
}
