package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.CALL;
import static dev.supporters.gateway.SampleCalls.DRIVER;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.SubjectLimits;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.testkit.Embedded;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Who may use which path of the gateway's own, which the protos do not name: each is asked by each kind of person, and by the legacy
 * system. `access-paths.csv` says who is let in; `ArchitectureTest` fails for a new path without a line there.
 * `-Dsupporters.access.update=true` writes the file anew, to be read before it is committed.
 */
@QuarkusTest
@TestProfile(SchemaReadersTest.ForOperators.class)
class PathAccessTest extends ComponentTest {

    private static final Path COMMITTED = Path.of("access-paths.csv");
    private static final boolean UPDATE = Boolean.getBoolean("supporters.access.update");
    private static final String JSON = "application/json";

    /** Who was let in, and asked a service, gets the services' refusal. */
    private static final int REFUSED_BY_A_SERVICE = 409;

    private static final SamplePath ZONES =
            new SamplePath(
                    "GET",
                    "/zones/{product}/{region}.geojson",
                    "/zones/DRIVER/seoul.geojson",
                    JSON,
                    "");

    /** Those for operators, each of whom may use them at a person's pace. */
    private static final List<SamplePath> BY_HAND =
            List.of(
                    new SamplePath(
                            "POST",
                            "/import/driver-statistics",
                            "/import/driver-statistics",
                            "text/csv",
                            "driver_id,date,completed_drives\n7,2026-11-20,1\n"),
                    new SamplePath(
                            "GET",
                            "/export/statements/{businessDate}.csv",
                            "/export/statements/2026-11-20.csv",
                            JSON,
                            ""),
                    new SamplePath("GET", "/grpc/services", "/grpc/services", JSON, ""),
                    new SamplePath(
                            "POST",
                            "/grpc/{service}/{method}",
                            "/grpc/supporters.work.v1.WorkService/GetStatus",
                            JSON,
                            "{\"driverId\": \"7\", \"product\": \"PRODUCT_DRIVER\"}"));

    private static final List<SamplePath> OTHERS =
            List.of(
                    new SamplePath("GET", "/openapi.json", "/openapi.json", JSON, ""),
                    new SamplePath(
                            "GET", "/graphql/schema.graphql", "/graphql/schema.graphql", JSON, ""),
                    new SamplePath(
                            "PUT",
                            "/d/v1/calls/reject",
                            "/d/v1/calls/reject",
                            JSON,
                            "{\"call_id\": \"%s\", \"driver_id\": \"%s\", \"reason_code\": \"too_far\"}"
                                    .formatted(CALL, DRIVER)),
                    new SamplePath(
                            "PUT",
                            "/d/v1/calls/general_dispatch",
                            "/d/v1/calls/general_dispatch",
                            JSON,
                            "{\"request_id\": \"r1\", \"call_id\": \"%s\", \"step\": \"picked_up\", \"driver_id\": \"77\", \"event_time\": \"2026-11-20T12:30:00Z\"}"
                                    .formatted(CALL)));

    @Inject SubjectLimits limits;

    /** A path, and a request of it that is valid. */
    private record SamplePath(
            String httpMethod, String template, String path, String mediaType, String body) {}

    @BeforeEach
    void servicesRefuse() {
        services.refuseAllElse(ErrorReason.ERROR_REASON_MOVE_ENDED);
    }

    @Test
    void letsInWhomTheTableLetsInAndNobodyElse() throws IOException {
        // Given
        Map<String, String> persons = issuer.persons();
        persons.put("the legacy system", Embedded.LEGACY_TOKEN);
        List<SamplePath> samples = new ArrayList<>(List.of(ZONES));
        samples.addAll(BY_HAND);
        samples.addAll(OTHERS);
        List<String> lines = new ArrayList<>();
        lines.add("method,path," + String.join(",", persons.keySet()));

        // When
        for (SamplePath sample : samples) {
            List<String> line = new ArrayList<>(List.of(sample.httpMethod(), sample.template()));
            persons.values().forEach(token -> line.add(cell(sample, token)));
            lines.add(String.join(",", line));
        }
        String found = String.join("\n", lines) + "\n";

        // Then
        assertThat(lines.subList(1, lines.size()))
                .allMatch(line -> line.matches("[^,]+,[^,]+(,yes|,no)+"));
        if (UPDATE) {
            Files.writeString(COMMITTED, found);
        }
        assertThat(found)
                .as("%s (made anew by -Dsupporters.access.update=true)", COMMITTED)
                .isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void whoeverAsksTooOftenIsRefusedByEachAndNobodyElse() {
        // Given
        Principal greedy = new Principal("greedy-of-paths", Set.of());
        int limit = 2_000; // of GatewayEnvironment; the clock stands still
        IntStream.range(0, limit).forEach(each -> limits.countEverybody(greedy));

        // When and then
        isRefused(ZONES, issuer.token(greedy.id(), "driver"));
        assertThat(cell(ZONES, issuer.driver())).isEqualTo("yes");
        for (SamplePath sample : BY_HAND) {
            isRefused(sample, issuer.token(greedy.id(), "operator"));
            assertThat(cell(sample, issuer.operator())).isEqualTo("yes");
        }
    }

    private void isRefused(SamplePath sample, String token) {
        Response answer = asked(sample, token);
        assertThat(answer.statusCode()).as(sample.path()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).as(sample.path()).isEqualTo("1");
        assertThat(answer.asString()).contains("RESOURCE_EXHAUSTED");
        assertThat(services.askedMethods()).isEmpty();
    }

    /** Anything but yes and no does not belong into the table: a sample that is not valid, or a service that was asked for somebody. */
    private String cell(SamplePath sample, String token) {
        int status = asked(sample, token).statusCode();
        Set<String> asked = services.askedMethods();
        services.forgetRequests();
        return switch (status) {
            case 200, REFUSED_BY_A_SERVICE -> "yes";
            case 401, 403 -> asked.stream().findFirst().orElse("no");
            default -> String.valueOf(status);
        };
    }

    private static Response asked(SamplePath sample, String token) {
        RequestSpecification request = given().contentType(sample.mediaType());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!sample.body().isEmpty()) {
            request.body(sample.body());
        }
        return request.request(sample.httpMethod(), sample.path());
    }
}
