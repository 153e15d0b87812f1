package dev.supporters.call.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.call.path.CustomerCalls;
import dev.supporters.contract.CallId;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;

import org.bson.Document;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The live calls of a customer as a document. */
final class CustomerCallsMapper implements StateMapper<CustomerCalls> {

    static final String NEWEST = "newest";

    @Override
    public Document write(CustomerCalls calls) {
        Document document =
                new Document(
                        "admitted",
                        calls.admitted().entrySet().stream()
                                .map(call ->
                                        new Document("callId", call.getKey().value())
                                                .append("since", stored(call.getValue())))
                                .toList());
        calls.newest().ifPresent(newest -> document.append(NEWEST, stored(newest)));
        return document;
    }

    @Override
    public CustomerCalls read(Document state) {
        SequencedMap<CallId, Instant> admitted = new LinkedHashMap<>();
        StoredFields.of("customer_calls", state)
                .parts("admitted")
                .forEach(call ->
                        admitted.put(new CallId(call.text("callId")), call.instant("since")));
        return new CustomerCalls(admitted);
    }
}
