package dev.supporters.call.adapter.mongo;

import static dev.supporters.call.SampleCalls.CUSTOMER;
import static dev.supporters.call.SampleCalls.DRIVER;
import static dev.supporters.call.SampleCalls.ID;
import static dev.supporters.call.SampleCalls.NOW;

import dev.supporters.call.life.CallPage.Cursor;
import dev.supporters.call.life.CallPage.Filter;
import dev.supporters.call.life.CallState.Kind;
import dev.supporters.call.life.Nearby;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.testkit.QueriesContract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every combination of what a list may ask for, and the sweeps of the recovery and of held calls. */
class CallQueriesTest extends QueriesContract {

    @Override
    protected List<SampleQuery> samples() {
        List<SampleQuery> samples = new ArrayList<>();
        samples.add(new SampleQuery(CallStores.CALLS, MongoCallRepository.requestedQuery(500)));
        samples.add(new SampleQuery(CallStores.CALLS, MongoCallRepository.heldQuery(500)));
        Nearby nearby =
                new Nearby(Product.PRODUCT_DRIVER, new Position(37.4, 127.1), 3_000, NOW, 100);
        samples.add(new SampleQuery(CallStores.CALLS, NearbySearch.query(nearby, List.of(1L, 2L))));
        samples.add(
                new SampleQuery(CallStores.CALLS, MongoCallRepository.followUpsDueQuery(NOW, 500)));
        for (Optional<Cursor> after :
                List.of(Optional.<Cursor>empty(), Optional.of(new Cursor(NOW, ID)))) {
            samples.add(
                    new SampleQuery(
                            CallStores.CALLS, MongoCallRepository.unchangedQuery(NOW, after, 50)));
        }
        samples.add(
                new SampleQuery(
                        CallStores.CALLS, MongoCallRepository.parkedQuery(Optional.empty(), 51)));
        samples.add(
                new SampleQuery(
                        CallStores.CALLS,
                        MongoCallRepository.parkedQuery(Optional.of(new Cursor(NOW, ID)), 51)));
        for (Set<Kind> states : List.of(Set.<Kind>of(), Set.of(Kind.GENERAL, Kind.FAILED))) {
            for (String customer : List.of("", CUSTOMER)) {
                for (Optional<DriverId> driver :
                        List.of(Optional.<DriverId>empty(), Optional.of(DRIVER))) {
                    for (Optional<Cursor> after :
                            List.of(Optional.<Cursor>empty(), Optional.of(new Cursor(NOW, ID)))) {
                        samples.add(list(states, customer, driver, after));
                    }
                }
            }
        }
        return samples;
    }

    private static SampleQuery list(
            Set<Kind> states, String customer, Optional<DriverId> driver, Optional<Cursor> after) {
        Filter filter = new Filter(states, customer, driver, Filter.EVER, NOW, after);
        return new SampleQuery(CallStores.CALLS, MongoCallRepository.listQuery(filter, 51));
    }
}
