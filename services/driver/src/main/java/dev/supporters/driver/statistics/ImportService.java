package dev.supporters.driver.statistics;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Products;
import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.proto.driver.v1.StatisticsRow;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes days of drivers from another system, row by row: a bad one keeps no other back. */
@ApplicationScoped
public class ImportService {

    private final AggregateStore<DriverDay> days;
    private final Clock clock;

    ImportService(AggregateStore<DriverDay> days, Clock clock) {
        this.days = days;
        this.clock = clock;
    }

    /**
     * What came of an import.
     *
     * @param refused by the row's place, from 0
     */
    public record Result(int taken, Map<Integer, Refusal> refused) {}

    /** A row replaces what was imported before for its day; the same row again changes nothing. */
    public Result take(String requestId, List<StatisticsRow> rows) {
        LastWeeks weeks = LastWeeks.until(clock);
        Map<Integer, Refusal> refused = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            try {
                take(requestId, rows.get(i), weeks);
            } catch (Refusal refusal) {
                if (ErrorReasons.failure(refusal.reason())) {
                    throw refusal;
                }
                refused.put(i, refusal);
            }
        }
        return new Result(rows.size() - refused.size(), refused);
    }

    private void take(String requestId, StatisticsRow row, LastWeeks weeks) {
        DriverDay.Key key =
                new DriverDay.Key(
                        new DriverId(row.getDriverId()),
                        Products.required(row.getProduct()),
                        weeks.require(row.getDate(), "date"));
        ImportedDay imported =
                new ImportedDay(
                        row.getCompletedDrives(),
                        row.getCancelledDrives(),
                        row.getAccidents(),
                        row.getFines(),
                        row.getRatingCount(),
                        row.getAverageRating());
        days.react(
                key.id(),
                RequestCause.of("import", requestId, imported),
                (current, version) ->
                        current.orElseGet(() -> DriverDay.empty(key))
                                .with(imported)
                                .map(Change::to));
    }
}
