package dev.supporters.local.night;

/** Gives people the tokens with which they log in. */
@FunctionalInterface
public interface Tokens {

    /** A JWT whose subject is the person; role is driver, customer or operator. */
    String token(String subject, String role);
}
