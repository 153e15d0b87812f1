package dev.supporters.local.options;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

class BuildStateTest {

    private static final Instant WRITTEN = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant BUILT = WRITTEN.plusSeconds(60);
    private static final Instant LATER = BUILT.plusSeconds(60);

    @TempDir private Path root;

    /** A library, two services and the command. */
    @BeforeEach
    void write() throws IOException {
        for (String source :
                List.of(
                        "pom.xml",
                        ".mvn/jvm.config",
                        "protos/pom.xml",
                        "protos/src/main/proto/call.proto",
                        "services/pom.xml",
                        "services/platform/pom.xml",
                        "services/platform/src/main/java/Clock.java",
                        "services/call/pom.xml",
                        "services/call/src/main/resources/application.properties",
                        "services/call/src/test/java/CallTest.java",
                        "services/work/pom.xml",
                        "services/work/src/main/resources/application.properties",
                        "services/local/pom.xml",
                        "services/local/src/main/java/Local.java")) {
            file(source);
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.toList()) {
                changed(each, WRITTEN);
            }
        }
    }

    @Test
    void nothingIsCurrentBeforeTheFirstBuild() {
        assertThat(current()).isFalse();
    }

    @Test
    void afterABuildEverythingIsCurrent() throws IOException {
        build();

        assertThat(current()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                ".mvn/jvm.config",
                "services/pom.xml",
                "services/call/pom.xml",
                "services/call/src/main/resources/application.properties",
                "services/platform/src/main/java/Clock.java",
                "services/local/src/main/java/Local.java",
                "protos/src/main/proto/call.proto"
            })
    void aChangeAfterTheBuildWantsOne(String source) throws IOException {
        build();

        changed(root.resolve(source), LATER);

        assertThat(current()).isFalse();
    }

    @Test
    void aFileThatWasDeletedWantsABuild() throws IOException {
        build();

        Path deleted = root.resolve("services/platform/src/main/java/Clock.java");
        Files.delete(deleted);

        assertThat(Files.getLastModifiedTime(deleted.getParent()).toInstant()).isAfter(BUILT);
        assertThat(current()).isFalse();
    }

    @Test
    void aChangedTestWantsNone() throws IOException {
        build();

        changed(root.resolve("services/call/src/test/java/CallTest.java"), LATER);

        assertThat(current()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services/work/target/quarkus-app/quarkus-run.jar",
                "services/local/target/java.options"
            })
    void whatIsNotThereIsBuilt(String program) throws IOException {
        build();

        Files.delete(root.resolve(program));

        assertThat(current()).isFalse();
    }

    @Test
    void aLibraryThatWasChangedDuringTheBuildWantsAnother() throws IOException {
        build();
        changed(root.resolve("services/platform/target/platform.jar"), WRITTEN);

        changed(
                root.resolve("services/platform/src/main/java/Clock.java"),
                WRITTEN.plusSeconds(30));

        assertThat(current()).isFalse();
    }

    private boolean current() {
        return new BuildState(root).isCurrent();
    }

    private void build() throws IOException {
        for (String program :
                List.of(
                        "protos/target/protos.jar",
                        "services/platform/target/platform.jar",
                        "services/call/target/call.jar",
                        "services/call/target/quarkus-app/quarkus-run.jar",
                        "services/work/target/work.jar",
                        "services/work/target/quarkus-app/quarkus-run.jar",
                        "services/local/target/local.jar",
                        "services/local/target/java.options")) {
            changed(file(program), BUILT);
        }
    }

    private Path file(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, path);
    }

    private static void changed(Path path, Instant time) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(time));
    }
}
