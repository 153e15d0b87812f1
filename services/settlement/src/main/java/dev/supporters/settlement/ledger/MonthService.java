package dev.supporters.settlement.ledger;

import dev.supporters.contract.DriverId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.Product;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** Reads what drivers are paid for a month. */
@ApplicationScoped
public class MonthService {

    private final LedgerRepository repository;
    private final Clock clock;

    MonthService(LedgerRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * A shift belongs to the month of its business date, the local date on which its window began.
     *
     * @param month "YYYY-MM". Refused: INVALID_ARGUMENT, if it is none
     */
    public MonthStatement of(DriverId driverId, Product product, String month) {
        YearMonth asked = month(month);
        Instant now = clock.instant();
        List<Statement> days =
                repository.ofDriver(driverId, asked.atDay(1), asked.plusMonths(1).atDay(1)).stream()
                        .flatMap(ledger -> Statement.of(ledger, now).stream())
                        .filter(statement -> statement.begun().product() == product)
                        .toList();
        return new MonthStatement(driverId, asked, days);
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid("month", text, "a month like 2026-11");
        }
    }
}
