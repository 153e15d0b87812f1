package dev.supporters.settlement.archive;

import dev.supporters.contract.WorkId;

import java.util.List;

/** Finds archived events. */
public interface EventRepository {

    /** All of a shift, in no order. */
    List<ArchivedEvent> of(WorkId workId);
}
