package dev.supporters.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

class SweepTurnsTest {

    private static final int PATIENCE = 5;

    @Test
    void leavesAYoungEventToTheProcessThatWroteIt() {
        SweepTurns turns = new SweepTurns("process", PATIENCE);

        for (int sweep = 1; sweep < PATIENCE; sweep++) {
            assertThat(turns.due(List.of(waiting("a", "a/1/0")))).isEmpty();
        }
    }

    @Test
    void takesWhatIsOldOnceInSoManySweeps() {
        SweepTurns turns = new SweepTurns("process", PATIENCE);

        List<Integer> taken = new ArrayList<>();
        for (int sweep = 1; sweep <= 4 * PATIENCE; sweep++) {
            if (!turns.due(List.of(waiting("a", "a/1/0"))).isEmpty()) {
                taken.add(sweep);
            }
        }

        assertThat(taken.getFirst()).isBetween(PATIENCE, 2 * PATIENCE - 1);
        assertThat(taken).hasSizeBetween(3, 4);
        assertThat(taken.get(1) - taken.get(0)).isEqualTo(PATIENCE);
    }

    @Test
    void aDocumentWhoseEventsAreBeingPublishedIsNeverOld() {
        SweepTurns turns = new SweepTurns("process", PATIENCE);

        for (int sweep = 1; sweep <= 4 * PATIENCE; sweep++) {
            assertThat(turns.due(List.of(waiting("a", "a/" + sweep + "/0")))).isEmpty();
        }
    }

    @Test
    void processesTakeTheSameDocumentInDifferentSweeps() {
        Set<Integer> sweeps = new TreeSet<>();
        for (String process : List.of("p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8")) {
            SweepTurns turns = new SweepTurns(process, PATIENCE);
            for (int sweep = 1; sweep < 2 * PATIENCE; sweep++) {
                if (!turns.due(List.of(waiting("a", "a/1/0"))).isEmpty()) {
                    sweeps.add(sweep);
                }
            }
        }

        assertThat(sweeps).hasSizeGreaterThan(2);
    }

    @Test
    void withoutPatienceEachSweepTakesAll() {
        SweepTurns turns = new SweepTurns("process", 1);

        assertThat(turns.due(List.of(waiting("a", "a/1/0")))).hasSize(1);
        assertThat(turns.due(List.of(waiting("a", "a/1/0")))).hasSize(1);
    }

    private static Outbox.WaitingEvents waiting(String documentId, String eventId) {
        return new Outbox.WaitingEvents(documentId, 1, List.of(new Document("id", eventId)));
    }
}
