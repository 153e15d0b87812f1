package dev.supporters.settlement.ledger;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.DriverId;

import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a driver is paid for the shifts of a month, by business date. */
public record MonthStatement(DriverId driverId, YearMonth month, List<Statement> days) {

    public MonthStatement {
        requireNonNull(driverId);
        requireNonNull(month);
        days = List.copyOf(days);
    }

    /** Whether nothing of the shifts that have begun waits: no end, no event, no answer. */
    boolean isFinal() {
        return days.stream().allMatch(day -> day.isFinal() && !isDisputed(day));
    }

    static boolean isDisputed(Statement day) {
        return day.disputes().stream().anyMatch(shown -> shown.dispute().isOpen());
    }

    /** By currency: the wages of a month may have several, and nobody adds won to yen. */
    SortedMap<String, Sum> sums() {
        SortedMap<String, Sum> sums = new TreeMap<>();
        for (Statement day : days) {
            Sum one =
                    new Sum(
                            day.calculation().paidMinutes(),
                            day.calculation().earned(),
                            day.total());
            sums.merge(day.begun().terms().currency(), one, Sum::plus);
        }
        return sums;
    }

    /** What days come to, in the minor unit of one currency. */
    record Sum(long paidMinutes, long earned, long total) {

        Sum plus(Sum other) {
            return new Sum(
                    Math.addExact(paidMinutes, other.paidMinutes()),
                    Math.addExact(earned, other.earned()),
                    Math.addExact(total, other.total()));
        }

        long adjusted() {
            return Math.subtractExact(total, earned);
        }
    }
}
