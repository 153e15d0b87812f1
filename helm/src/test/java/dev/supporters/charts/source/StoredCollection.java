package dev.supporters.charts.source;

import dev.supporters.charts.rendering.Folders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A collection that loses documents after a while, as the code declares it.
 *
 * @param archived whether they are moved to an archive before
 */
public record StoredCollection(String service, String name, boolean archived) {

    private static final Pattern DECLARED =
            Pattern.compile("CollectionSpec\\s*\\.of\\(\\s*\"([a-z_]+)\"([^;]*);");

    private static final Pattern AFTER =
            Pattern.compile("@WithDefault\\(\"(\\w+)\"\\)\\s+Duration after\\(\\)");

    private static final String PLATFORM =
            "platform/src/main/java/dev/supporters/platform/store/ArchiveConfig.java";

    /** Those of a service. */
    public static List<StoredCollection> of(String service) {
        try (Stream<Path> files =
                Files.walk(Folders.SERVICES.resolve(service).resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> DECLARED.matcher(Folders.read(file)).results())
                    .filter(found -> found.group(2).matches("(?s).*\\.(archived|deleted)By\\(.*"))
                    .map(found ->
                            new StoredCollection(
                                    service,
                                    found.group(1),
                                    found.group(2).contains(".archivedBy(")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How long after its end a document is moved to the archive; empty where there is none. */
    public Optional<String> after() {
        return archived ? setting("after").or(() -> Optional.of(usualAfter())) : Optional.empty();
    }

    /** How long after its end a document is deleted, as the service says it; empty if it leaves that to the platform. */
    public Optional<String> retention() {
        return setting("retention");
    }

    /** By which variable the retention is another one. */
    public String variable() {
        return key("retention").replaceAll("[^a-z]", "_").toUpperCase(Locale.ROOT);
    }

    private Optional<String> setting(String period) {
        return new ServiceSettings(service).value(key(period));
    }

    private String key(String period) {
        return "supporters.store.archive." + name + "." + period;
    }

    private static String usualAfter() {
        Matcher after = AFTER.matcher(Folders.read(Folders.SERVICES.resolve(PLATFORM)));
        if (!after.find()) {
            throw new IllegalStateException(PLATFORM + " has no default (expected: " + AFTER + ")");
        }
        return after.group(1);
    }
}
