package dev.supporters.settlement.ledger;

import java.util.List;

/** Some of many; the token is empty on the last page. */
public record Page(List<Account> accounts, String nextToken) {

    public Page {
        accounts = List.copyOf(accounts);
    }
}
