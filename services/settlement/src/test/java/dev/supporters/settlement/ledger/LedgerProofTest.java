package dev.supporters.settlement.ledger;

import static dev.supporters.settlement.ledger.SettledNight.WORK;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.proto.events.work.v1.WorkEnded;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.events.work.v1.WorkRested;
import dev.supporters.proto.events.work.v1.WorkResumed;
import dev.supporters.settlement.Night;
import dev.supporters.settlement.archive.ArchivedEvent;
import dev.supporters.settlement.pay.Fact;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** What the ledger says, beside what the archived events say. */
class LedgerProofTest {

    private static final List<Fact> FACTS =
            new Night().begun().rested(600, 2, 1).resumed(1_200, 3, 2).ended(3_600, 4, 3).list();

    private final SettledNight night = new SettledNight();

    @Test
    void aLedgerThatSaysWhatTheEventsSayIsProven() {
        night.add(FACTS);
        archive(1_200);

        assertThat(night.statements.recompute(WORK).same()).isTrue();
        assertThat(differing()).isZero();
    }

    @Test
    void aLedgerThatSaysSomethingElseIsFound() {
        night.add(FACTS);
        archive(1_300);

        StatementService.Recomputation recomputed = night.statements.recompute(WORK);
        assertThat(recomputed.same()).isFalse();
        assertThat(recomputed.statement().calculation().paidSeconds()).isEqualTo(2_900);
        assertThat(differing()).isEqualTo(1);
    }

    /** The event of the resume came, and could not be written to the ledger. */
    @Test
    void aLedgerThatLacksAnEventIsNotProvenByItsOwnFacts() {
        night.add(FACTS.stream().filter(fact -> !(fact instanceof Fact.Resumed)).toList());
        archive(1_200);

        assertThat(night.statements.recompute(WORK).same()).isFalse();
        assertThat(night.statements.recompute(WORK).statement().isFinal()).isTrue();
    }

    @Test
    void aLedgerWhoseEventsCannotBeReadIsNotProven() {
        night.add(FACTS);
        night.archive.keep(
                new ArchivedEvent(
                        "e1",
                        WORK,
                        ArchivedEvent.SourceTopic.WORK,
                        Night.BEGIN,
                        ByteString.copyFromUtf8("no event")));

        assertThat(differing()).isEqualTo(1);
    }

    @Test
    void aLedgerThatIsOlderThanTheArchiveIsCalculatedFromItsFacts() {
        night.add(FACTS);

        assertThat(night.statements.recompute(WORK).same()).isTrue();
    }

    private double differing() {
        night.clock.set(Night.BEGIN.plus(Duration.ofDays(2)));
        night.proof.prove();
        return night.meters
                .get("supporters_settlement_ledgers_unlike_their_events")
                .gauge()
                .value();
    }

    private void archive(double resumed) {
        keep(
                event(0, 1)
                        .setBegun(
                                WorkBegun.newBuilder()
                                        .setHourlyWage(
                                                Money.newBuilder()
                                                        .setAmount(14_000)
                                                        .setCurrency("KRW"))));
        keep(event(600, 2).setRested(WorkRested.getDefaultInstance()));
        keep(event(resumed, 3).setResumed(WorkResumed.getDefaultInstance()));
        keep(event(3_600, 4).setEnded(WorkEnded.getDefaultInstance()));
    }

    private void keep(WorkEvent.Builder event) {
        night.archive.keep(ArchivedEvent.of("e" + event.getVersion(), event.build()));
    }

    private static WorkEvent.Builder event(double second, long version) {
        return WorkEvent.newBuilder()
                .setWorkId(Night.WORK)
                .setVersion(version)
                .setEventTime(Timestamps.of(Night.at(second)));
    }
}
