package dev.supporters.platform.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoServerException;
import com.mongodb.MongoWriteException;

/** A change would have put a value twice that may be there once. */
public final class DuplicateKey extends RuntimeException {

    public DuplicateKey(String message) {
        super(message, null, false, false);
    }

    /** Whether the store's error is about such a value. */
    static boolean causes(MongoServerException e) {
        return ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY
                || (e instanceof MongoWriteException w
                        && w.getError().getCategory() == ErrorCategory.DUPLICATE_KEY);
    }
}
