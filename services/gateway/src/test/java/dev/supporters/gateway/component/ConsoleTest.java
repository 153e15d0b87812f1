package dev.supporters.gateway.component;

import static io.restassured.RestAssured.get;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

import javax.imageio.ImageIO;

/** The browser console, as browsers get it. */
@QuarkusTest
class ConsoleTest extends ComponentTest {

    private static final Logger LOG = Logger.getLogger(ConsoleTest.class);

    /** What all pages may load together, in bytes as they travel. */
    private static final int MOST_BYTES = 300_000;

    private static final Pattern FILE =
            Pattern.compile("(?:src|href)=\"(/console/assets/[^\"]+)\"");

    private static final Pattern APPLE =
            Pattern.compile("rel=\"apple-touch-icon\" href=\"([^\"]+)\"");

    private static final Pattern LOADED = Pattern.compile("\"(/console/assets/[\\w-]+\\.js)\"");

    @Test
    void everyAddressOfThePageIsThePageAndIsAskedForAgain() {
        for (String path : List.of("/", "/console/tonight", "/console/calls/254137", "/console/")) {
            get(path)
                    .then()
                    .statusCode(200)
                    .contentType(containsString("text/html"))
                    .header("Cache-Control", equalTo("no-cache"))
                    .body(containsString("<supporters-shell>"));
        }
    }

    @Test
    void letsThePageRunAndAskNothingButOursAndTheIssuer() {
        String policy = get("/").then().statusCode(200).extract().header("Content-Security-Policy");

        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                .contains("connect-src 'self' " + FakeIssuer.ISSUER + ";")
                .doesNotContain("unsafe");
        String page = get("/").asString();
        assertThat(page).doesNotContain("http://", "https://", "<style", " style=");
        assertThat(page.replaceAll("<script[^>]*src=[^>]*>", "")).doesNotContain("<script>");
    }

    @Test
    void allPagesTogetherAreSmallAndAreKeptByBrowsers() throws IOException {
        // When
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String file : namesIn(get("/").asString(), FILE)) {
            fetch(file, files);
        }

        // Then
        assertThat(files.keySet())
                .anyMatch(file -> file.contains("tonight"))
                .anyMatch(file -> file.contains("driver-app"));
        int bytes = 0;
        for (byte[] file : files.values()) {
            bytes += packed(file);
        }
        LOG.warnf( // tests show nothing below a warning
                "console: %d kB gzip, all pages with map and charts (budget: %d kB)",
                bytes / 1000, MOST_BYTES / 1000);
        assertThat(bytes).isBetween(50_000, MOST_BYTES);
    }

    @Test
    void tellsThePageWhereToSignInAndWhatTimeItIs() {
        get("/console/settings.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-cache"))
                .body("authority", equalTo(FakeIssuer.ISSUER))
                .body("clientId", equalTo("supporters-console"))
                .body("roles.path", hasItem("groups"))
                .body("people.role", hasItem("operator"))
                .body("grpc", equalTo(true));
        String now = get("/console/clock").then().statusCode(200).extract().path("now");
        assertThat(Instant.parse(now)).isAfter(Instant.EPOCH);
    }

    @Test
    void theDriversAppMayBeInstalledAndItsWorkerIsAskedForAgain() {
        get("/console/manifest.webmanifest")
                .then()
                .statusCode(200)
                .body(containsString("/console/drive"));
        get("/console/sw.js")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-cache"))
                .contentType(startsWith("text/javascript"));
    }

    /** What browsers ask for before they offer to install it: a sign of 192 and one of 512 pixels, and one that may be cut to any shape. */
    @Test
    void theDriversAppHasItsSignInTheSizesThatPhonesAskFor() throws IOException {
        // Given
        List<Map<String, String>> icons =
                JsonPath.from(get("/console/manifest.webmanifest").asString()).getList("icons");
        Map<String, String> asked = new LinkedHashMap<>();
        icons.stream()
                .filter(icon -> icon.get("type").equals("image/png"))
                .forEach(icon -> asked.put(icon.get("src"), icon.get("sizes")));
        assertThat(asked).containsValues("192x192", "512x512");
        assertThat(icons).extracting(icon -> icon.get("purpose")).contains("any", "maskable");
        String apple = namesIn(get("/").asString(), APPLE).getFirst();
        asked.put(apple, "180x180");

        for (Map.Entry<String, String> icon : asked.entrySet()) {
            // When
            byte[] file =
                    get(icon.getKey())
                            .then()
                            .statusCode(200)
                            .contentType("image/png")
                            .extract()
                            .asByteArray();

            // Then
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
            assertThat(image.getWidth() + "x" + image.getHeight())
                    .as(icon.getKey())
                    .isEqualTo(icon.getValue());
        }
    }

    /** What is bundled is what the pages import, and what that imports. */
    @Test
    void hasTheNoticesOfAllLibrariesThatAreBundled() throws IOException {
        // Given
        Set<String> bundled = BundledLibraries.of(Path.of("src/main/resources/web/app"));

        // When
        String notices = get("/console/licenses.txt").then().statusCode(200).extract().asString();

        // Then
        assertThat(bundled).contains("lit", "ol");
        for (String library : bundled) {
            assertThat(notices).containsPattern("== " + Pattern.quote(library) + "\\R\\R\\S");
        }
    }

    @Test
    void browsersOfGraphQlAndRestAreNotServedUnlessAskedFor() {
        get("/q/graphql-ui/").then().statusCode(404);
        get("/q/swagger-ui/").then().statusCode(404);
    }

    @Test
    void aFileThatThereIsNotIsNoPage() {
        get("/console/nothing.js").then().statusCode(404);
        get("/other").then().statusCode(404);
    }

    @Test
    void answersOfGraphQlHaveTheirHeadersAsBefore() {
        GatewayRequests.ask(issuer.operator(), "{ __typename }")
                .statusCode(200)
                .header("Content-Security-Policy", not(containsString("default-src")));
    }

    /** A file, and those that it loads. */
    private static void fetch(String file, Map<String, byte[]> files) {
        if (files.containsKey(file)) {
            return;
        }
        byte[] content =
                get(file)
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", equalTo("public, max-age=31536000, immutable"))
                        .extract()
                        .asByteArray();
        files.put(file, content);
        namesIn(new String(content, UTF_8), LOADED).forEach(name -> fetch(name, files));
    }

    private static List<String> namesIn(String text, Pattern pattern) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static int packed(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            new ByteArrayInputStream(content).transferTo(gzip);
        }
        return bytes.size();
    }
}
