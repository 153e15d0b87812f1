package dev.supporters.gateway.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.proto.common.v1.ErrorReason;

import io.grpc.Status;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HttpStatusMapperTest {

    @ParameterizedTest
    @CsvSource({
        "INVALID_ARGUMENT, 400",
        "UNAUTHENTICATED, 401",
        "PERMISSION_DENIED, 403",
        "NOT_FOUND, 404",
        "FAILED_PRECONDITION, 409",
        "ABORTED, 409",
        "ALREADY_EXISTS, 409",
        "RESOURCE_EXHAUSTED, 429",
        "INTERNAL, 500",
        "UNAVAILABLE, 503",
        "DEADLINE_EXCEEDED, 504"
    })
    void everyCodeHasItsStatus(Status.Code code, int status) {
        assertThat(HttpStatusMapper.http(code)).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource(ErrorReason.class)
    void noRefusalIsAnsweredAsSuccess(ErrorReason reason) {
        assertThat(HttpStatusMapper.http(ErrorReasons.code(reason))).isGreaterThanOrEqualTo(400);
    }
}
