package dev.supporters.local.options;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether what was packaged last is newer than everything it is made from, so that a night can begin without a build. */
final class BuildState {

    /** What the build of a module makes last. */
    private static final String SERVICE = "target/quarkus-app/quarkus-run.jar";

    private static final String COMMAND = "target/java.options";

    /** What every module is built by. */
    private static final List<String> SHARED = List.of("pom.xml", ".mvn", "services/pom.xml");

    private final Path root;

    BuildState(Path root) {
        this.root = root;
    }

    /** Whether the services for the JVM and the command of this folder need no build. */
    boolean isCurrent() {
        List<Path> modules = modules();
        Optional<FileTime> changed =
                Stream.concat(
                                SHARED.stream().map(root::resolve),
                                modules.stream().flatMap(BuildState::sources))
                        .map(BuildState::newest)
                        .flatMap(Optional::stream)
                        .max(Comparator.naturalOrder());
        List<Path> programs = programs();
        return changed.isPresent()
                && programs.size() > 1
                && programs.stream().allMatch(program -> isNewer(program, changed.get()))
                && modules.stream().allMatch(BuildState::isNewerThanItsSources);
    }

    private List<Path> programs() {
        List<Path> programs = new ArrayList<>();
        Path services = root.resolve("services");
        ServiceFolders.in(root)
                .forEach(name -> programs.add(services.resolve(name).resolve(SERVICE)));
        programs.add(services.resolve("local").resolve(COMMAND));
        return programs;
    }

    /** The modules that end up in a program. */
    private List<Path> modules() {
        try (Stream<Path> folders = Files.list(root.resolve("services"))) {
            List<Path> modules = new ArrayList<>(folders.toList());
            modules.add(root.resolve("protos"));
            modules.removeIf(module -> !Files.isDirectory(module.resolve("src/main")));
            return modules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A library that was built before its last change may be in a service that was packaged after it. */
    private static boolean isNewerThanItsSources(Path module) {
        Optional<FileTime> changed =
                sources(module)
                        .map(BuildState::newest)
                        .flatMap(Optional::stream)
                        .max(Comparator.naturalOrder());
        try (Stream<Path> made = Files.list(module.resolve("target"))) {
            return made.filter(file -> file.toString().endsWith(".jar"))
                    .allMatch(jar -> changed.isEmpty() || isNewer(jar, changed.get()));
        } catch (IOException e) {
            return false; // was never built
        }
    }

    private static Stream<Path> sources(Path module) {
        return Stream.of(module.resolve("pom.xml"), module.resolve("src/main"));
    }

    /** The last change of a file or of anything in a folder; of the folder, too, as a file may have been deleted. */
    private static Optional<FileTime> newest(Path fileOrFolder) {
        if (!Files.exists(fileOrFolder)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.walk(fileOrFolder)) {
            return all.map(BuildState::modified).max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNewer(Path file, FileTime time) {
        return Files.exists(file) && modified(file).compareTo(time) > 0;
    }

    private static FileTime modified(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
