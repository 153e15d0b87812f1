package dev.supporters.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import dev.supporters.embedded.EmbeddedStore;

import org.bson.BsonDateTime;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Copies that slow processes make late. */
class DocumentArchiveTest {

    @AutoClose private static final EmbeddedStore EMBEDDED = EmbeddedStore.start(0);

    @AutoClose
    private static final MongoClient CLIENT = MongoClients.create(EMBEDDED.connectionString());

    private static final CollectionSpec<String> SPEC =
            CollectionSpec.of("stays", new TextMapper()).archivedBy("end");

    private final DocumentArchive archive =
            DocumentArchive.open(CLIENT.getDatabase("archive"), SPEC, "end");

    @Test
    void anOlderCopyDoesNotTakeThePlaceOfANewerOne() {
        KnownCauses once = KnownCauses.none().unchangedBy("once");
        KnownCauses twice = once.unchangedBy("twice");

        archive.copy(document("a", 2, once));
        archive.copy(document("a", 2, KnownCauses.none()));
        archive.copy(document("a", 1, twice));
        assertThat(known("a")).isEqualTo(once);

        archive.copy(document("a", 2, twice));
        assertThat(known("a")).isEqualTo(twice);
        archive.copy(document("a", 3, KnownCauses.none()));
        assertThat(known("a")).isEqualTo(KnownCauses.none());
    }

    @Test
    void theCopyOfADocumentThatIsAWorkingOneAgainLeavesUnlessItIsNewer() {
        KnownCauses once = KnownCauses.none().unchangedBy("once");
        archive.copy(document("b", 2, KnownCauses.none()));
        archive.copy(document("c", 2, once));
        archive.copy(document("d", 1, KnownCauses.none()));

        archive.forget(document("b", 2, once));
        archive.forget(document("c", 2, once));
        archive.forget(document("d", 2, KnownCauses.none()));

        assertThat(archive.findAll(List.of("b", "c", "d")))
                .extracting(each -> each.getString("_id"))
                .containsExactly("c");
    }

    private KnownCauses known(String id) {
        return KnownCauses.of(archive.find(id).orElseThrow());
    }

    private static Document document(String id, long version, KnownCauses causes) {
        return causes.write(
                new Document("_id", id)
                        .append("version", version)
                        .append("state", new Document("end", new BsonDateTime(0)))
                        .append("outbox", List.of()));
    }

    private static final class TextMapper implements StateMapper<String> {

        @Override
        public Document write(String state) {
            return new Document("end", new BsonDateTime(0)).append("text", state);
        }

        @Override
        public String read(Document state) {
            return state.getString("text");
        }
    }
}
