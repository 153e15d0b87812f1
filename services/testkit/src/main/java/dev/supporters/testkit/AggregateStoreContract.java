package dev.supporters.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.platform.store.DuplicateKey;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Money;

import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** What every store of aggregates must do. */
public abstract class AggregateStoreContract {

    /** A toy aggregate: a purse of somebody, with an amount. */
    public record Purse(String owner, int amount) {}

    /** Its mapper; an owner "" is not written. */
    public static final class PurseMapper implements StateMapper<Purse> {

        @Override
        public Document write(Purse purse) {
            Document document = new Document("amount", purse.amount());
            return purse.owner().isEmpty() ? document : document.append("owner", purse.owner());
        }

        @Override
        public Purse read(Document state) {
            return new Purse(state.get("owner", ""), state.getInteger("amount"));
        }
    }

    /** The toy collection's declaration. */
    protected static final CollectionSpec<Purse> PURSES =
            CollectionSpec.of("purses", new PurseMapper())
                    .index("amount", "amount", Query.ID)
                    .uniqueIndex("owner", "owner");

    private AggregateStore<Purse> purses;

    protected abstract AggregateStore<Purse> create();

    /** The payloads' amounts of all events so far, in their order. */
    protected abstract List<Long> published();

    @BeforeEach
    void open() {
        purses = create();
    }

    @Test
    void makesChangesAndFindsAnAggregate() {
        purses.change("a", "", (current, version) -> Optional.of(Change.to(new Purse("ann", 1))));

        Versioned<Purse> changed =
                purses.change(
                        "a", "", (current, version) -> Optional.of(Change.to(added(current, 4))));

        assertThat(changed).isEqualTo(new Versioned<>("a", 2, new Purse("ann", 5), false));
        assertThat(purses.find("a")).contains(new Versioned<>("a", 2, new Purse("ann", 5), false));
        assertThat(purses.find("b")).isEmpty();
        assertThat(purses.findAll(List.of("a", "b"))).hasSize(1);
    }

    @Test
    void leavesAllAsItIsWhenNothingIsToChange() {
        purses.change("a", "", (current, version) -> Optional.of(Change.to(new Purse("ann", 1))));

        Optional<Versioned<Purse>> same =
                purses.react("a", "", (current, version) -> Optional.empty());
        Optional<Versioned<Purse>> none =
                purses.react("b", "", (current, version) -> Optional.empty());

        assertThat(same).contains(new Versioned<>("a", 1, new Purse("ann", 1), false));
        assertThat(none).isEmpty();
    }

    @Test
    void appliesACauseOnce() {
        for (int i = 0; i < 3; i++) {
            purses.change(
                    "a",
                    "request-1",
                    (current, version) -> Optional.of(Change.to(added(current, 1), event(1))));
        }

        Versioned<Purse> repeated =
                purses.change(
                        "a",
                        "request-1",
                        (current, version) -> Optional.of(Change.to(added(current, 1))));

        assertThat(repeated).isEqualTo(new Versioned<>("a", 1, new Purse("ann", 1), true));
        assertThat(published()).containsExactly(1L);
    }

    @Test
    void aKeyWithAnotherBodyIsRefused() {
        purses.change(
                "a",
                RequestCause.of("add", "0", 1),
                (current, version) -> Optional.of(Change.to(added(current, 1), event(1))));

        assertThatThrownBy(() ->
                        purses.react(
                                "a",
                                RequestCause.of("add", "0", 2),
                                (current, version) -> Optional.of(Change.to(added(current, 2)))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_REQUEST_ID_REUSED));
        assertThat(purses.find("a")).map(Versioned::version).contains(1L);
    }

    @Test
    void aRequestThatFoundNothingToChangeIsRememberedWithItsBody() {
        put("a", new Purse("ann", 1));
        String asked = RequestCause.of("set", "0", 1);
        purses.react("a", asked, (current, version) -> Optional.empty());

        refusedAsReused("a", RequestCause.of("set", "0", 2));
        put("a", new Purse("ann", 9));
        Optional<Versioned<Purse>> again =
                purses.react(
                        "a",
                        asked,
                        (current, version) -> Optional.of(Change.to(added(current, 1))));

        assertThat(again).contains(new Versioned<>("a", 2, new Purse("ann", 9), true));
        assertThat(purses.change("a", "", (current, version) -> Optional.empty()).version())
                .isEqualTo(2);
    }

    @Test
    void howeverManyRequestsFindNothingToChangeTheChangesBeforeAreRemembered() {
        String first = RequestCause.of("add", "first", 1);
        purses.change("a", first, (current, version) -> Optional.of(Change.to(added(current, 1))));

        for (int i = 0; i < 100; i++) {
            purses.react(
                    "a",
                    RequestCause.of("set", "key-" + i, 1),
                    (current, version) -> Optional.empty());
        }

        assertThat(
                        purses.change(
                                        "a",
                                        first,
                                        (current, version) ->
                                                Optional.of(Change.to(added(current, 1))))
                                .repeated())
                .isTrue();
        refusedAsReused("a", RequestCause.of("set", "key-99", 2));
    }

