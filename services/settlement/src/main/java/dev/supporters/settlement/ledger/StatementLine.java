package dev.supporters.settlement.ledger;

import static java.util.Objects.requireNonNull;

import dev.supporters.settlement.pay.PayCalculation;
import dev.supporters.settlement.pay.TimeClass;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line of a statement; all of them come to its total. The lines of classes come to what was earned, which was rounded once.
 *
 * @param timeClass of a line of kind TIME
 * @param seconds of the class; 0 in other lines
 * @param amount what it adds to the total, in the minor unit
 * @param reason empty for what follows from the events
 * @param actor empty for what nobody decided
 * @param createTime empty for what follows from the events
 */
public record StatementLine(
        Kind kind,
        Optional<TimeClass> timeClass,
        long seconds,
        long amount,
        String reason,
        String actor,
        Optional<Instant> createTime) {

    public StatementLine {
        requireNonNull(kind);
        requireNonNull(timeClass);
        requireNonNull(reason);
        requireNonNull(actor);
        requireNonNull(createTime);
    }

    /** What a line is. */
    public enum Kind {
        /** The seconds of a class. */
        TIME,
        CORRECTION,
        GUARANTEE,
        DEDUCTION,
        GRANT,
        /** What the lines before would take away beyond 0: no total is below it. */
        NOT_TAKEN,
        /** What a closed business date was paid too little or too much; the reason is that date. */
        CLOSED_DATE,
        /** All of a shift that became known after its business date was closed: later statements have it. */
        PAID_LATER
    }

    /** The lines of a statement, in their order. */
    static List<StatementLine> of(PayCalculation calculation, Ledger ledger) {
        List<StatementLine> lines = new ArrayList<>();
        Map<TimeClass, Long> amounts = calculation.earnedByClass();
        Arrays.stream(TimeClass.values())
                .filter(timeClass -> calculation.seconds().of(timeClass) != 0)
                .map(timeClass ->
                        new StatementLine(
                                Kind.TIME,
                                Optional.of(timeClass),
                                calculation.seconds().of(timeClass),
                                amounts.get(timeClass),
                                "",
                                "",
                                Optional.empty()))
                .forEach(lines::add);
        ledger.adjustments().stream().map(StatementLine::of).forEach(lines::add);
        ledger.corrections().stream().map(StatementLine::of).forEach(lines::add);
        long balance = total(lines);
        if (balance < 0) {
            lines.add(rest(Kind.NOT_TAKEN, Math.negateExact(balance)));
        }
        ledger.closed()
                .map(line -> line.total() - total(lines))
                .filter(difference -> difference != 0)
                .ifPresent(difference -> lines.add(rest(Kind.PAID_LATER, difference)));
        return List.copyOf(lines);
    }

    private static StatementLine rest(Kind kind, long amount) {
        return new StatementLine(kind, Optional.empty(), 0, amount, "", "", Optional.empty());
    }

    static long total(List<StatementLine> lines) {
        return lines.stream().mapToLong(StatementLine::amount).reduce(0, Math::addExact);
    }

    private static StatementLine of(Correction correction) {
        return new StatementLine(
                Kind.CLOSED_DATE,
                Optional.empty(),
                0,
                correction.amount(),
                correction.corrects().businessDate().toString(),
                "",
                Optional.of(correction.createTime()));
    }

    private static StatementLine of(Adjustment adjustment) {
        return new StatementLine(
                switch (adjustment.kind()) {
                    case CORRECTION -> Kind.CORRECTION;
                    case GUARANTEE -> Kind.GUARANTEE;
                    case DEDUCTION -> Kind.DEDUCTION;
                    case GRANT -> Kind.GRANT;
                },
                Optional.empty(),
                0,
                adjustment.amount(),
                adjustment.reason(),
                adjustment.actor(),
                Optional.of(adjustment.createTime()));
    }
}
