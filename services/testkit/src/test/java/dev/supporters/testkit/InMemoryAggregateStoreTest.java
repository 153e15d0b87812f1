package dev.supporters.testkit;

import com.google.protobuf.Message;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.proto.common.v1.Money;

import java.util.List;

class InMemoryAggregateStoreTest extends AggregateStoreContract {

    private final InMemoryAggregateStore<Purse> documents = new InMemoryAggregateStore<>(PURSES);

    @Override
    protected AggregateStore<Purse> create() {
        return documents;
    }

    @Override
    protected List<Long> published() {
        return documents.published().stream().map(event -> amount(event.payload())).toList();
    }

    private static long amount(Message payload) {
        return ((Money) payload).getAmount();
    }
}
