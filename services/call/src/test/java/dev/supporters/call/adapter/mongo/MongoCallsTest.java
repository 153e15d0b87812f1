package dev.supporters.call.adapter.mongo;

import dev.supporters.call.life.Call;
import dev.supporters.platform.store.Documents;
import dev.supporters.testkit.TestClock;
import dev.supporters.testkit.TestStore;

import org.junit.jupiter.api.AutoClose;

class MongoCallsTest extends CallsContract {

    @AutoClose private static final TestStore STORE = new TestStore();

    @Override
    Documents<Call> documents() {
        return STORE.documents(new CallMapper(), new TestClock());
    }
}
