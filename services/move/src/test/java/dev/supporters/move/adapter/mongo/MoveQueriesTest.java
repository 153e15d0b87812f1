package dev.supporters.move.adapter.mongo;

import dev.supporters.testkit.QueriesContract;
import dev.supporters.testkit.TestClock;

import java.util.List;

class MoveQueriesTest extends QueriesContract {

    @Override
    protected List<SampleQuery> samples() {
        return List.of(
                new SampleQuery(
                        MoveStores.MOVES,
                        MongoDueMovesRepository.dueQuery(TestClock.FRIDAY_NIGHT, 100)));
    }
}
