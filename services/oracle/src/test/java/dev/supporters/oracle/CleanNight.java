package dev.supporters.oracle;

import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.settlement.v1.TimeClass;

/** One call driven by a supporter, one by a commission driver, one refused and cancelled; one shift. Nothing is wrong. */
final class CleanNight {

    private CleanNight() {}

    static NightScript script() {
        return new NightScript()
                .begun("work", "d", 0)
                .requested("c1", 10)
                .commanded("k1", "c1", "d", 10)
                .accepted("k1", "c1", "d", 15, true)
                .saw("c1", "d", 15)
                .result("c1", "d", "k1")
                .arrived("k1", "c1", "d", 100)
                .pickedUp("k1", "c1", "d", 130)
                .progressed(
                        "c1",
                        CallState.CALL_STATE_DRIVING,
                        DispatchPath.DISPATCH_PATH_SUPPORTERS,
                        130)
                .completed("k1", "c1", "d", 430)
                .ended(
                        "c1",
                        CallState.CALL_STATE_COMPLETED,
                        DispatchPath.DISPATCH_PATH_SUPPORTERS,
                        430)
                .requested("c2", 20)
                .sentToGeneral("c2", "NO_SUPPORTER", 20)
                .legacyCall("c2", "completed", "x", true)
                .ended(
                        "c2",
                        CallState.CALL_STATE_COMPLETED,
                        DispatchPath.DISPATCH_PATH_GENERAL,
                        900)
                .requested("c3", 500)
                .commanded("k3", "c3", "d", 500)
                .refused("k3", "c3", "d", 502)
                .sentToGeneral("c3", "REFUSED", 502)
                .legacyCall("c3", "cancelled", "", true)
                .ended(
                        "c3",
                        CallState.CALL_STATE_CANCELLED,
                        DispatchPath.DISPATCH_PATH_GENERAL,
                        700)
                .endedWork("work", "d", 1_000)
                .posted("work", "d", TimeClass.TIME_CLASS_WAITING, 15 + 570)
                .posted("work", "d", TimeClass.TIME_CLASS_TO_CUSTOMER, 115)
                .posted("work", "d", TimeClass.TIME_CLASS_DRIVING, 300);
    }
}
