package dev.supporters.activity.adapter.mongo;

import dev.supporters.activity.abuse.SignalRepository.After;
import dev.supporters.activity.abuse.SignalRepository.Filter;
import dev.supporters.contract.DriverId;
import dev.supporters.dispatch.abuse.AbuseKind;
import dev.supporters.testkit.QueriesContract;
import dev.supporters.testkit.TestClock;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

class SignalQueriesTest extends QueriesContract {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final Optional<DriverId> DRIVER = Optional.of(new DriverId("1004550"));
    private static final Optional<AbuseKind> KIND = Optional.of(AbuseKind.REFUSALS);

    @Override
    protected List<SampleQuery> samples() {
        return List.of(
                sample(new Filter(Optional.empty(), Optional.empty(), Optional.empty(), false)),
                sample(new Filter(Optional.empty(), Optional.of(FRIDAY), KIND, true)),
                sample(new Filter(DRIVER, Optional.empty(), Optional.empty(), false)),
                sample(new Filter(DRIVER, Optional.of(FRIDAY), KIND, true)),
                new SampleQuery(
                        ActivityStores.SIGNALS,
                        MongoSignalRepository.undecided(TestClock.FRIDAY_NIGHT, 100)));
    }

    private static SampleQuery sample(Filter filter) {
        return new SampleQuery(
                ActivityStores.SIGNALS,
                MongoSignalRepository.query(filter, Optional.of(new After(FRIDAY, "x")), 100));
    }
}
