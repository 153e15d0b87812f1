package dev.supporters.legacy.adapter.mongo;

import dev.supporters.testkit.QueriesContract;
import dev.supporters.testkit.TestClock;

import java.util.List;
import java.util.stream.Stream;

class LegacyQueriesTest extends QueriesContract {

    @Override
    protected List<SampleQuery> samples() {
        return Stream.of(
                        MongoGeneralCallRepository.since(TestClock.FRIDAY_NIGHT, 100),
                        MongoGeneralCallRepository.since(TestClock.FRIDAY_NIGHT, 100)
                                .afterKey(TestClock.FRIDAY_NIGHT, "254137"),
                        MongoGeneralCallRepository.inState("offered"),
                        MongoGeneralCallRepository.flagged(GeneralCallMapper.UNREPORTED),
                        MongoGeneralCallRepository.flagged(GeneralCallMapper.HAS_ACCEPTANCES))
                .map(query -> new SampleQuery(LegacyStores.CALLS, query))
                .toList();
    }
}