    @Test
    void anEventThatFoundNothingToChangeMayComeAgain() {
        put("a", new Purse("ann", 1));
        purses.react("a", "event-1", (current, version) -> Optional.empty());

        Versioned<Purse> again =
                purses.change(
                        "a",
                        "event-1",
                        (current, version) -> Optional.of(Change.to(added(current, 1))));

        assertThat(again.repeated()).isFalse();
    }

    @Test
    void aRequestThatIsRefusedIsNotRemembered() {
        put("a", new Purse("ann", 1));
        assertThatThrownBy(() ->
                        purses.react(
                                "a",
                                RequestCause.of("set", "0", 1),
                                (current, version) -> {
                                    throw new Refusal(
                                            ErrorReason.ERROR_REASON_NOT_WORKING, "x", "y");
                                }))
                .isInstanceOf(Refusal.class);

        assertThat(
                        purses.change(
                                        "a",
                                        RequestCause.of("set", "0", 2),
                                        (current, version) ->
                                                Optional.of(Change.to(added(current, 2))))
                                .repeated())
                .isFalse();
    }

    /** One that changes nothing, and one with the same key that would: never both. */
    @RepeatedTest(20)
    void ofTwoBodiesWithOneKeyAtOnceOneIsTaken() {
        put("a", new Purse("ann", 1));

        List<Boolean> taken =
                Race.run(
                        () -> taken(RequestCause.of("set", "0", 1), current -> Optional.empty()),
                        () ->
                                taken(
                                        RequestCause.of("set", "0", 2),
                                        current -> Optional.of(Change.to(added(current, 2)))));

        assertThat(taken).containsOnlyOnce(true);
        assertThat(purses.find("a").orElseThrow().version()).isEqualTo(taken.get(1) ? 2 : 1);
    }

    private boolean taken(
            String cause, Function<Optional<Purse>, Optional<Change<Purse>>> decision) {
        try {
            purses.react("a", cause, (current, version) -> decision.apply(current));
            return true;
        } catch (Refusal reused) {
            return false;
        }
    }

    private void refusedAsReused(String id, String cause) {
        assertThatThrownBy(() ->
                        purses.react(
                                id,
                                cause,
                                (current, version) -> Optional.of(Change.to(added(current, 2)))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_REQUEST_ID_REUSED));
    }

    @Test
    void aKeyBelongsToItsSubjectAndItsOperation() {
        purses.change(
                "a",
                RequestCause.of("add", "0", 1),
                (current, version) -> Optional.of(Change.to(added(current, 1))));
        Versioned<Purse> otherOperation =
                purses.change(
                        "a",
                        RequestCause.of("double", "0"),
                        (current, version) -> Optional.of(Change.to(added(current, 1))));
        Versioned<Purse> otherSubject =
                purses.change(
                        "b",
                        RequestCause.of("add", "0", 2),
                        (current, version) -> Optional.of(Change.to(new Purse("ben", 2))));

        assertThat(otherOperation.value().amount()).isEqualTo(2);
        assertThat(otherSubject.value().amount()).isEqualTo(2);
    }

    @Test
    void aRequestOfAnEarlierVersionIsTheSameRequest() {
        purses.change(
                "a",
                "add/0",
                (current, version) -> Optional.of(Change.to(added(current, 1), event(1))));

        Versioned<Purse> repeated =
                purses.change(
                        "a",
                        RequestCause.of("add", "0", 1),
                        (current, version) -> Optional.of(Change.to(added(current, 1))));

        assertThat(repeated.repeated()).isTrue();
    }

    @Test
    void aRefusalChangesNothing() {
        assertThatThrownBy(() ->
                        purses.change(
                                "a",
                                "r",
                                (current, version) -> {
                                    throw new Refusal(
                                            ErrorReason.ERROR_REASON_NOT_WORKING, "x", "y");
                                }))
                .isInstanceOf(Refusal.class);
        assertThat(purses.find("a")).isEmpty();
    }

    @Test
    void everyoneOfManyAtOnceIsCountedOnce() {
        List<Callable<Long>> runners = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            runners.add(() ->
                    purses.change(
                                    "a",
                                    "",
                                    (current, version) ->
                                            Optional.of(
                                                    Change.to(added(current, 1), event(version))))
                            .version());
        }

        List<Long> versions = Race.run(runners);

