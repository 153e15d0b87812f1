package dev.supporters.platform.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreErrorsTest {

    @Test
    void aStoreThatIsAwayMayBeBack() {
        assertThat(StoreErrors.temporary(new MongoTimeoutException("no server"))).isTrue();
        assertThat(
                        StoreErrors.temporary(
                                new MongoSocketReadException(
                                        "closed", new ServerAddress("127.0.0.1"))))
                .isTrue();
    }

    /** HostUnreachable, Unauthorized, MaxTimeMSExpired, WriteConcernFailed, NotWritablePrimary, one that we do not know. */
    @ParameterizedTest
    @ValueSource(ints = {6, 13, 50, 64, 10107, 999_999})
    void aServerThatCannotNowMayLater(int code) {
        assertThat(StoreErrors.temporary(new MongoException(code, "later"))).isTrue();
    }

    /** BadValue, TypeMismatch, ImmutableField, DocumentValidationFailure, BSONObjectTooLarge, DuplicateKey, too large after an update. */
    @ParameterizedTest
    @ValueSource(ints = {2, 14, 66, 121, 10334, 11000, 17419})
    void whatTheStoreNeverTakesIsNotTakenLater(int code) {
        assertThat(StoreErrors.temporary(new MongoException(code, "never"))).isFalse();
    }

    @Test
    void aCallerMayAskAgain() {
        assertThat(ErrorReasons.retryable(StoreErrors.unavailable().reason())).isTrue();
    }
}
