package dev.supporters.legacy.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.legacy.LegacyFixture;
import dev.supporters.legacy.dispatch.CallDetails;
import dev.supporters.legacy.dispatch.GeneralCall;
import dev.supporters.legacy.dispatch.GeneralCallState;
import dev.supporters.legacy.dispatch.HandOvers;
import dev.supporters.legacy.dispatch.StepReport;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.testkit.StoredDocumentsContract;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class StoredGeneralCallsTest extends StoredDocumentsContract<GeneralCall> {

    private final GeneralCallMapper mapper = new GeneralCallMapper();

    @Override
    protected CollectionSpec<GeneralCall> spec() {
        return LegacyStores.CALLS;
    }

    @Override
    protected Map<String, GeneralCall> values() {
        return Map.of(
                "offered", call(new GeneralCallState.Offered(LegacyFixture.NOW, "d1")),
                "taken", call(new GeneralCallState.Taken("d1")),
                "arrived", call(new GeneralCallState.Arrived("d1")),
                "picked-up", call(new GeneralCallState.PickedUp("d1")),
                "completed", call(new GeneralCallState.Completed("d1")),
                "cancelled", call(new GeneralCallState.Cancelled("")),
                "unserved", call(new GeneralCallState.Unserved()),
                "supporters", call(new GeneralCallState.Supporters(LegacyFixture.result("c1"))),
                "unknown-details",
                        call(
                                new GeneralCallState.Supporters(LegacyFixture.result("c1")),
                                CallDetails.UNKNOWN),
                "handed-over",
                        call(
                                new GeneralCallState.Unserved(),
                                LegacyFixture.details(),
                                new HandOvers(
                                        3,
                                        Optional.of(LegacyFixture.NOW),
                                        Optional.of(LegacyFixture.NOW.plusSeconds(2)))));
    }

    @Test
    void namesTheDriverAsEngagedOnlyWhileOneIsBound() {
        Document taken = mapper.write(call(new GeneralCallState.Taken("d1")));
        Document completed = mapper.write(call(new GeneralCallState.Completed("d1")));

        assertThat(taken.getString(GeneralCallMapper.ENGAGED_DRIVER)).isEqualTo("d1");
        assertThat(completed).doesNotContainKey(GeneralCallMapper.ENGAGED_DRIVER);
    }

    private static GeneralCall call(GeneralCallState state) {
        return call(state, LegacyFixture.details());
    }

    private static GeneralCall call(GeneralCallState state, CallDetails details) {
        return call(state, details, HandOvers.NONE);
    }

    private static GeneralCall call(
            GeneralCallState state, CallDetails details, HandOvers handOvers) {
        return new GeneralCall(
                LegacyFixture.ID,
                true,
                details,
                state,
                LegacyFixture.NOW,
                LegacyFixture.NOW.plusSeconds(1),
                List.of("c0"),
                List.of(LegacyFixture.result("c1")),
                List.of(new StepReport(2, StepReport.Step.DROPPED, "d1", LegacyFixture.NOW)),
                2,
                handOvers);
    }
}
