package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.component.GatewayRequests.ask;
import static dev.supporters.gateway.component.GatewayRequests.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.zone.v1.ZoneEvent;
import dev.supporters.proto.events.zone.v1.ZonesPlanned;
import dev.supporters.proto.work.v1.GetStatusResponse;
import dev.supporters.proto.work.v1.Work;
import dev.supporters.proto.work.v1.WorkServiceGrpc;
import dev.supporters.proto.work.v1.WorkState;
import dev.supporters.proto.zone.v1.ContainsResponse;
import dev.supporters.proto.zone.v1.GetResponse;
import dev.supporters.proto.zone.v1.Zone;
import dev.supporters.proto.zone.v1.ZoneBasis;
import dev.supporters.proto.zone.v1.ZoneCell;
import dev.supporters.proto.zone.v1.ZoneCellState;
import dev.supporters.proto.zone.v1.ZonePlacement;
import dev.supporters.proto.zone.v1.ZoneServiceGrpc;
import dev.supporters.proto.zone.v1.Zones;
import dev.supporters.testkit.EventProbe;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** How the zones are shown. */
@QuarkusTest
class ZoneQueryTest extends ComponentTest {

    private static final Instant CLOSES = Instant.parse("2026-11-20T12:40:00Z");

    @Test
    void showsZonesAlsoAsGeoJson() {
        // Given
        isPlan(zones(2));

        // When
        ValidatableResponse answer =
                ask(
                        issuer.operator(),
                        "{ zones(product: DRIVER, region: \"seoul\") { version basis forecastVersion zones { zoneId"
                                + " capacity occupancy overWageBound wagePerCall { amount } cells { cell state closesAt } }"
                                + " geoJson } }");

        // Then
        answer.body("errors", nullValue())
                .body("data.zones.version", equalTo(2))
                .body("data.zones.basis", equalTo("ZONES"))
                .body("data.zones.zones[0].zoneId", equalTo("3"))
                .body("data.zones.zones[0].capacity", nullValue())
                .body("data.zones.zones[0].occupancy", equalTo(4))
                .body("data.zones.zones[0].wagePerCall.amount", equalTo(11_250))
                .body("data.zones.zones[0].cells[0].state", equalTo("CLOSING"));
        JsonPath geoJson =
                JsonPath.from(answer.extract().jsonPath().getString("data.zones.geoJson"));
        assertThat(geoJson.getString("type")).isEqualTo("FeatureCollection");
        assertThat(geoJson.getString("features[0].geometry.type")).isEqualTo("Polygon");
        List<List<Float>> ring = geoJson.getList("features[0].geometry.coordinates[0]");
        assertThat(ring).hasSize(4).first().isEqualTo(ring.getLast());
        assertThat(ring.getFirst()).containsExactly(127f, 37.5f);
        assertThat(geoJson.getString("features[0].properties.closesAt"))
                .isEqualTo(CLOSES.toString());
    }

