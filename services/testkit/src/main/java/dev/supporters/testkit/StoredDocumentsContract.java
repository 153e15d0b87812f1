package dev.supporters.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.store.CollectionSpec;

import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What every stored state must do: be read by all later versions. A service's test extends this and names its values; the states are
 * golden files in {@code src/test/resources/golden/<collection>/v<form>/<value>.json}, in MongoDB's canonical extended JSON. Every file
 * of every form must be read as the value of its name, and the mapper must write exactly the files of the newest form, which is
 * {@link CollectionSpec#form()}.
 *
 * <p>Who changes what a mapper writes increases the declaration's {@code storedForm} and writes the new form's files with
 * {@code -Dgolden.write=true} on purpose: {@code ./mvnw -pl services/<service> test -Dtest=<ThisTest> -Dgolden.write=true}. The files of
 * older forms stay as they are.
 */
public abstract class StoredDocumentsContract<T> {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final JsonWriterSettings CANONICAL =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).indent(true).build();

    protected abstract CollectionSpec<T> spec();

    /** One value of each kind of state, by the name of its golden file; times in whole milliseconds. */
    protected abstract Map<String, T> values();

    @TestFactory
    Stream<DynamicTest> everyStoredFormIsRead() {
        return forms().stream()
                .flatMap(form -> list(form).stream())
                .map(file ->
                        DynamicTest.dynamicTest(
                                file.getParent().getFileName() + "/" + name(file),
                                () ->
                                        assertThat(spec().mapper().read(parse(file)))
                                                .isEqualTo(values().get(name(file)))));
    }

    @Test
    void theNewestFormIsWhatTheMapperWrites() {
        Path newest = directory().resolve("v" + spec().form());
        if (Boolean.getBoolean("golden.write")) {
            values().forEach((name, value) -> write(newest.resolve(name + ".json"), value));
        }

        assertThat(forms()).last().isEqualTo(newest);
        assertThat(list(newest))
                .extracting(StoredDocumentsContract::name)
                .containsExactlyInAnyOrderElementsOf(values().keySet());
        values().forEach((name, value) ->
                assertThat(Document.parse(json(value)))
                        .as(
                                "%s/%s.json; if the change is wanted, increase storedForm and use"
                                        + " -Dgolden.write=true",
                                newest, name)
                        .isEqualTo(parse(newest.resolve(name + ".json"))));
    }

    private Path directory() {
        return GOLDEN.resolve(spec().name());
    }

    /** Oldest first. */
    private List<Path> forms() {
        return list(directory()).stream()
                .sorted(
                        Comparator.comparingInt(form ->
                                Integer.parseInt(form.getFileName().toString().substring(1))))
                .toList();
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new AssertionError("no golden files in " + directory, e);
        }
    }

    private void write(Path file, T value) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, json(value) + "\n");
        } catch (IOException e) {
            throw new AssertionError("cannot write " + file, e);
        }
    }

    private String json(T value) {
        return spec().mapper().write(value).toJson(CANONICAL);
    }

    private static Document parse(Path file) {
        try {
            return Document.parse(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError("cannot read " + file, e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".json", "");
    }
}
