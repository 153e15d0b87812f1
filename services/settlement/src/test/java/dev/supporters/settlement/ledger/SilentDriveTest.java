package dev.supporters.settlement.ledger;

import static dev.supporters.settlement.ledger.SettledNight.WORK;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.settlement.v1.StatementNote;
import dev.supporters.proto.settlement.v1.StatementNoteKind;
import dev.supporters.settlement.Night;
import dev.supporters.settlement.pay.SilentDrive;
import dev.supporters.settlement.pay.TimeClass;

import org.junit.jupiter.api.Test;

/** Nobody hears of a driver who drives: the pay goes on, and an operator sees since when. */
class SilentDriveTest {

    private final SettledNight night = new SettledNight();

    @Test
    void aDriverWhoIsSilentOnADriveIsPaidAndTheStatementSaysSinceWhen() {
        night.add(new Night().begun().accepted("k", 100).pickedUp("k", 300).lost(400.5).list());

        Statement open = night.statements.get(WORK);

        assertThat(open.calculation().seconds().of(TimeClass.UNREACHABLE)).isZero();
        assertThat(open.calculation().seconds().of(TimeClass.DRIVING)).isEqualTo(7_200 - 300);
        assertThat(StatementProtoMapper.toProto(open).getNotesList())
                .containsExactly(
                        StatementNote.newBuilder()
                                .setKind(StatementNoteKind.STATEMENT_NOTE_KIND_SILENT_DRIVE)
                                .setNoteTime(Timestamps.of(Night.at(401)))
                                .setSeconds(7_200 - 401)
                                .build());
    }

    @Test
    void onlyTheSecondsOfAnOutageThatArePartOfADriveCount() {
        night.add(
                new Night()
                        .begun()
                        .lost(50)
                        .accepted("k", 100)
                        .pickedUp("k", 300)
                        .found(350)
                        .over("k", 400)
                        .lost(500)
                        .ended(600)
                        .list());

        assertThat(night.statements.get(WORK).silentDrives())
                .containsExactly(new SilentDrive(Night.at(100), 250));
    }
}
