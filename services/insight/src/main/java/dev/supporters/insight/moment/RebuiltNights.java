package dev.supporters.insight.moment;

import dev.supporters.contract.Position;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.insight.v1.CallStates;
import dev.supporters.proto.insight.v1.NightStates;
import dev.supporters.proto.insight.v1.SupporterActivity;
import dev.supporters.proto.insight.v1.SupporterStates;
import dev.supporters.proto.insight.v1.SupporterStep;
import dev.supporters.simulation.RecordedNight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes of what is kept of a night one that the simulation can play. Safe for use by several threads. */
public final class RebuiltNights {

    private final DemandCells cells = new DemandCells();

    /**
     * When and in which cell its calls were requested, and where drives ended.
     *
     * @param states with at least one call
     */
    public RecordedNight of(NightStates states) {
        return new RecordedNight(
                Timestamps.instant(states.getBeginTime()),
                states.getCallsList().stream().map(this::request).toList(),
                states.getSupportersList().stream()
                        .flatMap(supporter -> driveEnds(supporter).stream())
                        .toList());
    }

    private RecordedNight.Request request(CallStates call) {
        return new RecordedNight.Request(
                Instant.ofEpochMilli(call.getSteps(0).getTimeMillis()),
                cells.center(call.getCell()));
    }

    /** A drive that has left the customer's cell ended where the next step is. */
    private List<Position> driveEnds(SupporterStates supporter) {
        List<Position> ends = new ArrayList<>();
        SupporterStep before = SupporterStep.getDefaultInstance();
        for (SupporterStep step : supporter.getStepsList()) {
            boolean drove = before.getActivity() == SupporterActivity.SUPPORTER_ACTIVITY_DRIVING;
            if (drove && step.getCell() != before.getCell()) {
                ends.add(cells.center(step.getCell()));
            }
            before = step;
        }
        return ends;
    }
}
