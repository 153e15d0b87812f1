package dev.supporters.legacy.adapter.rest;

/** A request that cannot be read: which field, what was found, what was expected. */
final class InvalidInputException extends RuntimeException {

    private final String field;
    private final String found;
    private final String expected;

    InvalidInputException(String field, Object found, String expected) {
        super(field + " (expected: " + expected + ")", null, false, false);
        String text = String.valueOf(found);
        this.field = field;
        this.found = text.length() <= 100 ? text : text.substring(0, 100) + "…";
        this.expected = expected;
    }

    String field() {
        return field;
    }

    String found() {
        return found;
    }

    String expected() {
        return expected;
    }
}