    @Test
    void mapsReadTheZonesFromAnAddress() {
        // Given
        isPlan(zones(2));

        // When
        Response first = geoJson(issuer.driver(), "DRIVER/seoul", "");
        Response again = geoJson(issuer.driver(), "DRIVER/seoul", first.header("ETag"));
        isPlan(zones(3));
        Response newer = geoJson(issuer.driver(), "DRIVER/seoul", first.header("ETag"));

        // Then
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.contentType()).startsWith("application/geo+json");
        assertThat(first.jsonPath().getString("features[0].properties.zoneId")).isEqualTo("3");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body().asString()).isEmpty();
        assertThat(newer.statusCode()).isEqualTo(200);
    }

    @Test
    void anAddressWithoutATokenOrWithAnUnknownProductIsRefused() {
        assertThat(geoJson("", "DRIVER/seoul", "").statusCode()).isEqualTo(401);
        Response unknown = geoJson(issuer.driver(), "PIZZA/seoul", "");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body().asString()).contains("product", "PIZZA", "DRIVER");
    }

    @Test
    void whatACallCostsIsForOperatorsAndServices() {
        // Given
        isPlan(
                zones(2).toBuilder()
                        .setWagePerCall(Money.newBuilder().setAmount(12_500).setCurrency("KRW"))
                        .build());
        String query =
                "{ zones(product: DRIVER, region: \"seoul\") { wagePerCall { amount }"
                        + " zones { zoneId wagePerCall { amount } } } }";

        // When and then
        ask(issuer.operator(), query)
                .body("data.zones.wagePerCall.amount", equalTo(12_500))
                .body("data.zones.zones[0].wagePerCall.amount", equalTo(11_250));
        for (String token : List.of(issuer.driver(), issuer.customer())) {
            ask(token, query)
                    .body("errors", nullValue())
                    .body("data.zones.wagePerCall", nullValue())
                    .body("data.zones.zones[0].zoneId", equalTo("3"))
                    .body("data.zones.zones[0].wagePerCall", nullValue());
        }
    }

    @Test
    void howManyMayBeAtWorkByTheWageBoundIsForOperatorsAndServices() {
        // Given
        Zone bounded =
                zones(2).getZones(0).toBuilder()
                        .setMaxWagePerCall(Money.newBuilder().setAmount(12_500).setCurrency("KRW"))
                        .setWageCapacity(6)
                        .build();
        isPlan(
                zones(2).toBuilder()
                        .addZones(bounded)
                        .addZones(bounded.toBuilder().setWageCapacity(0))
                        .build());
        String query = "{ zones(product: DRIVER, region: \"seoul\") { zones { wageCapacity } } }";

        // When and then
        ask(issuer.operator(), query)
                .body(
                        "data.zones.zones.wageCapacity",
                        contains(nullValue(), equalTo(6), equalTo(0)));
        ask(issuer.driver(), query)
                .body("errors", nullValue())
                .body("data.zones.zones.wageCapacity", everyItem(nullValue()));
    }

    @Test
    void needsAToken() {
        ask("", "{ zones(product: DRIVER, region: \"seoul\") { version } }").statusCode(401);
    }

    @Test
    void saysWhereAPositionIs() {
        // Given
        services.answer(
                ZoneServiceGrpc.getContainsMethod(),
                request ->
                        ContainsResponse.newBuilder()
                                .setRegion("seoul")
                                .setPlacement(ZonePlacement.ZONE_PLACEMENT_OUTSIDE)
                                .setBasis(ZoneBasis.ZONE_BASIS_ZONES)
                                .build());

        // When
        ValidatableResponse answer =
                ask(
                        issuer.driver(),
                        "{ zoneAt(product: DRIVER, location: {lat: 37.5, lng: 127}) { region placement basis zoneId cell { cell } } }");

        // Then
        answer.body("errors", nullValue())
                .body("data.zoneAt.region", equalTo("seoul"))
                .body("data.zoneAt.placement", equalTo("OUTSIDE"))
                .body("data.zoneAt.zoneId", nullValue())
                .body("data.zoneAt.cell", nullValue());
    }

    @Test
    void refusesAPositionThatIsNone() {
        ask(
                        issuer.driver(),
                        "{ zoneAt(product: DRIVER, location: {lat: 91, lng: 127}) { placement } }")
                .body("errors", hasSize(1))
                .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
    }

    @Test
    void warnsWhoBeganInACellThatCloses() {
        // Given
        isPlan(zones(2));
        isShift("west");

        // When
        ValidatableResponse answer = ask(issuer.driver(), workStatus());

        // Then
        answer.body("errors", nullValue())
                .body("data.workStatus.zoneId", equalTo("3"))
                .body("data.workStatus.zoneWarning.zoneId", equalTo("3"))
                .body("data.workStatus.zoneWarning.closesAt", equalTo(CLOSES.toString()));
    }

    @Test
    void warnsNobodyWhoseCellStaysOpen() {
        // Given
        isPlan(zones(2));
        isShift("east");

        // Then
        ask(issuer.driver(), workStatus()).body("data.workStatus.zoneWarning", nullValue());
        isShift("");
        ask(issuer.driver(), workStatus()).body("data.workStatus.zoneWarning", nullValue());
        // a socket of another test may be closing still, and read its own region
        assertThat(services.asked(ZoneServiceGrpc.getGetMethod()))
                .filteredOn(asked -> asked.getRegion().equals("seoul"))
                .hasSize(1);
    }

    @Test
    void followsThePlans() {
        // Given
        AtomicReference<Zones> newest = new AtomicReference<>(followed(2));
        services.answer(
                ZoneServiceGrpc.getGetMethod(),
                request -> GetResponse.newBuilder().setZones(newest.get()).build());
        try (var socket = socket(Optional.of(issuer.driver()), Optional.empty());
                EventProbe probe = EventProbe.ofTest()) {
            socket.next();
            socket.subscribe(
                    "subscription { zonesChanged(product: DRIVER, region: \"followed\") { version } }");
            assertThat(socket.next()).contains("\"version\":2");

            // When
            newest.set(followed(3));
            AtomicReference<String> next = new AtomicReference<>("");
            await().until(() -> {
                probe.tell(planned(newest.get()));
                socket.poll().ifPresent(next::set);
                return next.get().contains("next");
            });

            // Then
            assertThat(next.get()).contains("\"version\":3");
        }
    }

    /** Of a region of its own: what events of it still cause after the test is nobody else's. */
    private static Zones followed(long version) {
        return zones(version).toBuilder().setRegion("followed").build();
    }

    private static String workStatus() {
        return "{ workStatus(product: DRIVER) { zoneId zoneWarning { zoneId cell closesAt } } }";
    }

    private void isPlan(Zones zones) {
        services.answer(
                ZoneServiceGrpc.getGetMethod(),
                request -> GetResponse.newBuilder().setZones(zones).build());
    }

    private void isShift(String cell) {
        services.answer(
                WorkServiceGrpc.getGetStatusMethod(),
                request ->
                        GetStatusResponse.newBuilder()
                                .setWork(
                                        Work.newBuilder()
                                                .setWorkId("w")
                                                .setDriverId(DRIVER)
                                                .setProduct(Product.PRODUCT_DRIVER)
                                                .setRegion("seoul")
                                                .setState(WorkState.WORK_STATE_WORKING)
                                                .setZoneId(cell.isEmpty() ? "" : "3")
                                                .setZoneCell(cell))
                                .build());
    }

    private static Event planned(Zones zones) {
        return new Event(
                Topics.ZONES,
                "DRIVER/seoul",
                "supporters.zone.planned.v1",
                ZoneEvent.newBuilder()
                        .setPlanned(ZonesPlanned.newBuilder().setZones(zones))
                        .build());
    }

    private static Zones zones(long version) {
        ZoneCell.Builder west =
                ZoneCell.newBuilder()
                        .setCell("west")
                        .setState(ZoneCellState.ZONE_CELL_STATE_CLOSING)
                        .setDemand(.3)
                        .setCloseTime(Timestamps.of(CLOSES))
                        .addBoundary(Point.newBuilder().setLat(37.5).setLng(127))
                        .addBoundary(Point.newBuilder().setLat(37.5).setLng(127.01))
                        .addBoundary(Point.newBuilder().setLat(37.51).setLng(127));
        ZoneCell.Builder east =
                west.clone()
                        .setCell("east")
                        .setState(ZoneCellState.ZONE_CELL_STATE_OPEN)
                        .clearCloseTime();
        return Zones.newBuilder()
                .setProduct(Product.PRODUCT_DRIVER)
                .setRegion("seoul")
                .setVersion(version)
                .setBasis(ZoneBasis.ZONE_BASIS_ZONES)
                .setForecastVersion("tonight")
                .addZones(
                        Zone.newBuilder()
                                .setZoneId("3")
                                .setOccupancy(4)
                                .setDemand(1)
                                .setWagePerCall(
                                        Money.newBuilder().setAmount(11_250).setCurrency("KRW"))
                                .addCells(west)
                                .addCells(east))
                .build();
    }

    private static Response geoJson(String token, String path, String known) {
        RequestSpecification request = RestAssured.given();
        if (!token.isEmpty()) {
            request.auth().oauth2(token);
        }
        if (!known.isEmpty()) {
            request.header("If-None-Match", known);
        }
        return request.get("/zones/" + path + ".geojson");
    }
}
