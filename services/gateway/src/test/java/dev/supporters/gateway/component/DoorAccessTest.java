package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.SampleCalls.call;
import static dev.supporters.gateway.component.GatewayRequests.ask;
import static dev.supporters.gateway.component.GatewayRequests.isCall;
import static dev.supporters.gateway.component.GatewayRequests.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.Application;
import dev.supporters.proto.driver.v1.ApplicationState;
import dev.supporters.proto.driver.v1.DriverServiceGrpc;
import dev.supporters.proto.driver.v1.GetApplicationResponse;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may use which root field: each field of the committed schema is asked by each kind of person for the business of one driver and
 * one customer. `access.csv` says who is let in; a new field without a line there fails. `-Dsupporters.access.update=true` writes the
 * file anew, to be read before it is committed.
 */
@QuarkusTest
class DoorAccessTest extends ComponentTest {

    private static final Path COMMITTED = Path.of("access.csv");
    private static final Path SCHEMA = Path.of("schema.graphql");
    private static final boolean UPDATE = Boolean.getBoolean("supporters.access.update");

    /** What is said to whoever is not let in; another's call or application is one that is not there. */
    private static final Set<String> NOT_LET_IN =
            Set.of(
                    "UNAUTHENTICATED",
                    "PERMISSION_DENIED",
                    "CALL_NOT_FOUND",
                    "APPLICATION_NOT_FOUND");

    private static final Application APPLICATION =
            Application.newBuilder()
                    .setApplicationId("a")
                    .setDriverId(DRIVER)
                    .setProduct(Product.PRODUCT_DRIVER)
                    .setRegion("seoul")
                    .setState(ApplicationState.APPLICATION_STATE_SUBMITTED)
                    .build();
    private static final Pattern LINE = Pattern.compile("[a-z]+,[a-zA-Z]+(,yes|,no)+");

    /** What tells whose it is, and whoever is told who asks and decides. */
    private static final Set<String> DECIDE_THEMSELVES =
            Set.of(
                    CallServiceGrpc.getGetMethod().getFullMethodName(),
                    CallServiceGrpc.getCancelMethod().getFullMethodName(),
                    DriverServiceGrpc.getGetApplicationMethod().getFullMethodName());

    /** Whoever was let in comes as far as the services' refusal, or the gateway's of a drive that goes on. */
    private static final Set<String> LET_IN = Set.of("MOVE_ENDED", "DRIVE_NOT_COMPLETED");

    @Test
    void letsInWhomTheTableLetsInAndNobodyElse() throws IOException {
        // Given
        isCall(services, call(CallState.CALL_STATE_ACCEPTED).build());
        services.answer(
                DriverServiceGrpc.getGetApplicationMethod(),
                request -> GetApplicationResponse.newBuilder().setApplication(APPLICATION).build());
        services.refuseAllElse(ErrorReason.ERROR_REASON_MOVE_ENDED);

        // When
        String found = table();

        // Then
        assertThat(found.lines().skip(1)).allMatch(line -> LINE.matcher(line).matches());
        if (UPDATE) {
            Files.writeString(COMMITTED, found);
        }
        assertThat(found)
                .as("%s (made anew by -Dsupporters.access.update=true)", COMMITTED)
                .isEqualTo(Files.readString(COMMITTED));
    }

    private String table() throws IOException {
        Map<String, String> tokens = issuer.persons();
        List<String> lines = new ArrayList<>();
        lines.add("kind,field," + String.join(",", tokens.keySet()));
        GraphQLSchema schema =
                UnExecutableSchemaGenerator.makeUnExecutableSchema(
                        new SchemaParser().parse(Files.readString(SCHEMA)));
        Map<String, GraphQLObjectType> roots = new LinkedHashMap<>();
        roots.put("query", schema.getQueryType());
        roots.put("mutation", schema.getMutationType());
        roots.put("subscription", schema.getSubscriptionType());
        roots.forEach((kind, root) -> {
            Function<String, Function<String, String>> door =
                    operation ->
                            token ->
                                    kind.equals("subscription")
                                            ? subscribed(token, operation)
                                            : asked(token, operation);
            root.getFieldDefinitions().forEach(field -> lines.add(line(kind, field, tokens, door)));
        });
        return String.join("\n", lines) + "\n";
    }

    private String line(
            String kind,
            GraphQLFieldDefinition field,
            Map<String, String> tokens,
            Function<String, Function<String, String>> door) {
        String operation = SampleOperations.operation(kind, field);
        return Stream.concat(
                        Stream.of(kind, field.getName()),
                        tokens.values().stream()
                                .map(token -> cell(door.apply(operation).apply(token))))
                .collect(Collectors.joining(","));
    }

    /** The reason of the answer's error, or "" for none. */
    private String asked(String token, String operation) {
        ExtractableResponse<Response> answer = ask(token, operation).extract();
        return answer.statusCode() == 401 ? "UNAUTHENTICATED" : reason(answer.jsonPath());
    }

    private static String subscribed(String token, String operation) {
        if (token.isEmpty()) {
            return "UNAUTHENTICATED"; // SocketProtocolTest: closed with 4403 before any operation
        }
        try (SubscriptionClient client = socket(Optional.empty(), Optional.of(token))) {
            client.next();
            client.subscribe(operation);
            JsonPath message = JsonPath.from(client.next());
            return switch (message.getString("type")) {
                case "error" -> message.getString("payload[0].extensions.reason");
                case "next" ->
                        Optional.ofNullable(
                                        message.getString("payload.errors[0].extensions.reason"))
                                .orElse("");
                default -> throw new AssertionError(operation + ": " + message.prettify());
            };
        }
    }

    private static String reason(JsonPath answer) {
        return answer.getList("errors") == null
                ? ""
                : String.valueOf(answer.getString("errors[0].extensions.reason"));
    }

    /** Anything but yes and no does not belong into the table: a sample that is not valid, or a service that was asked for somebody. */
    private String cell(String reason) {
        Set<String> asked = services.askedMethods();
        services.forgetRequests();
        if (NOT_LET_IN.contains(reason)) {
            return asked.stream()
                    .filter(method -> !DECIDE_THEMSELVES.contains(method))
                    .findFirst()
                    .orElse("no");
        }
        return reason.isEmpty() || LET_IN.contains(reason) ? "yes" : reason;
    }
}
