package dev.supporters.testkit;

import com.google.protobuf.Message;

import dev.supporters.platform.store.Documents;
import dev.supporters.proto.common.v1.Money;

import java.util.List;

class InMemoryDocumentsTest extends DocumentsContract {

    private final InMemoryDocuments<Purse> documents = new InMemoryDocuments<>(new PurseMapper());

    @Override
    protected Documents<Purse> create() {
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
