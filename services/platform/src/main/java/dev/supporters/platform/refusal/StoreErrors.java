package dev.supporters.platform.refusal;

import com.mongodb.MongoException;

import dev.supporters.proto.common.v1.ErrorReason;

import java.util.Set;

/** What an error of the store means, by its code. */
public final class StoreErrors {

    /**
     * What the store answers to a document or a command that it takes at no time: BadValue, FailedToParse, TypeMismatch, Overflow,
     * InvalidBSON, PathNotViable, ConflictingUpdateOperators, DollarPrefixedFieldName, InvalidIdField, NotSingleValueField,
     * EmptyFieldName, DottedFieldName, CommandNotFound, ImmutableField, CommandNotSupported, DocumentValidationFailure,
     * BSONObjectTooLarge, duplicate keys, KeyTooLong, and a document that an update would make too large.
     */
    private static final Set<Integer> FAULTS_OF_THE_REQUEST =
            Set.of(
                    2, 9, 14, 15, 22, 28, 40, 52, 53, 54, 56, 57, 59, 66, 115, 121, 10334, 11000,
                    11001, 17280, 17419);

    private StoreErrors() {}

    /**
     * Whether the same may succeed later: the store is away or overloaded, elects a primary, has no time left, or does not let us in. An
     * unknown code counts as such, as an event that is given up is harder to mend than one that waits.
     */
    public static boolean temporary(MongoException error) {
        return !FAULTS_OF_THE_REQUEST.contains(error.getCode());
    }

    /** What a caller is told of a temporary error: it may ask again. */
    public static Refusal unavailable() {
        return new Refusal(
                ErrorReason.ERROR_REASON_UNAVAILABLE,
                "the store does not answer",
                "a store that answers");
    }
}
