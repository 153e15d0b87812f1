package dev.supporters.settlement;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.settlement.pay.Fact;
import dev.supporters.settlement.pay.Facts;
import dev.supporters.settlement.pay.PayTerms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Facts of a shift, by seconds after its begin at 21:00 in Seoul. */
public final class Night {

    public static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");
    public static final LocalDate FRIDAY = LocalDate.parse("2026-11-20");
    public static final PayTerms TERMS = new PayTerms(14_000, "KRW", false);
    public static final DriverId DRIVER = new DriverId("d1");
    public static final WorkId WORK_ID = WorkId.of(DRIVER, Product.PRODUCT_DRIVER, FRIDAY);
    public static final String WORK = WORK_ID.value();

    private final List<Fact> facts = new ArrayList<>();

    public static Instant at(double second) {
        return BEGIN.plusNanos(Math.round(second * 1e9));
    }

    public Night begun() {
        return begun(TERMS);
    }

    public Night begun(PayTerms terms) {
        return add(new Fact.Begun(id("begun"), BEGIN, Product.PRODUCT_DRIVER, FRIDAY, terms));
    }

    public Night begunIn(String zoneCell) {
        return add(
                new Fact.Begun(
                        id("begun"), BEGIN, Product.PRODUCT_DRIVER, FRIDAY, TERMS, zoneCell));
    }

    public Night zoneClosed(double second) {
        return add(new Fact.ZoneClosed(id("zoneClosed"), at(second)));
    }

    public Night rested(double second, long version) {
        return add(new Fact.Rested(id("rested"), at(second), version));
    }

    public Night resumed(double second, long version) {
        return add(new Fact.Resumed(id("resumed"), at(second), version));
    }

    public Night ended(double second) {
        return add(new Fact.Ended(id("ended"), at(second)));
    }

    public Night rested(double second, long version, long previous) {
        return add(new Fact.Rested(id("rested"), at(second), version, previous));
    }

    public Night resumed(double second, long version, long previous) {
        return add(new Fact.Resumed(id("resumed"), at(second), version, previous));
    }

    public Night windowEnded(double second, long version, long previous) {
        return add(new Fact.WindowEnded(id("windowEnded"), at(second), version, previous));
    }

    public Night ended(double second, long version, long previous) {
        return add(new Fact.Ended(id("ended"), at(second), version, previous));
    }

    public Night accepted(String command, double second) {
        return add(new Fact.Accepted(id("accepted"), at(second), command));
    }

    public Night pickedUp(String command, double second) {
        return add(new Fact.PickedUp(id("pickedUp"), at(second), command));
    }

    public Night over(String command, double second) {
        return add(new Fact.DriveOver(id("over"), at(second), command));
    }

    public Night moveBegun(String move, double second) {
        return add(new Fact.MoveBegun(id("moveBegun"), at(second), move));
    }

    public Night moveOver(String move, double second) {
        return add(new Fact.MoveOver(id("moveOver"), at(second), move));
    }

    public Night lost(double second) {
        return add(new Fact.Unreachable(id("lost"), at(second)));
    }

    public Night found(double second) {
        return add(new Fact.Reachable(id("found"), at(second)));
    }

    public List<Fact> list() {
        return List.copyOf(facts);
    }

    public Facts facts() {
        return Facts.of(facts);
    }

    private Night add(Fact fact) {
        facts.add(fact);
        return this;
    }

    private String id(String kind) {
        return kind + "-" + facts.size();
    }
}
