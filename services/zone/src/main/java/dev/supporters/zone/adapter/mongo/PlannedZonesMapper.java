package dev.supporters.zone.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.contract.ActiveZones.WageBound;
import dev.supporters.contract.Money;
import dev.supporters.dispatch.zone.ZoneInputs;
import dev.supporters.dispatch.zone.ZoneRules;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.zone.plan.PlannedZones;
import dev.supporters.zone.plan.PlannedZones.ZoneFigures;
import dev.supporters.zone.region.ZoneKey;

import org.bson.Document;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A plan with its inputs as a document. Cells are numbers: the index of H3. */
final class PlannedZonesMapper implements StateMapper<PlannedZones> {

    static final String PLAN_TIME = "planTime";
    private static final String WAGE_PER_CALL = "wagePerCall";

    private final String collection;

    PlannedZonesMapper(String collection) {
        this.collection = collection;
    }

    @Override
    public Document write(PlannedZones planned) {
        ZoneInputs inputs = planned.inputs();
        Document document =
                new Document("product", stored(planned.key().product()))
                        .append("region", planned.key().region())
                        .append("policyVersion", planned.policyVersion())
                        .append(PLAN_TIME, stored(inputs.time()))
                        .append("expireTime", stored(planned.expireTime()))
                        .append("rules", rules(inputs.rules()))
                        .append("forecast", inputs.forecast())
                        .append("demand", demand(inputs.demand()))
                        .append("before", ZonePlanMapper.write(inputs.before()))
                        .append("plan", ZonePlanMapper.write(planned.plan()))
                        .append(
                                "figures",
                                planned.figures().stream()
                                        .map(PlannedZonesMapper::figures)
                                        .toList());
        planned.wagePerCall().ifPresent(wage -> document.append(WAGE_PER_CALL, write(wage)));
        return document;
    }

    @Override
    public PlannedZones read(Document state) {
        StoredFields fields = StoredFields.of(collection, state);
        ZoneInputs inputs =
                new ZoneInputs(
                        fields.instant(PLAN_TIME),
                        rules(fields.part("rules")),
                        fields.text("forecast"),
                        demand(fields.parts("demand")),
                        ZonePlanMapper.read(fields.part("before")));
        return new PlannedZones(
                new ZoneKey(fields.constant("product", Product.class), fields.text("region")),
                fields.number("policyVersion"),
                inputs,
                ZonePlanMapper.read(fields.part("plan")),
                fields.instant("expireTime"),
                fields.findPart(WAGE_PER_CALL).map(PlannedZonesMapper::money),
                fields.parts("figures").stream().map(PlannedZonesMapper::figures).toList());
    }

    private static Document rules(ZoneRules rules) {
        return new Document("enabled", rules.enabled())
                .append("openDemand", rules.openDemand())
                .append("closeDemand", rules.closeDemand())
                .append("minCells", rules.minCells())
                .append("closingWarning", stored(rules.closingWarning()));
    }

    private static ZoneRules rules(StoredFields fields) {
        return new ZoneRules(
                fields.flag("enabled"),
                fields.decimal("openDemand"),
                fields.decimal("closeDemand"),
                fields.integer("minCells"),
                fields.duration("closingWarning"));
    }

    private static List<Document> demand(SortedMap<Long, Double> demand) {
        return demand.entrySet().stream()
                .map(cell -> new Document("cell", cell.getKey()).append("calls", cell.getValue()))
                .toList();
    }

    private static SortedMap<Long, Double> demand(List<StoredFields> cells) {
        TreeMap<Long, Double> demand = new TreeMap<>();
        cells.forEach(cell -> demand.put(cell.number("cell"), cell.decimal("calls")));
        return demand;
    }

    private static Document figures(ZoneFigures figures) {
        Document document =
                new Document("zone", figures.zone())
                        .append("capacity", figures.capacity())
                        .append("occupancy", figures.occupancy());
        figures.wagePerCall().ifPresent(wage -> document.append(WAGE_PER_CALL, write(wage)));
        figures.wageBound()
                .ifPresent(bound ->
                        document.append(
                                "wageBound",
                                new Document("next", write(bound.next()))
                                        .append("most", write(bound.most()))
                                        .append("supporters", bound.supporters())));
        return document;
    }

    private static ZoneFigures figures(StoredFields fields) {
        return new ZoneFigures(
                fields.number("zone"),
                fields.integer("capacity"),
                fields.integer("occupancy"),
                fields.findPart(WAGE_PER_CALL).map(PlannedZonesMapper::money),
                fields.findPart("wageBound")
                        .map(bound ->
                                new WageBound(
                                        money(bound.part("next")),
                                        money(bound.part("most")),
                                        bound.has("supporters")
                                                ? bound.integer("supporters")
                                                : 0)));
    }

    private static Document write(Money money) {
        return new Document("amount", money.amount()).append("currency", money.currency());
    }

    private static Money money(StoredFields money) {
        return new Money(money.number("amount"), money.text("currency"));
    }
}
