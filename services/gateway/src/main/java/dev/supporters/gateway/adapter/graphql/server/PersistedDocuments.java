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
final class PersistedDocuments {

    static final String FILE = "persisted-documents.json";

    private static final PersistedDocuments OF_OUR_APPS = load();

    private final Map<String, String> documents;

    private PersistedDocuments(Map<String, String> documents) {
        this.documents = Map.copyOf(documents);
    }

    static PersistedDocuments ofOurApps() {
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

    private static PersistedDocuments load() {
        try (InputStream file = PersistedDocuments.class.getResourceAsStream("/" + FILE)) {
            return new PersistedDocuments(
                    new JsonMapper().readValue(file, new TypeReference<Map<String, String>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
