package dev.supporters.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import java.util.List;

class CollectionSpecTest {

    private static final StateMapper<Document> NONE =
            new StateMapper<>() {
                @Override
                public Document write(Document state) {
                    return state;
                }

                @Override
                public Document read(Document state) {
                    return state;
                }
            };
    private static final CollectionSpec<Document> CALLS =
            CollectionSpec.of("calls", NONE)
                    .index("customer", "customerId", "createTime", Query.ID, "state")
                    .index("created", "createTime", Query.ID)
                    .uniqueIndex("slot", "driverId", "product");
    private static final Query ANY = Query.atMost(10);

    @Test
    void equalityThenOrderThenOtherFieldsOfTheIndexAreServed() {
        served(ANY.equal("customerId", "c"));
        served(ANY.in("customerId", List.of("c", "d")).descending("createTime", Query.ID));
        served(
                ANY.equal("customerId", "c")
                        .in("state", List.of("A"))
                        .between("createTime", 1, 2)
                        .descending("createTime", Query.ID));
        served(ANY.between("createTime", 1, 2).ascending("createTime", Query.ID));
        served(ANY.ascending("createTime"));
        served(ANY.absent("customerId"));
        served(ANY.equal("product", "P").equal("driverId", "d"));
        served(ANY.equal(Query.ID, "x"));
        served(ANY.after(Query.ID, "x").ascending(Query.ID));
    }

    @Test
    void whatWouldReadTheWholeCollectionIsNot() {
        refused(ANY);
        refused(ANY.equal("state", "A"));
        refused(ANY.equal("colour", "red"));
        refused(ANY.equal("customerId", "c").equal("colour", "red"));
        refused(ANY.equal("customerId", "c").ascending("state"));
        refused(ANY.equal("state", "A").ascending("createTime"));
        refused(ANY.equal("product", "P"));
    }

    @Test
    void aUniqueIndexLeavesOutDocumentsSoItServesNoQueryThatWantsThem() {
        refused(ANY.ascending("driverId"));
        refused(ANY.absent("driverId"));
        served(ANY.present("driverId").ascending("driverId"));
    }

    @Test
    void theErrorNamesCollectionQueryAndIndexes() {
        assertThatThrownBy(() -> CALLS.requireIndexFor(ANY.equal("colour", "red")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("calls: no index serves")
                .hasMessageContaining("colour")
                .hasMessageContaining("customer[customerId, createTime, _id, state]")
                .hasMessageContaining("unique slot[driverId, product]");
    }

    @Test
    void anIndexNameIsTakenOnce() {
        assertThatThrownBy(() -> CALLS.index("created", "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CALLS.index("outbox", "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aQueryIsBounded() {
        assertThat(Query.atMost(Query.MAX_LIMIT).limit()).isEqualTo(10_000);
        assertThatThrownBy(() -> Query.atMost(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Query.atMost(10_001)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ANY.ascending("a").descending("b"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ANY.ascending("a").afterKey(1, 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void served(Query query) {
        assertThatCode(() -> CALLS.requireIndexFor(query)).doesNotThrowAnyException();
    }

    private static void refused(Query query) {
        assertThatThrownBy(() -> CALLS.requireIndexFor(query))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
