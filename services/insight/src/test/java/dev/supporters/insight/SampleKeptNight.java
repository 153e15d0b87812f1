package dev.supporters.insight;

import static dev.supporters.insight.SampleNight.at;

import dev.supporters.contract.Position;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.insight.night.CountedNight;
import dev.supporters.insight.night.NightCounts;
import dev.supporters.insight.night.NightCounts.CallTotals;
import dev.supporters.insight.night.NightCounts.CommandCounts;
import dev.supporters.insight.night.NightCounts.ShiftCounts;
import dev.supporters.insight.night.RegionNight;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.insight.v1.CallStates;
import dev.supporters.proto.insight.v1.CallStep;
import dev.supporters.proto.insight.v1.NightStates;
import dev.supporters.proto.insight.v1.SupporterActivity;
import dev.supporters.proto.insight.v1.SupporterStates;
import dev.supporters.proto.insight.v1.SupporterStep;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Nights as they are counted and kept, with calls around the middle of a city through the whole night. */
public final class SampleKeptNight {

    private static final DemandCells CELLS = new DemandCells();

    private SampleKeptNight() {}

    /**
     * A night that was counted when it was four hours old.
     *
     * @param facts the more, the newer the count
     * @param length of its window
     */
    public static CountedNight counted(
            RegionNight key, int calls, int supporters, int facts, Duration length) {
        Instant begin = begin(key);
        return new CountedNight(
                key,
                begin,
                begin.plus(length),
                begin.plus(Duration.ofHours(4)),
                new NightCounts(
                        facts,
                        new CallTotals(calls, 0, 0, 0, 0, 0, List.of()),
                        CommandCounts.NONE,
                        new ShiftCounts(
                                supporters,
                                Optional.empty(),
                                0,
                                Map.of(),
                                ShiftCounts.NONE.tripRates())));
    }

    /** What is kept of it: its calls, and two drives that ended elsewhere. */
    public static NightStates kept(RegionNight key, int calls, Duration length) {
        Instant begin = begin(key);
        NightStates.Builder night =
                NightStates.newBuilder()
                        .setProduct(key.product())
                        .setRegion(key.region())
                        .setBusinessDate(key.businessDate().toString())
                        .setBeginTime(Timestamps.of(begin))
                        .setEndTime(Timestamps.of(begin.plus(length)));
        for (int number = 0; number < calls; number++) {
            Position place = new Position(37.5 + number % 5 * .012, 127 + number % 7 * .012);
            night.addCalls(
                    CallStates.newBuilder()
                            .setCallId(Integer.toString(number))
                            .setCell(CELLS.cell(place))
                            .addSteps(
                                    CallStep.newBuilder()
                                            .setTimeMillis(
                                                    begin.plus(
                                                                    Duration.ofMinutes(
                                                                            number
                                                                                    * (length
                                                                                                    .toMinutes()
                                                                                            - 1)
                                                                                    / calls))
                                                            .toEpochMilli())
                                            .setState(CallState.CALL_STATE_REQUESTED)));
        }
        night.addSupporters(drive(begin, new Position(37.45, 126.95)));
        night.addSupporters(drive(begin, new Position(37.56, 127.08)));
        return night.build();
    }

    /** 21:00 of its date in Seoul. */
    private static Instant begin(RegionNight key) {
        return at(0).plus(
                        Duration.between(
                                SampleNight.FRIDAY.atStartOfDay(),
                                key.businessDate().atStartOfDay()));
    }

    private static SupporterStates drive(Instant begin, Position end) {
        return SupporterStates.newBuilder()
                .addSteps(
                        step(
                                begin,
                                30,
                                SupporterActivity.SUPPORTER_ACTIVITY_DRIVING,
                                new Position(37.5, 127)))
                .addSteps(step(begin, 50, SupporterActivity.SUPPORTER_ACTIVITY_FREE, end))
                .build();
    }

    private static SupporterStep step(
            Instant begin, int minute, SupporterActivity activity, Position place) {
        return SupporterStep.newBuilder()
                .setTimeMillis(begin.plus(Duration.ofMinutes(minute)).toEpochMilli())
                .setActivity(activity)
                .setCell(CELLS.cell(place))
                .build();
    }
}
