package dev.supporters.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** Of a key that a file of properties has twice the first value is lost, and nobody says so. */
class PropertiesFilesTest {

    static List<Path> files() {
        Path root = SourceTree.root();
        return Stream.of("services", "load-tests", "helm", "protos", ".mvn")
                .flatMap(folder -> SourceTree.files(root.resolve(folder), ".properties").stream())
                .filter(file -> !file.toString().contains("/node_modules/"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void noKeyStandsTwiceInAFile(Path file) throws IOException {
        ReadKeys keys = new ReadKeys();

        try (Reader reader = Files.newBufferedReader(file)) {
            keys.load(reader);
        }

        assertThat(keys.inOrder).isNotEmpty().doesNotHaveDuplicates();
    }

    /** Reads a file as programs do, and keeps each key that it meets. */
    private static final class ReadKeys extends Properties {

        private static final long serialVersionUID = 1L;

        private final transient List<Object> inOrder = new ArrayList<>();

        @Override
        public synchronized Object put(Object key, Object value) {
            inOrder.add(key);
            return super.put(key, value);
        }
    }
}
