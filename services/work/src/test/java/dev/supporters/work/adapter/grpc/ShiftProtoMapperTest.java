package dev.supporters.work.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.work.v1.Work;
import dev.supporters.proto.work.v1.WorkEndReason;
import dev.supporters.proto.work.v1.WorkState;
import dev.supporters.proto.work.v1.WorkType;
import dev.supporters.work.TestShifts;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.Shift.EndReason;
import dev.supporters.work.shift.Shift.Ended;
import dev.supporters.work.shift.Shift.Ending;
import dev.supporters.work.shift.Shift.Resting;
import dev.supporters.work.shift.Shift.Working;
import dev.supporters.work.shift.ShiftDetails;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class ShiftProtoMapperTest {

    private final TestShifts shifts = new TestShifts();
    private final ShiftDetails details = shifts.details("d1");

    @Test
    void showsAnEndedShiftWhole() {
        Work work =
                shown(
                        new Ended(
                                details,
                                Duration.ofMinutes(5),
                                TestShifts.WINDOW_END,
                                EndReason.WINDOW));

        assertThat(work)
                .isEqualTo(
                        Work.newBuilder()
                                .setWorkId("d1-driver-2026-11-20")
                                .setDriverId("d1")
                                .setProduct(Product.PRODUCT_DRIVER)
                                .setWorkType(WorkType.WORK_TYPE_HOURLY)
                                .setRegion("seoul")
                                .setBusinessDate("2026-11-20")
                                .setState(WorkState.WORK_STATE_ENDED)
                                .setBeginTime(Timestamps.of(details.begin()))
                                .setEndTime(Timestamps.of(TestShifts.WINDOW_END))
                                .setWindowEndTime(Timestamps.of(TestShifts.WINDOW_END))
                                .setRestedSeconds(300)
                                .setEndReason(WorkEndReason.WORK_END_REASON_WINDOW)
                                .setVersion(4)
                                .setRegionReason("switched_off")
                                .build());
    }

    @Test
    void showsEveryStateByItsName() {
        assertThat(shown(new Working(details, Duration.ZERO)).getState())
                .isEqualTo(WorkState.WORK_STATE_WORKING);
        assertThat(shown(new Resting(details, Duration.ZERO, details.begin())).getState())
                .isEqualTo(WorkState.WORK_STATE_RESTING);
        assertThat(shown(new Ending(details, Duration.ZERO)).getState())
                .isEqualTo(WorkState.WORK_STATE_ENDING);
    }

    private static Work shown(Shift shift) {
        return ShiftProtoMapper.work(new Versioned<>("d1-driver-2026-11-20", 4, shift, false));
    }
}
