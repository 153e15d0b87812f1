package dev.supporters.mlgateway.adapter.mongo;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.mlgateway.v1.MovePlanRecord;
import dev.supporters.proto.mlgateway.v1.MoveTickInputs;
import dev.supporters.proto.mlgateway.v1.PlannedMove;
import dev.supporters.proto.mlgateway.v1.PlannedMoves;
import dev.supporters.proto.mlgateway.v1.PlannedSupporter;
import dev.supporters.proto.mlgateway.v1.PlannedSupporterState;
import dev.supporters.testkit.StoredDocumentsContract;
import dev.supporters.testkit.TestClock;

import java.util.Map;

class StoredPlansTest extends StoredDocumentsContract<MovePlanRecord> {

    @Override
    protected CollectionSpec<MovePlanRecord> spec() {
        return MovePlanStores.PLANS;
    }

    @Override
    protected Map<String, MovePlanRecord> values() {
        return Map.of(
                "planned",
                MovePlanRecord.newBuilder()
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setRegion("seoul")
                        .setBusinessDate("2026-11-20")
                        .setPlanTime(Timestamps.of(TestClock.FRIDAY_NIGHT))
                        .setTick(119_678_520)
                        .setPlanner("instance-1")
                        .setForecast("tonight")
                        .setInputs(
                                MoveTickInputs.newBuilder()
                                        .setNowSeconds(1_800.25)
                                        .putObservedCalls(0x8830e1d8b3fffffL, 3)
                                        .addSupporters(
                                                PlannedSupporter.newBuilder()
                                                        .setDriverId("7")
                                                        .setState(
                                                                PlannedSupporterState
                                                                        .PLANNED_SUPPORTER_STATE_IDLE)
                                                        .setSinceMoveSeconds(
                                                                Double.POSITIVE_INFINITY)))
                        .setPlan(
                                PlannedMoves.newBuilder()
                                        .addMoves(
                                                PlannedMove.newBuilder()
                                                        .setDriverId("7")
                                                        .setValue(.1 + .2)))
                        .build());
    }
}
