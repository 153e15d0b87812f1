package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.call;
import static dev.supporters.gateway.component.GatewayRequests.isCall;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.testkit.hostile.HostileRun;
import dev.supporters.testkit.hostile.LogLines;
import dev.supporters.testkit.hostile.RandomValues;

import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Whatever the schema lets somebody ask, with whatever values, is answered or refused for what it says, and nothing of it is in the log. */
@QuarkusTest
class HostileOperationsTest extends ComponentTest {

    private static final int OPERATIONS = RandomValues.count(400);

    @Test
    void randomOperationsAreAnsweredOrRefusedForWhatTheySay() throws IOException {
        isCall(services, call(CallState.CALL_STATE_ACCEPTED).build());
        services.refuseAllElse(ErrorReason.ERROR_REASON_MOVE_ENDED);
        RandomOperations operations =
                new RandomOperations(
                        UnExecutableSchemaGenerator.makeUnExecutableSchema(
                                new SchemaParser()
                                        .parse(Files.readString(Path.of("schema.graphql")))),
                        new SplittableRandom(RandomValues.seed()));
        List<String> tokens =
                issuer.persons().values().stream().filter(token -> !token.isEmpty()).toList();
        Map<String, Integer> reasons = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        HostileRun run = HostileRun.at("GraphQL");

        try (LogLines log = new LogLines()) {
            for (int i = 0; i < OPERATIONS; i++) {
                String body = operations.next();
                long begin = System.nanoTime();
                Response answer =
                        given().header("Authorization", "Bearer " + tokens.get(i % tokens.size()))
                                .contentType(ContentType.JSON)
                                .body(body)
                                .post("/graphql");
                run.answered(System.nanoTime() - begin);
                List<String> found = reasons(answer);
                found.forEach(reason -> reasons.merge(reason, 1, Integer::sum));
                if (answer.statusCode() >= 500 || found.contains("INTERNAL")) {
                    faults.add(answer.statusCode() + " " + body + " -> " + answer.asString());
                }
            }
            System.out.println("random operations: " + reasons);
            assertThat(faults).isEmpty();
            assertThat(log.lines()).isEmpty();
            services.forget(); // what the fakes keep of them is none of ours
            run.end();
        }
    }

    private static List<String> reasons(Response answer) {
        if (!answer.contentType().contains("json")) {
            return List.of(String.valueOf(answer.statusCode()));
        }
        List<String> reasons = answer.jsonPath().getList("errors.extensions.reason");
        return reasons == null
                ? List.of("answered")
                : reasons.stream().map(String::valueOf).distinct().toList();
    }
}
