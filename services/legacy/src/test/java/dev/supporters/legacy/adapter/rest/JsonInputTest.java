package dev.supporters.legacy.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.legacy.adapter.rest.JsonInput.InvalidInputException;
import dev.supporters.legacy.dispatch.Submission;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.util.function.Consumer;

class JsonInputTest {

    @Test
    void keepsCoordinatesExactlyWhetherTheyAreTextOrNumbers() {
        // Given
        JsonObject json = call();
        json.getJsonObject("destination").put("lat", 37.39433886412452).put("lng", 127);

        // When
        Submission submission = LegacyJsonMapper.submission(JsonInput.parse(json.encode()));

        // Then
        assertThat(submission.details().origin().lat()).isEqualTo("37.39433886412452");
        assertThat(submission.details().destination().lat()).isEqualTo("37.39433886412452");
        assertThat(submission.details().destination().lng()).isEqualTo("127");
        assertThat(submission.details().stopover().given()).isFalse();
        assertThat(submission.released()).isEmpty();
    }

    @Test
    void refusesWhatIsMissingMalformedOrOutOfBounds() {
        assertBad(json -> json.remove("call_id"), "call_id", "nothing");
        assertBad(json -> json.put("call_id", "1x"), "call_id", "1x");
        assertBad(json -> json.put("registered", "yes"), "registered", "yes");
        assertBad(json -> json.put("product", " "), "product", " ");
        assertBad(json -> json.remove("customer_id"), "customer_id", "nothing");
        assertBad(json -> json.put("origin", "here"), "origin", "here");
        assertBad(json -> json.getJsonObject("origin").put("lat", "91"), "origin.lat", "91");
        assertBad(json -> json.getJsonObject("origin").remove("lng"), "origin.lng", "nothing");
        assertBad(
                json -> json.getJsonObject("destination").put("lng", 180.5),
                "destination.lng",
                "180.5");
        assertBad(
                json -> json.put("stopover", new JsonObject().put("lat", "x")),
                "stopover.lat",
                "x");
        assertBad(json -> json.getJsonObject("fare").put("amount", -1), "fare.amount", "-1");
        assertBad(json -> json.getJsonObject("fare").put("amount", 1.5), "fare.amount", "1.5");
        assertBad(
                json -> json.getJsonObject("fare").put("currency", "WONS"),
                "fare.currency",
                "WONS");
        assertBad(json -> json.put("distance_meters", "far"), "distance_meters", "far");
        assertBad(json -> json.put("requested_at", "now"), "requested_at", "now");
        assertBad(
                json -> json.put("released_command_ids", new JsonArray().add(1)),
                "released_command_ids",
                "[1]");
    }

    @Test
    void refusesWhatIsNoObject() {
        for (String body : new String[] {"", "x", "[]", "{\"a\":"}) {
            assertThatThrownBy(() -> JsonInput.parse(body))
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            bad -> assertThat(bad.field()).isEqualTo("body"));
        }
    }

    @Test
    void refusesPagesThatCannotBe() {
        assertThatThrownBy(() -> ListInput.since("yesterday"))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ListInput.size("0")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ListInput.after("x")).isInstanceOf(InvalidInputException.class);
        assertThat(ListInput.size("5000")).isEqualTo(1000);
        assertThat(ListInput.size("")).isEqualTo(200);
    }

    private static void assertBad(Consumer<JsonObject> spoil, String field, String found) {
        JsonObject json = call();
        spoil.accept(json);
        assertThatThrownBy(() -> LegacyJsonMapper.submission(JsonInput.parse(json.encode())))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        bad -> {
                            assertThat(bad.field()).isEqualTo(field);
                            assertThat(bad.found()).isEqualTo(found);
                            assertThat(bad.expected()).isNotBlank();
                        });
    }

    private static JsonObject call() {
        return new JsonObject()
                .put("call_id", "254137")
                .put("registered", true)
                .put("product", "DRIVER")
                .put("customer_id", "7001")
                .put("customer_name", "김고객")
                .put("origin", place("37.39433886412452", "127.1105739023173"))
                .put("destination", place("37.5", "127.0"))
                .put("fare", new JsonObject().put("amount", 18_000).put("currency", "KRW"))
                .put("distance_meters", 12_300)
                .put("reason", "NO_SUPPORTER")
                .put("requested_at", "2026-11-20T12:30:00Z");
    }

    private static JsonObject place(String lat, String lng) {
        return new JsonObject().put("lat", lat).put("lng", lng);
    }
}
