package dev.supporters.insight.night;

import java.util.OptionalDouble;

/**
 * What was counted in one H3 cell of a night: calls by where the customer waited, shifts by where they began.
 *
 * @param completed by a driver of either path
 * @param bySupporters completed by a supporter
 * @param general calls that went to general dispatch
 * @param admitted calls that neither region, rollout, window nor zones kept from supporters
 * @param shifts those whose begin is known
 */
public record CellCounts(
        long requested,
        long ended,
        long completed,
        long bySupporters,
        long general,
        long admitted,
        long shifts) {

    static final CellCounts NONE = new CellCounts(0, 0, 0, 0, 0, 0, 0);

    static final CellCounts ONE_SHIFT = new CellCounts(0, 0, 0, 0, 0, 0, 1);

    static CellCounts of(CallFacts call) {
        boolean completed = call.end().filter(CallFacts.CallEnd::completed).isPresent();
        boolean bySupporter =
                completed && call.end().filter(CallFacts.CallEnd::bySupporter).isPresent();
        return new CellCounts(
                1,
                call.end().isPresent() ? 1 : 0,
                completed ? 1 : 0,
                bySupporter ? 1 : 0,
                call.general() ? 1 : 0,
                call.admitted() ? 1 : 0,
                0);
    }

    CellCounts plus(CellCounts other) {
        return new CellCounts(
                requested + other.requested,
                ended + other.ended,
                completed + other.completed,
                bySupporters + other.bySupporters,
                general + other.general,
                admitted + other.admitted,
                shifts + other.shifts);
    }

    public OptionalDouble completionRate() {
        return NightCounts.ratio(completed, ended);
    }

    public OptionalDouble supporterCompletionRate() {
        return NightCounts.ratio(bySupporters, ended);
    }

    public OptionalDouble demandCoverage() {
        return NightCounts.ratio(admitted, requested);
    }

    public OptionalDouble generalShare() {
        return NightCounts.ratio(general, requested);
    }
}
