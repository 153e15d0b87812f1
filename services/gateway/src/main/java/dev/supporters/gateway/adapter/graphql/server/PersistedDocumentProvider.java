package dev.supporters.gateway.adapter.graphql.server;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The documents of our own apps, by the SHA-256 of their text in hex: an app sends the hash alone. */
final class PersistedDocumentProvider {

    static final String FILE = "persisted-documents.json";

    private static final PersistedDocumentProvider OF_OUR_APPS = load();

    private final Map<String, String> documents;

    private PersistedDocumentProvider(Map<String, String> documents) {
        this.documents = Map.copyOf(documents);
    }

    static PersistedDocumentProvider ofOurApps() {
        return OF_OUR_APPS;
    }

    Optional<String> find(Object hash) {
        return hash instanceof String text
                ? Optional.ofNullable(documents.get(text))
                : Optional.empty();
    }

    Set<String> texts() {
        return Set.copyOf(documents.values());
    }

    private static PersistedDocumentProvider load() {
        try (InputStream file = PersistedDocumentProvider.class.getResourceAsStream("/" + FILE)) {
            return new PersistedDocumentProvider(
                    new JsonMapper().readValue(file, new TypeReference<Map<String, String>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
