package dev.supporters.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;

import org.junit.jupiter.api.Test;

import java.util.List;

class EqualityIndexTest {

    private final EqualityIndex index =
            new EqualityIndex("driver", List.of(new IndexKey("driver", true)));

    @Test
    void findsByAFieldBesideOthers() {
        index.add(document(1, "ann"), 11, null);
        index.add(document(2, "bob"), 12, null);
        Document query = new Document("driver", "bob").append("date", "2026-11-20");

        assertThat(index.canHandle(query)).isTrue();
        assertThat(index.getPositions(query)).containsExactly(12);
    }

    @Test
    void findsByOneOfTheConditionsThatMustAllBeTrue() {
        index.add(document(1, "ann"), 11, null);
        index.add(document(2, "bob"), 12, null);
        Document query =
                new Document(
                        "$and",
                        List.of(new Document("date", "2026-11-20"), new Document("driver", "ann")));

        assertThat(index.canHandle(query)).isTrue();
        assertThat(index.getPositions(query)).containsExactly(11);
    }

    @Test
    void leavesQueriesWithoutTheFieldToOthers() {
        assertThat(index.canHandle(new Document("date", "2026-11-20"))).isFalse();
        assertThat(index.canHandle(new Document("$or", List.of(new Document("driver", "ann")))))
                .isFalse();
        assertThat(index.canHandle(new Document("driver", new Document("$gt", "a")))).isFalse();
    }

    private static Document document(int id, String driver) {
        return new Document("_id", id).append("driver", driver);
    }
}