        assertThat(versions).doesNotHaveDuplicates();
        assertThat(purses.find("a").orElseThrow().value().amount()).isEqualTo(32);
        assertThat(published()).hasSize(32).doesNotHaveDuplicates();
    }

    @Test
    void aUniqueFieldIsThereOnceButMayBeMissingOften() {
        purses.change("a", "", (current, version) -> Optional.of(Change.to(new Purse("ann", 1))));
        purses.change("b", "", (current, version) -> Optional.of(Change.to(new Purse("", 1))));
        purses.change("c", "", (current, version) -> Optional.of(Change.to(new Purse("", 1))));

        assertThatThrownBy(() ->
                        purses.change(
                                "d",
                                "",
                                (current, version) -> Optional.of(Change.to(new Purse("ann", 1)))))
                .isInstanceOf(DuplicateKey.class);
        assertThatThrownBy(() ->
                        purses.change(
                                "b",
                                "",
                                (current, version) -> Optional.of(Change.to(new Purse("ann", 1)))))
                .isInstanceOf(DuplicateKey.class);

        purses.change("a", "", (current, version) -> Optional.of(Change.to(new Purse("", 1))));
        assertThat(
                        purses.change(
                                        "b",
                                        "",
                                        (current, version) ->
                                                Optional.of(Change.to(new Purse("ann", 2))))
                                .version())
                .isEqualTo(2);
    }

    @Test
    void queriesByFieldsOfTheState() {
        for (int i = 1; i <= 5; i++) {
            int amount = i;
            purses.change(
                    "p" + i,
                    "",
                    (current, version) -> Optional.of(Change.to(new Purse("", amount))));
        }

        List<Versioned<Purse>> found =
                purses.query(
                        Query.atMost(2)
                                .atOrAfter("amount", 2)
                                .in("amount", List.of(1, 2, 3, 4))
                                .descending("amount"));

        assertThat(found).extracting(p -> p.value().amount()).containsExactly(4, 3);
    }

    @Test
    void findsByEqualityPresenceAndId() {
        put("a", new Purse("ann", 1));
        put("b", new Purse("bob", 1));
        put("c", new Purse("", 2));

        assertThat(ids(Query.atMost(9).equal("owner", "bob"))).containsExactly("b");
        assertThat(ids(Query.atMost(9).in("owner", List.of("ann", "eve")))).containsExactly("a");
        assertThat(ids(Query.atMost(9).present("owner").ascending("owner")))
                .containsExactly("a", "b");
        assertThat(ids(Query.atMost(9).absent("amount"))).isEmpty();
        assertThat(ids(Query.atMost(9).after(Query.ID, "a").ascending(Query.ID)))
                .containsExactly("b", "c");
        assertThat(ids(Query.atMost(9).between("amount", 1, 2).ascending("amount", Query.ID)))
                .containsExactly("a", "b");
        assertThat(ids(Query.atMost(9).equal("amount", 1).after(Query.ID, "a")))
                .containsExactly("b");
        assertThat(ids(Query.atMost(9).before("amount", "text"))).isEmpty();
    }

    @Test
    void pagesContinueBehindTheLastRowInBothDirections() {
        for (int i = 0; i < 6; i++) {
            put("p" + i, new Purse("", i / 3));
        }
        Query up = Query.atMost(2).ascending("amount", Query.ID);
        Query down = Query.atMost(4).descending("amount", Query.ID);

        assertThat(ids(up)).containsExactly("p0", "p1");
        assertThat(ids(up.afterKey(0, "p1"))).containsExactly("p2", "p3");
        assertThat(ids(up.afterKey(1, "p3"))).containsExactly("p4", "p5");
        assertThat(ids(up.afterKey(1, "p5"))).isEmpty();
        assertThat(ids(down.afterKey(1, "p4"))).containsExactly("p3", "p2", "p1", "p0");
    }

    @Test
    void refusesAQueryThatNoIndexServes() {
        Query query = Query.atMost(1).equal("colour", "red");

        assertThatThrownBy(() -> purses.query(query))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("purses: no index serves")
                .hasMessageContaining("colour")
                .hasMessageContaining("unique owner[owner]");
    }

    @Test
    void publishesTheEventsOfADocumentInTheirOrder() {
        for (int i = 1; i <= 20; i++) {
            int amount = i;
            purses.change(
                    "a",
                    "",
                    (current, version) ->
                            Optional.of(Change.to(new Purse("ann", amount), event(amount))));
        }

        assertThat(published()).isSorted().hasSize(20);
    }

    private void put(String id, Purse purse) {
        purses.change(id, "", (current, version) -> Optional.of(Change.to(purse)));
    }

    private List<String> ids(Query query) {
        return purses.query(query).stream().map(Versioned::id).toList();
    }

    private static Purse added(Optional<Purse> current, int amount) {
        Purse before = current.orElse(new Purse("ann", 0));
        return new Purse(before.owner(), before.amount() + amount);
    }

    static Event event(long amount) {
        return new Event(
                Topics.SETTLEMENT,
                "a",
                "supporters.test.v1",
                Money.newBuilder().setAmount(amount).build());
    }
}
