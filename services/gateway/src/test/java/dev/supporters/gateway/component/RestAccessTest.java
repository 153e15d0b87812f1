package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.call;
import static dev.supporters.gateway.component.GatewayRequests.isCall;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.gateway.component.SampleRequests.SampleRequest;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.ErrorReason;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may use which path of REST: each path and method of the committed OpenAPI document is asked by each kind of person for the business
 * of one driver and one customer. `access-rest.csv` says who is let in; a new path without a line there fails.
 * `-Dsupporters.access.update=true` writes the file anew, to be read before it is committed.
 */
@QuarkusTest
class RestAccessTest extends ComponentTest {

    private static final Path COMMITTED = Path.of("access-rest.csv");
    private static final boolean UPDATE = Boolean.getBoolean("supporters.access.update");
    private static final Set<String> NOT_LET_IN = Set.of("UNAUTHENTICATED", "PERMISSION_DENIED");

    /** Whoever was let in comes as far as the services' refusal. */
    private static final String LET_IN = "MOVE_ENDED";

    @Test
    void letsInWhomTheTableLetsInAndNobodyElse() throws IOException {
        // Given
        isCall(services, call(CallState.CALL_STATE_ACCEPTED).build());
        services.refuseAllElse(ErrorReason.ERROR_REASON_MOVE_ENDED);
        Map<String, String> persons = issuer.persons();
        List<String> lines = new ArrayList<>();
        lines.add("method,path," + String.join(",", persons.keySet()));

        // When
        for (SampleRequest request : new SampleRequests().all()) {
            List<String> line = new ArrayList<>(List.of(request.httpMethod(), request.template()));
            persons.values().forEach(token -> line.add(cell(request, token)));
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

    /** Anything but yes and no does not belong into the table: a sample that is not valid, or a service that was asked for somebody. */
    private String cell(SampleRequest sample, String token) {
        Response answer = asked(sample, token);
        Set<String> asked = services.askedMethods();
        services.forgetRequests();
        String reason =
                answer.statusCode() == 200
                        ? LET_IN
                        : answer.jsonPath().getString("details[0].reason");
        if (NOT_LET_IN.contains(reason)) {
            return asked.stream().findFirst().orElse("no");
        }
        return LET_IN.equals(reason) && !asked.isEmpty()
                ? "yes"
                : reason + " " + answer.jsonPath().getString("details[0].metadata");
    }

    private static Response asked(SampleRequest sample, String token) {
        RequestSpecification request =
                given().contentType(ContentType.JSON).urlEncodingEnabled(false);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        sample.body().ifPresent(request::body);
        return request.request(sample.httpMethod(), sample.path());
    }
}
