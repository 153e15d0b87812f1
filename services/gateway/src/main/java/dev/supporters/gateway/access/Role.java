package dev.supporters.gateway.access;

import java.util.Locale;

/** What a token's claim `groups` makes its bearer. */
public enum Role {
    /** Drives: sees his own work, commands, moves and statements. */
    DRIVER,
    /** Is driven: sees her own calls. */
    CUSTOMER,
    /** Runs the fleet: sees and does everything. */
    OPERATOR,
    /** Another service of the company: sees everything, asks for calls in its customers' names, changes no settings. */
    SERVICE;

    /** As it is written in the claim. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}
