package dev.supporters.gateway.adapter.graphql.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

class PersistedDocumentProviderTest {

    private final PersistedDocumentProvider documents =
            new PersistedDocumentProvider(Map.of("ours", "{ ours }"));

    @Test
    void findsWhatCameWithItsHash() {
        String document = "{ theirs }";
        assertThat(documents.find(hash(document))).isEmpty();

        assertThat(documents.keep(hash(document), document)).isTrue();

        assertThat(documents.find(hash(document))).contains(document);
        assertThat(documents.find("ours")).contains("{ ours }");
        assertThat(documents.texts()).containsExactly("{ ours }");
    }

    @Test
    void nobodyPutsAnotherDocumentUnderAHash() {
        assertThat(documents.keep(hash("{ theirs }"), "{ another }")).isFalse();
        assertThat(documents.keep(7, "{ theirs }")).isFalse();
        assertThat(documents.keep(null, "{ theirs }")).isFalse();

        assertThat(documents.find(hash("{ theirs }"))).isEmpty();
        assertThat(documents.find(7)).isEmpty();
    }

    @Test
    void aLargeDocumentIsNotKept() {
        String document = "#".repeat(PersistedDocumentProvider.LONGEST + 1);

        assertThat(documents.keep(hash(document), document)).isTrue();

        assertThat(documents.find(hash(document))).isEmpty();
    }

    private static String hash(String document) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(document.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
