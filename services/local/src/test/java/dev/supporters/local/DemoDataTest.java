package dev.supporters.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class DemoDataTest {

    @ParameterizedTest
    @EnumSource(
            value = Status.Code.class,
            names = {
                "UNAVAILABLE",
                "DEADLINE_EXCEEDED",
                "RESOURCE_EXHAUSTED",
                "ABORTED",
                "NOT_FOUND",
                "FAILED_PRECONDITION"
            })
    void whatMayPassIsTriedAgain(Status.Code code) {
        assertThat(DemoData.passing(code.toStatus().asRuntimeException())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.Code.class,
            mode = Mode.EXCLUDE,
            names = {
                "UNAVAILABLE",
                "DEADLINE_EXCEEDED",
                "RESOURCE_EXHAUSTED",
                "ABORTED",
                "NOT_FOUND",
                "FAILED_PRECONDITION"
            })
    void whatIsWrongInTheRequestIsToldAtOnce(Status.Code code) {
        assertThat(DemoData.passing(code.toStatus().asRuntimeException())).isFalse();
    }
}
