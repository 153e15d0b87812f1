package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.SampleCalls.call;
import static dev.supporters.gateway.component.GatewayRequests.isCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.call.v1.ListNearbyResponse;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.driver.v1.BatchGetResponse;
import dev.supporters.proto.driver.v1.DispatchState;
import dev.supporters.proto.driver.v1.DispatchStatus;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.DriverServiceGrpc;
import dev.supporters.proto.driver.v1.GetDispatchStatusResponse;
import dev.supporters.proto.move.v1.GetActiveResponse;
import dev.supporters.proto.move.v1.Move;
import dev.supporters.proto.move.v1.MoveServiceGrpc;
import dev.supporters.proto.tagging.v1.GetByUuidResponse;
import dev.supporters.proto.tagging.v1.HasResponse;
import dev.supporters.proto.tagging.v1.ListEntitiesResponse;
import dev.supporters.proto.tagging.v1.ListResponse;
import dev.supporters.proto.tagging.v1.Tag;
import dev.supporters.proto.tagging.v1.TaggingServiceGrpc;
import dev.supporters.proto.work.v1.GetStatusResponse;
import dev.supporters.proto.work.v1.Work;
import dev.supporters.proto.work.v1.WorkServiceGrpc;
import dev.supporters.proto.work.v1.WorkState;

import graphql.schema.diff.SchemaDiff;
import graphql.schema.diff.SchemaDiffSet;
import graphql.schema.diff.reporting.CapturingReporter;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What clients of the original contract (2019) send is valid, and answered as they expect. */
@QuarkusTest
class OriginalContractTest extends ComponentTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeEach
    void everythingIsThere() {
        Tag tag = Tag.newBuilder().setName("supporters:fit").setUuid("u-1").build();
        isCall(services, call(CallState.CALL_STATE_ACCEPTED).build());
        services.answer(
                CallServiceGrpc.getListNearbyMethod(),
                request ->
                        ListNearbyResponse.newBuilder()
                                .addCalls(call(CallState.CALL_STATE_GENERAL).clearDriverId())
                                .build());
        services.answer(
                DriverServiceGrpc.getGetMethod(),
                request ->
                        dev.supporters.proto.driver.v1.GetResponse.newBuilder()
                                .setDriver(driver())
                                .build());
        services.answer(
                DriverServiceGrpc.getBatchGetMethod(),
                request -> BatchGetResponse.newBuilder().addDrivers(driver()).build());
        services.answer(
                DriverServiceGrpc.getGetDispatchStatusMethod(),
                request ->
                        GetDispatchStatusResponse.newBuilder()
                                .setStatus(
                                        DispatchStatus.newBuilder()
                                                .setDriverId(DRIVER)
                                                .setState(DispatchState.DISPATCH_STATE_FREE))
                                .build());
        services.answer(
                MoveServiceGrpc.getGetActiveMethod(),
                request ->
                        GetActiveResponse.newBuilder()
                                .setMove(
                                        Move.newBuilder()
                                                .setMoveId("m")
                                                .setDriverId(DRIVER)
                                                .setDestination(
                                                        Place.newBuilder().setPoi("판교역 신분당선 3번출구")))
                                .build());
        services.answer(
                WorkServiceGrpc.getGetStatusMethod(),
                request ->
                        GetStatusResponse.newBuilder()
                                .setWork(Work.newBuilder().setState(WorkState.WORK_STATE_WORKING))
                                .build());
        services.answer(
                TaggingServiceGrpc.getGetMethod(),
                request ->
                        dev.supporters.proto.tagging.v1.GetResponse.newBuilder()
                                .setTag(tag)
                                .build());
        services.answer(
                TaggingServiceGrpc.getGetByUuidMethod(),
                request -> GetByUuidResponse.newBuilder().setTag(tag).build());
        services.answer(
                TaggingServiceGrpc.getListMethod(),
                request -> ListResponse.newBuilder().addTags(tag).build());
        services.answer(
                TaggingServiceGrpc.getListEntitiesMethod(),
                request -> ListEntitiesResponse.newBuilder().addEntityIds("call:254137").build());
        services.answer(
                TaggingServiceGrpc.getHasMethod(),
                request -> HasResponse.newBuilder().addTags("a").build());
    }

    @Test
    void runsEveryDocumentOfItsClients() {
        List<JsonNode> documents =
                resource("documents.jsonl")
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(OriginalContractTest::json)
                        .toList();

        assertThat(documents).hasSize(23);
        for (JsonNode document : documents) {
            boolean own = document.get("name").asText().endsWith("_noId");
            send(own ? issuer.driver() : issuer.operator(), document)
                    .statusCode(200)
                    .body("errors", nullValue());
        }
    }

    @Test
    void answersInTheTypesOfTheContract() {
        send(
                        issuer.operator(),
                        json(
                                "{\"query\":\"{ call(id: 254137) { status stopover fare tags { name } }"
                                        + " driverDispatchStatus(product: DRIVER, driverId: 1004550)"
                                        + " entityHasTags(entityId: \\\"driver:1004550\\\", tags: [\\\"a\\\"])"
                                        + " entities(tagName: \\\"a\\\") { entityId } }\"}"))
                .body("errors", nullValue())
                .body("data.call.status", equalTo("ACCEPTED"))
                .body("data.call.stopover", equalTo("SECRET stopover"))
                .body("data.call.fare", equalTo(18000))
                .body("data.call.tags[0].name", equalTo("SECRET-tag"))
                .body("data.driverDispatchStatus", equalTo("FREE"))
                .body("data.entityHasTags", equalTo(true))
                .body("data.entities[0].entityId", equalTo("call:254137"));
    }

    @Test
    void hasLostNothingOfTheContract() {
        CapturingReporter reporter = new CapturingReporter();
        new SchemaDiff()
                .diffSchema(
                        SchemaDiffSet.diffSetFromSdl(
                                schema(resource("contract.graphql")),
                                schema(RestAssured.get("/graphql/schema.graphql").asString())),
                        reporter);

        // a place's lat and lng were texts, and clients send numbers, too; an enum is a text on the
        // wire
        assertThat(reporter.getBreakages())
                .extracting(event -> event.getTypeName() + "." + event.getFieldName())
                .isSubsetOf("LocationInput.lat", "LocationInput.lng", "WorkStatus.state");
    }

    private static Driver driver() {
        return Driver.newBuilder().setDriverId(DRIVER).setName("Kim").build();
    }

    private static ValidatableResponse send(String token, JsonNode document) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(document.toString())
                .post("/graphql")
                .then();
    }

    private static graphql.schema.GraphQLSchema schema(String text) {
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(text));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (var stream = OriginalContractTest.class.getResourceAsStream("/original/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
