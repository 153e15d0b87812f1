package dev.supporters.insight.adapter.mongo;

import dev.supporters.contract.CallId;
import dev.supporters.insight.SampleNight;
import dev.supporters.testkit.QueriesContract;

import java.util.List;

class InsightQueriesTest extends QueriesContract {

    @Override
    protected List<SampleQuery> samples() {
        return List.of(
                new SampleQuery(
                        InsightStores.NIGHTS,
                        MongoNightRepository.query(
                                SampleNight.DRIVER,
                                List.of(SampleNight.FRIDAY, SampleNight.FRIDAY.minusDays(1)))),
                new SampleQuery(
                        InsightStores.POOLS, MongoPoolRepository.query(new CallId("254137"), 20)));
    }
}
