package dev.supporters.work.shift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.work.v1.Work;
import dev.supporters.proto.work.v1.WorkEndReason;
import dev.supporters.proto.work.v1.WorkState;
import dev.supporters.work.Works;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class WorkMessagesTest {

    private final Works works = new Works();
    private final Frame frame = works.frame("d1");

    @Test
    void showsAnEndedWorkWhole() {
        Work work =
                shown(new Ended(frame, Duration.ofMinutes(5), Works.WINDOW_END, EndReason.WINDOW));

        assertThat(work)
                .isEqualTo(
                        Work.newBuilder()
                                .setWorkId("d1-driver-2026-11-20")
                                .setDriverId("d1")
                                .setProduct(Product.PRODUCT_DRIVER)
                                .setRegion("seoul")
                                .setBusinessDate("2026-11-20")
                                .setState(WorkState.WORK_STATE_ENDED)
                                .setBeginTime(Timestamps.of(frame.begin()))
                                .setEndTime(Timestamps.of(Works.WINDOW_END))
                                .setWindowEndTime(Timestamps.of(Works.WINDOW_END))
                                .setRestedSeconds(300)
                                .setEndReason(WorkEndReason.WORK_END_REASON_WINDOW)
                                .setVersion(4)
                                .build());
    }

    @Test
    void showsEveryStateByItsName() {
        assertThat(shown(new Working(frame, Duration.ZERO)).getState())
                .isEqualTo(WorkState.WORK_STATE_WORKING);
        assertThat(shown(new Resting(frame, Duration.ZERO, frame.begin())).getState())
                .isEqualTo(WorkState.WORK_STATE_RESTING);
        assertThat(shown(new Ending(frame, Duration.ZERO)).getState())
                .isEqualTo(WorkState.WORK_STATE_ENDING);
    }

    private static Work shown(Shift shift) {
        return WorkMessages.work(new Versioned<>("d1-driver-2026-11-20", 4, shift, false));
    }
}
