package dev.supporters.gateway.component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The libraries that TypeScript sources import, and those that these import: file by file, as the bundler follows them. */
final class BundledLibraries {

    private static final Path MODULES = Path.of("target/node_modules");

    /** Also several in a line; but no type that a comment names. */
    private static final Pattern IMPORT =
            Pattern.compile("\\b(?:import|export)\\b[\\w*{},\\s$]*?[\"']([@.\\w][\\w@./-]*)[\"']");

    private final Set<String> libraries = new TreeSet<>();
    private final Set<Path> seen = new TreeSet<>();
    private final Deque<Path> files = new ArrayDeque<>();

    private BundledLibraries() {}

    static Set<String> of(Path sources) throws IOException {
        var found = new BundledLibraries();
        try (Stream<Path> all = Files.walk(sources)) {
            all.filter(file -> file.toString().endsWith(".ts")).forEach(found.files::add);
        }
        while (!found.files.isEmpty()) {
            found.follow(found.files.poll());
        }
        return found.libraries;
    }

    private void follow(Path file) throws IOException {
        if (!seen.add(file)) {
            return;
        }
        for (var match : IMPORT.matcher(Files.readString(file)).results().toList()) {
            String name = match.group(1);
            if (name.startsWith(".")) {
                add(file.resolveSibling(name).normalize());
            } else {
                libraries.add(library(name));
                add(MODULES.resolve(name));
            }
        }
    }

    /** A file as it is imported: its name, or without its ending; of a library alone its main file. */
    private void add(Path imported) throws IOException {
        for (Path file :
                List.of(imported, imported.resolveSibling(imported.getFileName() + ".js"))) {
            if (Files.isRegularFile(file) && file.toString().endsWith(".js")) {
                files.add(file);
                return;
            }
        }
        Path description = imported.resolve("package.json");
        if (Files.isRegularFile(description)) {
            var main =
                    Pattern.compile("\"(?:module|main)\": *\"([^\"]+)\"")
                            .matcher(Files.readString(description));
            if (main.find()) {
                add(imported.resolve(main.group(1)).normalize());
            }
        }
    }

    private static String library(String name) {
        String[] parts = name.split("/");
        return name.startsWith("@") ? parts[0] + "/" + parts[1] : parts[0];
    }
}
