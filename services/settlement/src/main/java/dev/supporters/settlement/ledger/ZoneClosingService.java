package dev.supporters.settlement.ledger;

import dev.supporters.contract.Products;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.zone.v1.ClosedCell;
import dev.supporters.proto.zone.v1.Zones;
import dev.supporters.settlement.pay.Fact;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notes in the ledgers of shifts that the cell in which they began has closed. Nothing ends a shift then, so the pay goes on; the note
 * says so. Plans tell their closings for hours: a closing is looked at once, and for a while again, because the begin of a shift may be
 * read later.
 */
@ApplicationScoped
public class ZoneClosingService {

    private static final Duration BEGINS_LAG = Duration.ofMinutes(15);

    private final LedgerService ledgers;
    private final LedgerRepository repository;
    private final Map<String, Set<ClosedCell>> seen = new ConcurrentHashMap<>();

    ZoneClosingService(LedgerService ledgers, LedgerRepository repository) {
        this.ledgers = ledgers;
        this.repository = repository;
    }

    public void closed(Zones zones) {
        String key = Products.name(Products.required(zones.getProduct())) + "/" + zones.getRegion();
        Set<ClosedCell> before = seen.getOrDefault(key, Set.of());
        Instant late = Timestamps.instant(zones.getPlanTime()).minus(BEGINS_LAG);
        for (ClosedCell cell : zones.getClosedCellsList()) {
            Instant closing = Timestamps.instant(cell.getCloseTime());
            if (!before.contains(cell) || closing.isAfter(late)) {
                note(zones, cell.getCell(), closing);
            }
        }
        seen.put(key, new HashSet<>(zones.getClosedCellsList()));
    }

    private void note(Zones zones, String cell, Instant closing) {
        // in any time zone, a shift that is under way began on this date of UTC, the one before, or
        // a day earlier
        LocalDate from = closing.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(2);
        List<Ledger> begun = repository.begunIn(cell, from);
        for (Ledger ledger : begun) {
            Fact.Begun shift = ledger.facts().begun().orElseThrow();
            if (shift.product() == zones.getProduct() && underWay(ledger, shift, closing)) {
                String id = "zone-closed/" + cell + "/" + closing;
                ledgers.add(ledger.workId(), ledger.driverId(), new Fact.ZoneClosed(id, closing));
            }
        }
    }

    private static boolean underWay(Ledger ledger, Fact.Begun shift, Instant closing) {
        return shift.time().isBefore(closing)
                && ledger.facts().ended().filter(end -> !end.time().isAfter(closing)).isEmpty();
    }
}
