package dev.supporters.gateway.adapter.graphql.server;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.supporters.platform.digest.Sha256;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Documents by the SHA-256 of their text in hex, so that a client sends the hash alone: those of our own apps, and what other clients
 * have sent with its hash before (automatic persisted queries). The latter are as many as fit; those that were used longest ago go first,
 * and their clients send them again. Each process knows its own.
 */
final class PersistedDocumentProvider {

    static final String FILE = "persisted-documents.json";

    /** Larger ones are sent whole each time. */
    static final int LONGEST = 10_000;

    private static final long CHARACTERS = 1_000_000;
    private static final PersistedDocumentProvider INSTANCE = load();

    private final Map<String, String> ofOurApps;
    private final Cache<String, String> ofOthers =
            Caffeine.newBuilder()
                    .maximumWeight(CHARACTERS)
                    .weigher((String hash, String document) -> hash.length() + document.length())
                    .build();

    PersistedDocumentProvider(Map<String, String> ofOurApps) {
        this.ofOurApps = Map.copyOf(ofOurApps);
    }

    static PersistedDocumentProvider get() {
        return INSTANCE;
    }

    Optional<String> find(Object hash) {
        if (!(hash instanceof String text)) {
            return Optional.empty();
        }
        return Optional.ofNullable(ofOurApps.get(text))
                .or(() -> Optional.ofNullable(ofOthers.getIfPresent(text)));
    }

    /**
     * Keeps a document that came with its hash.
     *
     * @return whether it is its hash; if not, nothing is kept
     */
    boolean keep(Object hash, String document) {
        if (!(hash instanceof String text) || !text.equalsIgnoreCase(hashOf(document))) {
            return false;
        }
        if (document.length() <= LONGEST && !ofOurApps.containsKey(text)) {
            ofOthers.put(text, document);
        }
        return true;
    }

    /** The texts of our own apps. */
    Set<String> texts() {
        return Set.copyOf(ofOurApps.values());
    }

    private static String hashOf(String document) {
        return Sha256.hex(document);
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
