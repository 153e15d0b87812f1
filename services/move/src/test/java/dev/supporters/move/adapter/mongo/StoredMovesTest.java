package dev.supporters.move.adapter.mongo;

import dev.supporters.move.proposal.Destination;
import dev.supporters.move.proposal.DriverMoves;
import dev.supporters.move.proposal.EngagementStep;
import dev.supporters.move.proposal.Move;
import dev.supporters.move.proposal.MoveOrder;
import dev.supporters.move.proposal.Waiting;
import dev.supporters.move.proposal.WorkId;
import dev.supporters.move.proposal.WorkStep;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.testkit.StoredDocumentsContract;
import dev.supporters.testkit.TestClock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class StoredMovesTest extends StoredDocumentsContract<DriverMoves> {

    private static final Instant NOW = TestClock.FRIDAY_NIGHT.plusMillis(250);
    private static final WorkId WORK = new WorkId("1004550-driver-2026-11-20");

    @Override
    protected CollectionSpec<DriverMoves> spec() {
        return MoveStores.MOVES;
    }

    @Override
    protected Map<String, DriverMoves> values() {
        return Map.of(
                "nothing", driver(Optional.empty(), Optional.empty(), List.of()),
                "waiting",
                        driver(
                                Optional.empty(),
                                Optional.of(new Waiting(order("m1"), NOW.plusSeconds(60))),
                                List.of()),
                "proposed",
                        driver(
                                Optional.of(new Move.Proposed(order("m2"), WORK, NOW, 3)),
                                Optional.empty(),
                                List.of()),
                "accepted",
                        driver(
                                Optional.of(new Move.Accepted(order("m3"), WORK, NOW, 4)),
                                Optional.empty(),
                                List.of(
                                        over("m4", Move.Ending.DECLINED),
                                        over("m5", Move.Ending.EXPIRED),
                                        over("m6", Move.Ending.SUPERSEDED))));
    }

    private static DriverMoves driver(
            Optional<Move.Live> live, Optional<Waiting> waiting, List<Move.Over> past) {
        return new DriverMoves(
                Optional.of(
                        new WorkStep(
                                WORK, Product.PRODUCT_DRIVER, 2, WorkStep.Standing.RESTING, NOW)),
                Optional.of(new EngagementStep(WORK, 7, true, NOW)),
                live,
                waiting,
                past);
    }

    private static Move.Over over(String moveId, Move.Ending ending) {
        return new Move.Over(order(moveId), WORK, NOW, ending, 5);
    }

    private static MoveOrder order(String moveId) {
        return new MoveOrder(
                moveId,
                Product.PRODUCT_DRIVER,
                new Destination("37.4979", "127.0276", "Gangnam Station", ""),
                NOW.plus(Duration.ofMinutes(10)),
                "demand-7");
    }
}
