package dev.supporters.call.adapter.mongo;

import dev.supporters.call.erasure.Erasure;
import dev.supporters.call.life.Call;
import dev.supporters.call.path.CustomerCalls;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.AggregateStores;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.platform.store.Query;

import io.quarkus.runtime.Startup;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collections of this service. */
@Singleton
public class CallStores {

    /**
     * The calls. Their lists are sorted by request time and id, for everybody, for a customer and for a driver; each of these indexes
     * also has the fields that narrow the list. The index of those that wait is for the recovery, and for
     * calls that are held, that of unchanged ones for the reconciliation, that of nearby ones for drivers of general dispatch; the last two are for what others must be told.
     */
    public static final CollectionSpec<Call> CALLS =
            CollectionSpec.of("calls", new CallMapper())
                    .storedForm(4)
                    .index("created", CallMapper.CREATE_TIME, Query.ID, CallStateMapper.STATE)
                    .index(
                            "customer",
                            CallMapper.CUSTOMER_ID,
                            CallMapper.CREATE_TIME,
                            Query.ID,
                            CallStateMapper.DRIVER_ID,
                            CallStateMapper.STATE)
                    .index(
                            "driver",
                            CallStateMapper.DRIVER_ID,
                            CallMapper.CREATE_TIME,
                            Query.ID,
                            CallStateMapper.STATE)
                    .index(
                            "waiting",
                            CallStateMapper.STATE,
                            CallStateMapper.HOLD_UNTIL,
                            CallMapper.CREATE_TIME)
                    .index(
                            "nearby",
                            CallStateMapper.STATE,
                            CallMapper.PRODUCT,
                            CallMapper.ORIGIN_CELL,
                            CallMapper.CREATE_TIME)
                    .index("unchanged", CallStateMapper.STATE, CallMapper.SINCE, Query.ID)
                    .index("follow-ups", FollowUpMapper.DUE)
                    .index("parked", FollowUpMapper.PARKED_SINCE, Query.ID)
                    .archivedBy(CallStateMapper.END_TIME);

    /** One document for each customer whose calls are limited, by her digest. */
    public static final CollectionSpec<CustomerCalls> CUSTOMER_CALLS =
            CollectionSpec.of("customer_calls", new CustomerCallsMapper())
                    .deletedBy(CustomerCallsMapper.NEWEST);

    /** One document for each customer who was erased, by her digest. */
    public static final CollectionSpec<Erasure> ERASURES =
            CollectionSpec.of("erasures", new ErasureMapper())
                    .storedForm(2)
                    .deletedBy(ErasureMapper.TIME);

    /** Opened at the start: an event that a crash has left waits for nobody's request. */
    @Startup
    @Produces
    @Singleton
    AggregateStore<Erasure> erasures(AggregateStores stores) {
        return stores.open(ERASURES);
    }

    @Produces
    @Singleton
    AggregateStore<CustomerCalls> customerCalls(AggregateStores stores) {
        return stores.open(CUSTOMER_CALLS);
    }

    @Produces
    @Singleton
    AggregateStore<Call> calls(AggregateStores stores) {
        return stores.open(CALLS);
    }
}
