package dev.supporters.legacy.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.legacy.LegacyFixture;
import dev.supporters.legacy.dispatch.GeneralCall;
import dev.supporters.legacy.dispatch.GeneralCallState;
import dev.supporters.legacy.dispatch.StepReport;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import java.util.List;

class GeneralCallMapperTest {

    private final GeneralCallMapper mapper = new GeneralCallMapper();

    @Test
    void keepsEveryStateAsItIs() {
        List.of(
                        new GeneralCallState.Offered(LegacyFixture.NOW, "d1"),
                        new GeneralCallState.Taken("d1"),
                        new GeneralCallState.Arrived("d1"),
                        new GeneralCallState.PickedUp("d1"),
                        new GeneralCallState.Completed("d1"),
                        new GeneralCallState.Cancelled(""),
                        new GeneralCallState.Unserved(),
                        new GeneralCallState.Supporters(LegacyFixture.result("c1")))
                .forEach(state ->
                        assertThat(mapper.read(mapper.write(call(state)))).isEqualTo(call(state)));
    }

    @Test
    void namesTheDriverAsEngagedOnlyWhileOneIsBound() {
        Document taken = mapper.write(call(new GeneralCallState.Taken("d1")));
        Document completed = mapper.write(call(new GeneralCallState.Completed("d1")));

        assertThat(taken.getString(GeneralCallMapper.ENGAGED_DRIVER)).isEqualTo("d1");
        assertThat(completed).doesNotContainKey(GeneralCallMapper.ENGAGED_DRIVER);
    }

    private static GeneralCall call(GeneralCallState state) {
        return new GeneralCall(
                LegacyFixture.ID,
                true,
                LegacyFixture.details(),
                state,
                LegacyFixture.NOW,
                LegacyFixture.NOW.plusSeconds(1),
                List.of("c0"),
                List.of(LegacyFixture.result("c1")),
                List.of(new StepReport(2, StepReport.Step.DROPPED, "d1", LegacyFixture.NOW)),
                2);
    }
}
