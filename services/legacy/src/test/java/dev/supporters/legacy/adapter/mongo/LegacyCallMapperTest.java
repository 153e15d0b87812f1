package dev.supporters.legacy.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.legacy.World;
import dev.supporters.legacy.dispatch.DispatchState;
import dev.supporters.legacy.dispatch.LegacyCall;
import dev.supporters.legacy.dispatch.Report;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import java.util.List;

class LegacyCallMapperTest {

    private final LegacyCallMapper mapper = new LegacyCallMapper();

    @Test
    void keepsEveryStateAsItIs() {
        List.of(
                        new DispatchState.Offered(World.NOW, "d1"),
                        new DispatchState.Taken("d1"),
                        new DispatchState.Arrived("d1"),
                        new DispatchState.PickedUp("d1"),
                        new DispatchState.Completed("d1"),
                        new DispatchState.Cancelled(""),
                        new DispatchState.Unserved(),
                        new DispatchState.Supporters(World.result("c1")))
                .forEach(state ->
                        assertThat(mapper.read(mapper.write(call(state)))).isEqualTo(call(state)));
    }

    @Test
    void namesTheDriverAsEngagedOnlyWhileOneIsBound() {
        Document taken = mapper.write(call(new DispatchState.Taken("d1")));
        Document completed = mapper.write(call(new DispatchState.Completed("d1")));

        assertThat(taken.getString(LegacyCallMapper.ENGAGED_DRIVER)).isEqualTo("d1");
        assertThat(completed).doesNotContainKey(LegacyCallMapper.ENGAGED_DRIVER);
    }

    private static LegacyCall call(DispatchState state) {
        return new LegacyCall(
                World.ID,
                true,
                World.details(),
                state,
                World.NOW,
                World.NOW.plusSeconds(1),
                List.of("c0"),
                List.of(World.result("c1")),
                List.of(new Report(2, Report.Step.DROPPED, "d1", World.NOW)),
                2);
    }
}
