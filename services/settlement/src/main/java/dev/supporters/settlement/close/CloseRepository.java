package dev.supporters.settlement.close;

import java.util.List;

/** Finds closes of business dates. */
public interface CloseRepository {

    /** Those that are under way. */
    List<DateClose> closing();
}
