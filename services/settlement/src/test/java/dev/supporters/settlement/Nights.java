package dev.supporters.settlement;

import dev.supporters.settlement.pay.Fact;
import dev.supporters.settlement.pay.PayTerms;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import java.util.ArrayList;
import java.util.List;

/** Any nights: also such as cannot be, with facts missing, contradictory, before the begin and after the end. */
public final class Nights {

    private static final int FACTS = 25;

    private Nights() {}

    /** Facts of a shift that has begun and ended. */
    public static Arbitrary<List<Fact>> ended() {
        return Combinators.combine(terms(), seconds(), others())
                .as((terms, end, others) ->
                        joined(new Night().begun(terms).ended(Math.max(0, end)).list(), others));
    }

    /** Facts of a shift that may or may not have begun or ended. */
    public static Arbitrary<List<Fact>> any() {
        return Combinators.combine(ended(), Arbitraries.of(0, 1, 2))
                .as((facts, skipped) -> facts.subList(skipped, facts.size()));
    }

    private static Arbitrary<PayTerms> terms() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 1_000_000), Arbitraries.of(true, false))
                .as((wage, restPaid) -> new PayTerms(wage, "KRW", restPaid));
    }

    /** Quarters of a second. */
    private static Arbitrary<Double> seconds() {
        return Arbitraries.integers().between(-240, 60_000).map(quarters -> quarters / 4.0);
    }

    private static Arbitrary<List<Fact>> others() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        seconds(),
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.longs().between(2, 9))
                .as(Nights::fact)
                .list()
                .ofMaxSize(FACTS)
                .map(Nights::numbered);
    }

    private static Fact fact(int kind, double second, String of, long version) {
        Night night = new Night();
        return switch (kind) {
            case 0 -> night.rested(second, version).list().getFirst();
            case 1 -> night.resumed(second, version).list().getFirst();
            case 2 -> night.accepted(of, second).list().getFirst();
            case 3 -> night.pickedUp(of, second).list().getFirst();
            case 4 -> night.over(of, second).list().getFirst();
            case 5 -> night.moveBegun(of, second).list().getFirst();
            case 6 -> night.moveOver(of, second).list().getFirst();
            case 9 -> night.zoneClosed(second).list().getFirst();
            case 7 -> night.lost(second).list().getFirst();
            default -> night.found(second).list().getFirst();
        };
    }

    private static List<Fact> numbered(List<Fact> facts) {
        List<Fact> numbered = new ArrayList<>();
        for (Fact fact : facts) {
            numbered.add(withId(fact, "other-" + numbered.size()));
        }
        return numbered;
    }

    private static Fact withId(Fact fact, String id) {
        return switch (fact) {
            case Fact.Begun f ->
                    new Fact.Begun(
                            id,
                            f.time(),
                            f.product(),
                            f.businessDate(),
                            f.terms(),
                            f.zoneCell(),
                            f.region(),
                            f.windowEnd());
            case Fact.Rested f -> new Fact.Rested(id, f.time(), f.version(), f.previous());
            case Fact.Resumed f -> new Fact.Resumed(id, f.time(), f.version(), f.previous());
            case Fact.WindowEnded f ->
                    new Fact.WindowEnded(id, f.time(), f.version(), f.previous());
            case Fact.Ended f -> new Fact.Ended(id, f.time(), f.version(), f.previous());
            case Fact.Accepted f -> new Fact.Accepted(id, f.time(), f.commandId(), f.callId());
            case Fact.PickedUp f -> new Fact.PickedUp(id, f.time(), f.commandId());
            case Fact.DriveOver f -> new Fact.DriveOver(id, f.time(), f.commandId());
            case Fact.MoveBegun f -> new Fact.MoveBegun(id, f.time(), f.moveId());
            case Fact.MoveOver f -> new Fact.MoveOver(id, f.time(), f.moveId());
            case Fact.ZoneClosed f -> new Fact.ZoneClosed(id, f.time());
            case Fact.Unreachable f -> new Fact.Unreachable(id, f.time());
            case Fact.Reachable f -> new Fact.Reachable(id, f.time());
        };
    }

    private static List<Fact> joined(List<Fact> some, List<Fact> others) {
        List<Fact> all = new ArrayList<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }
}
