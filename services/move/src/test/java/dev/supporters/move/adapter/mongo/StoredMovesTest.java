package dev.supporters.move.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.Place;
import dev.supporters.contract.WorkId;
import dev.supporters.contract.WorkStep;
import dev.supporters.move.proposal.DriverMoves;
import dev.supporters.move.proposal.DriverMoves.WaitingSignal;
import dev.supporters.move.proposal.DriverState;
import dev.supporters.move.proposal.DriverState.KnownEngagement;
import dev.supporters.move.proposal.DriverState.KnownShift;
import dev.supporters.move.proposal.Move;
import dev.supporters.move.proposal.MoveSignal;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.testkit.StoredDocumentsContract;
import dev.supporters.testkit.TestClock;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class StoredMovesTest extends StoredDocumentsContract<DriverMoves> {

    private static final Instant NOW = TestClock.FRIDAY_NIGHT.plusMillis(250);
    private static final WorkId WORK = WorkId.ofStored("1004550-driver-2026-11-20");

    @Override
    protected CollectionSpec<DriverMoves> spec() {
        return MoveStores.MOVES;
    }

    @Override
    protected Map<String, DriverMoves> values() {
        return Map.of(
                "nothing", driver(Optional.empty(), Optional.empty(), List.of()),
                "unheard",
                        new DriverMoves(
                                new DriverState(Optional.empty(), Optional.empty()),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                Optional.of(NOW)),
                "waiting",
                        driver(
                                Optional.empty(),
                                Optional.of(new WaitingSignal(signal("m1"), NOW.plusSeconds(60))),
                                List.of()),
                "proposed",
                        driver(
                                Optional.of(new Move.Proposed(signal("m2"), WORK, NOW, 3)),
                                Optional.empty(),
                                List.of()),
                "accepted",
                        driver(
                                Optional.of(new Move.Accepted(signal("m3"), WORK, NOW, NOW, 4)),
                                Optional.empty(),
                                List.of(
                                        over("m4", Move.EndCause.DECLINED),
                                        over("m5", Move.EndCause.EXPIRED),
                                        over("m6", Move.EndCause.SUPERSEDED))),
                "acceptedLater",
                        driver(
                                Optional.of(
                                        new Move.Accepted(
                                                signal("m8"), WORK, NOW, NOW.plusSeconds(9), 4)),
                                Optional.empty(),
                                List.of()),
                "arrived",
                        driver(
                                "seoul",
                                Optional.of(new Move.Proposed(rest("a1"), WORK, NOW, 6)),
                                Optional.empty(),
                                List.of(over("m7", Move.EndCause.ARRIVED))));
    }

    @Test
    void aDocumentOfAnOlderFormThatTellsNothingOfADriverIsNotKept() {
        // Given
        Document form4 = new Document("past", List.of());

        // When
        DriverMoves read = spec().mapper().read(form4);

        // Then
        assertThat(spec().mapper().write(read))
                .containsEntry(spec().expiryField().orElseThrow(), Date.from(Instant.EPOCH));
    }

    /** Documents before form 3 did not keep the region. */
    private static DriverMoves driver(
            Optional<Move.Active> active, Optional<WaitingSignal> waiting, List<Move.Over> past) {
        return driver("", active, waiting, past);
    }

    private static DriverMoves driver(
            String region,
            Optional<Move.Active> active,
            Optional<WaitingSignal> waiting,
            List<Move.Over> past) {
        return new DriverMoves(
                new DriverState(
                        Optional.of(
                                new KnownShift(
                                        WORK,
                                        Product.PRODUCT_DRIVER,
                                        region,
                                        2,
                                        WorkStep.State.RESTING,
                                        NOW)),
                        Optional.of(new KnownEngagement(WORK, 7, true, NOW))),
                active,
                waiting,
                past);
    }

    private static Move.Over over(String moveId, Move.EndCause ending) {
        return new Move.Over(signal(moveId), WORK, NOW, ending, 5);
    }

    private static MoveSignal signal(String moveId) {
        return new MoveSignal(
                moveId,
                Product.PRODUCT_DRIVER,
                new MoveSignal.GoTo(new Place("37.4979", "127.0276", "Gangnam Station", "")),
                NOW.plus(Duration.ofMinutes(10)),
                "demand-7",
                Optional.empty());
    }

    private static MoveSignal rest(String adviceId) {
        return new MoveSignal(
                adviceId,
                Product.PRODUCT_DRIVER,
                new MoveSignal.Rest(),
                NOW.plus(Duration.ofMinutes(10)),
                "rest@1",
                Optional.of(NOW));
    }
}
