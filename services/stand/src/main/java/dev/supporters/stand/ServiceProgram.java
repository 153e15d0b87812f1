package dev.supporters.stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the build made of a service, and how it is started. */
sealed interface ServiceProgram {

    ServiceSpec spec();

    /** What is run, if it has been built. */
    Optional<Path> file();

    List<String> command();

    /** Whether it starts as quickly as it can. */
    boolean recorded();

    /** One line: which of these are to be built, and how. */
    static String missing(List<ServiceProgram> unbuilt) {
        List<ServiceProgram> natives = unbuilt.stream().filter(Native.class::isInstance).toList();
        if (natives.isEmpty()) {
            return "not built: " + names(unbuilt, "") + " (expected: ./mvnw -Plocal builds them)";
        }
        return "no native executable: "
                + names(natives, "")
                + " (expected: ./mvnw -Dquick -Dnative package -am -pl "
                + names(natives, "services/")
                + " compiles them, with a GraalVM or Mandrel for JDK 25 in GRAALVM_HOME)";
    }

    private static String names(List<ServiceProgram> programs, String prefix) {
        return programs.stream()
                .map(program -> prefix + program.spec().name())
                .collect(Collectors.joining(","));
    }

    /** For the JVM. */
    record OnTheJvm(Path root, ServiceSpec spec, JvmProfile jvm) implements ServiceProgram {

        @Override
        public Optional<Path> file() {
            return Optional.of(jar()).filter(Files::exists);
        }

        @Override
        public List<String> command() {
            List<String> command = new ArrayList<>(StandConfig.java(root, jar(), spec.heap(), jvm));
            int afterTheProgram = 1;
            switch (jvm) {
                case RECORDING -> command.add(afterTheProgram, cache().record());
                case SOON_WARM, AS_IN_PRODUCTION -> {
                    if (cache().usable()) {
                        command.add(afterTheProgram, cache().use());
                    }
                }
            }
            return List.copyOf(command);
        }

        @Override
        public boolean recorded() {
            return cache().usable();
        }

        private AotCache cache() {
            return new AotCache(jar());
        }

        private Path jar() {
            return root.resolve("services/" + spec.name() + "/target/quarkus-app/quarkus-run.jar");
        }
    }

    /** A native executable. */
    record Native(Path root, ServiceSpec spec) implements ServiceProgram {

        @Override
        public Optional<Path> file() {
            Path target = root.resolve("services/" + spec.name() + "/target");
            try (DirectoryStream<Path> files = Files.newDirectoryStream(target, "*-runner")) {
                for (Path file : files) {
                    return Optional.of(file);
                }
                return Optional.empty();
            } catch (NoSuchFileException e) {
                return Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public List<String> command() {
            return List.of(file().orElseThrow().toString(), "-Xmx" + spec.heap() + "m");
        }

        @Override
        public boolean recorded() {
            return true;
        }
    }
}
