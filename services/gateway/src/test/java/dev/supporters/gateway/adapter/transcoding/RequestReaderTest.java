package dev.supporters.gateway.adapter.transcoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Message;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.call.v1.ListRequest;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.work.v1.BeginRequest;
import dev.supporters.proto.zone.v1.ContainsRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

class RequestReaderTest {

    private static final Map<String, String> DRIVER = Map.of("driver_id", "7");

    @Test
    void readsABodyAndThePath() {
        // When
        BeginRequest request =
                (BeginRequest)
                        begin(
                                """
                                {"requestId": "r1", "product": "PRODUCT_DRIVER", "app_version": "5.2.0",
                                 "location": {"lat": 37.5, "lng": 127.0}}\
                                """);
        // Then
        assertThat(request.getDriverId()).isEqualTo("7");
        assertThat(request.getRequestId()).isEqualTo("r1");
        assertThat(request.getProduct()).isEqualTo(Product.PRODUCT_DRIVER);
        assertThat(request.getAppVersion()).isEqualTo("5.2.0");
        assertThat(request.getLocation().getLat()).isEqualTo(37.5);
    }

    @Test
    void readsAQueryWithListsEnumsNumbersAndTimes() {
        // When
        ListRequest request =
                (ListRequest)
                        RequestReader.read(
                                method("/v1/calls", "GET"),
                                Map.of(),
                                RequestUri.query(
                                        "page_size=20&states=CALL_STATE_GENERAL&states=CALL_STATE_FAILED&beginTime=2026-11-20T12:30:00Z"),
                                new byte[0]);
        // Then
        assertThat(request.getPageSize()).isEqualTo(20);
        assertThat(request.getStatesList())
                .containsExactly(CallState.CALL_STATE_GENERAL, CallState.CALL_STATE_FAILED);
        assertThat(request.getBeginTime().getSeconds()).isEqualTo(1_795_177_800L);
    }

    @Test
    void readsFieldsWithinMessagesFromAQuery() {
        ContainsRequest request =
                (ContainsRequest)
                        RequestReader.read(
                                method("/v1/zones:contains", "GET"),
                                Map.of(),
                                RequestUri.query(
                                        "product=PRODUCT_DRIVER&position.lat=37.5&position.lng=-0.25"),
                                new byte[0]);

        assertThat(request.getPosition().getLat()).isEqualTo(37.5);
        assertThat(request.getPosition().getLng()).isEqualTo(-0.25);
    }

    @Test
    void aBodyMayRepeatThePathButNotContradictIt() {
        assertThat(((BeginRequest) begin("{\"driverId\": \"7\"}")).getDriverId()).isEqualTo("7");
        assertThatThrownBy(() -> begin("{\"driverId\": \"8\"}"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("driver_id: another value than in the path");
    }

    @Test
    void anEmptyBodyIsARequestWithoutFields() {
        assertThat(((BeginRequest) begin("")).getDriverId()).isEqualTo("7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"requestId\": \"a\"} {}",
                "{\"requestId\": \"a\", \"requestId\": \"b\"}",
                "{\"requestId\": \"a\", \"request_id\": \"b\"}",
                "{requestId: \"a\"}",
                "{'requestId': 'a'}",
                "{\"requestId\": \"a\",}",
                "{/* a comment */}",
                "{\"unknown\": 1}",
                "{\"requestId\": {}}",
                "{\"requestId\": [\"a\"]}",
                "{\"requestId\": 7}",
                "{\"requestId\": true}",
                "{\"product\": \"PRODUCT_OF_ANOTHER_HOUSE\"}",
                "{\"product\": true}",
                "{\"location\": \"here\"}",
                "{\"location\": {\"lat\": \"north\"}}",
                "{\"location\": {\"lat\": 1e999}}",
                "{\"location\": []}"
            })
    void refusesABodyThatIsNoRequest(String body) {
        assertThatThrownBy(() -> begin(body))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.reasonName()).isEqualTo("INVALID_ARGUMENT");
                            assertThat(refusal.offending().length()).isLessThan(250);
                        });
    }

    @Test
    void refusesWhatIsMadeToBeExpensive() {
        refused("{\"location\":".repeat(1000) + "1" + "}".repeat(1000));
        refused("[".repeat(100_000));
        refused("{\"location\": {\"lat\": " + "9".repeat(20_000) + "}}");
        refused("{\"location\": {\"lat\": 1e999999999}}");
        refused("{\"" + "x".repeat(100_000) + "\": 1}");
        refused("\u0000{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown=1",
                "page_size=many",
                "page_size=1&page_size=2",
                "page_size=1&pageSize=2",
                "begin_time=yesterday",
                "begin_time.seconds=1",
                "page_size.x=1",
                "=1",
                "states.=1"
            })
    void refusesAQueryThatIsNoRequest(String query) {
        assertThatThrownBy(() ->
                        RequestReader.read(
                                method("/v1/calls", "GET"),
                                Map.of(),
                                RequestUri.query(query),
                                new byte[0]))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("INVALID_ARGUMENT");
    }

    @Test
    void refusesAQueryBesideABodyAndABodyWhereNoneIsTaken() {
        assertThatThrownBy(() ->
                        RequestReader.read(
                                method("/v1/drivers/7/work:begin", "POST"),
                                DRIVER,
                                Map.of("product", List.of("PRODUCT_DRIVER")),
                                new byte[0]))
                .hasMessageContaining("no query");
        assertThatThrownBy(() ->
                        RequestReader.read(
                                method("/v1/calls", "GET"),
                                Map.of(),
                                Map.of(),
                                "{}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("no body");
    }

    @Test
    void refusesAQueryThatRepeatsThePath() {
        for (String query : List.of("driver_id=7", "driverId=8")) {
            assertThatThrownBy(() ->
                            RequestReader.read(
                                    method("/v1/drivers/7/work", "GET"),
                                    DRIVER,
                                    RequestUri.query(query),
                                    new byte[0]))
                    .hasMessageContaining("only what is not in the path");
        }
    }

    private static void refused(String body) {
        assertThatThrownBy(() -> begin(body))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("INVALID_ARGUMENT");
    }

    private static Message begin(String body) {
        return RequestReader.read(
                method("/v1/drivers/7/work:begin", "POST"),
                DRIVER,
                Map.of(),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static RestMethod method(String path, String httpMethod) {
        return RestMethods.find(httpMethod, RequestUri.segments(path)).orElseThrow().method();
    }
}
