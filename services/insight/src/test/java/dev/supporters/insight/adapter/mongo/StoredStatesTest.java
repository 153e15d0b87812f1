package dev.supporters.insight.adapter.mongo;

import static dev.supporters.insight.SampleNight.DRIVER;
import static dev.supporters.insight.SampleNight.FRIDAY;
import static dev.supporters.insight.SampleNight.at;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.insight.v1.CallStates;
import dev.supporters.proto.insight.v1.CallStep;
import dev.supporters.proto.insight.v1.NightStates;
import dev.supporters.proto.insight.v1.SupporterActivity;
import dev.supporters.proto.insight.v1.SupporterStates;
import dev.supporters.proto.insight.v1.SupporterStep;
import dev.supporters.testkit.StoredDocumentsContract;

import java.util.Map;

class StoredStatesTest extends StoredDocumentsContract<NightStates> {

    private static final long CELL = 0x8830e1d8b3fffffL;

    @Override
    protected CollectionSpec<NightStates> spec() {
        return InsightStores.STATES;
    }

    @Override
    protected Map<String, NightStates> values() {
        return Map.of(
                "night",
                NightStates.newBuilder()
                        .setProduct(DRIVER)
                        .setRegion("seoul")
                        .setBusinessDate(FRIDAY.toString())
                        .setBeginTime(Timestamps.of(at(0)))
                        .setEndTime(Timestamps.of(at(240)))
                        .setUpdateTime(Timestamps.of(at(60)))
                        .addCalls(
                                CallStates.newBuilder()
                                        .setCallId("1")
                                        .setCell(CELL)
                                        .addSteps(
                                                CallStep.newBuilder()
                                                        .setTimeMillis(at(1).toEpochMilli())
                                                        .setState(CallState.CALL_STATE_COMMANDED)
                                                        .setDriverId("7")))
                        .addSupporters(
                                SupporterStates.newBuilder()
                                        .setDriverId("7")
                                        .addSteps(
                                                SupporterStep.newBuilder()
                                                        .setTimeMillis(at(1).toEpochMilli())
                                                        .setActivity(
                                                                SupporterActivity
                                                                        .SUPPORTER_ACTIVITY_COMMANDED)
                                                        .setCell(CELL)
                                                        .setCallId("1")))
                        .build());
    }
}
