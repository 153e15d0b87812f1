package dev.supporters.gateway.adapter.graphql.view;

import dev.supporters.proto.settlement.v1.LedgerEntry;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;

@Type("LedgerEntry")
@Description("A posting to the ledger; never changed, never deleted.")
public record LedgerEntryView(
        @NonNull @Description("1 for the work's first entry.") Integer number,
        @Description("The class.") TimeClass timeClass,
        @NonNull @Description("Seconds; negative in corrections.") Long seconds,
        @Description("When it was posted.") Instant postedAt) {

    static LedgerEntryView of(LedgerEntry entry) {
        return new LedgerEntryView(
                entry.getNumber(),
                Wire.read(TimeClass.class, entry.getTimeClass(), "TIME_CLASS_"),
                entry.getSeconds(),
                Wire.instant(entry.hasPostTime(), entry.getPostTime()));
    }
}
