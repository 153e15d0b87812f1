package dev.supporters.gateway.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.driver.v1.DriverServiceGrpc;
import dev.supporters.proto.driver.v1.ImportStatisticsResponse;
import dev.supporters.testkit.hostile.HostileRun;
import dev.supporters.testkit.hostile.HostileTables;
import dev.supporters.testkit.hostile.LogLines;
import dev.supporters.testkit.hostile.RandomValues;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whatever is in a file with days of drivers: its good rows are taken, the others are named, or it is refused as a whole. */
@QuarkusTest
class HostileImportTest extends ComponentTest {

    private static final int FILES = RandomValues.count(200);

    /** The files are sent as they are, whatever they are. */
    private static final RestAssuredConfig BYTES =
            RestAssuredConfig.config()
                    .encoderConfig(
                            EncoderConfig.encoderConfig()
                                    .encodeContentTypeAs("text/csv", ContentType.BINARY)
                                    .appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private static final Map<String, List<String>> COLUMNS =
            Map.of(
                    "driver_id", List.of("1004550", "7", "9900010"),
                    "date", List.of("2026-11-20", "2026-11-21"),
                    "completed_drives", List.of("0", "7", "1000"),
                    "cancelled_drives", List.of("0", "1"),
                    "accidents", List.of("0"),
                    "rating_count", List.of("0", "3"),
                    "average_rating", List.of("4.5", "4,5", "5"));

    @Test
    void randomFilesAreTakenOrRefusedForWhatTheySay() {
        services.answer(
                DriverServiceGrpc.getImportStatisticsMethod(),
                request ->
                        ImportStatisticsResponse.newBuilder()
                                .setTaken(request.getRowsCount())
                                .build());
        HostileTables tables = new HostileTables(COLUMNS);
        Map<String, Integer> answers = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        HostileRun run = HostileRun.at("import of drivers' days");
        try (LogLines log = new LogLines()) {
            for (int i = 0; i < FILES; i++) {
                byte[] file = tables.next();
                long begin = System.nanoTime();
                Response answer = upload(file);
                run.answered(System.nanoTime() - begin);
                answers.merge(kind(answer), 1, Integer::sum);
                if (answer.statusCode() >= 500) {
                    faults.add(
                            answer.statusCode()
                                    + " for "
                                    + new String(file, StandardCharsets.ISO_8859_1));
                }
            }

            System.out.println("random files with drivers' days: " + answers);
            assertThat(faults).isEmpty();
            assertThat(log.lines()).isEmpty();
            services.forget();
            run.end();
        }
        assertThat(answers).containsKeys("all taken", "some taken", "400");
    }

    private static String kind(Response answer) {
        if (answer.statusCode() != 200) {
            return String.valueOf(answer.statusCode());
        }
        return answer.jsonPath().getList("refused").isEmpty() ? "all taken" : "some taken";
    }

    private Response upload(byte[] file) {
        return RestAssured.given()
                .config(BYTES)
                .header("Authorization", "Bearer " + issuer.operator())
                .contentType("text/csv")
                .body(file)
                .post("/import/driver-statistics");
    }
}
