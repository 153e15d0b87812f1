package dev.supporters.simulation;

/** What a supporter does about a command. */
public sealed interface CommandAnswer {

    /** Taps "accept" after a share of the time that is given. */
    record Accept(double afterShare) implements CommandAnswer {}

    /** Refuses, with the name of a refusal reason, after a share of the time that is given. */
    record Refuse(double afterShare, String reason) implements CommandAnswer {}

    /** Lets it pass, and thereby accepts. */
    record NoReply() implements CommandAnswer {}
}
