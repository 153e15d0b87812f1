package dev.supporters.policy.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.contract.AbusePolicy;
import dev.supporters.contract.AppRule;
import dev.supporters.contract.AppVersion;
import dev.supporters.contract.AssignmentPolicy;
import dev.supporters.contract.CallPolicy;
import dev.supporters.contract.JoinPolicy;
import dev.supporters.contract.Money;
import dev.supporters.contract.MovePolicy;
import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.WorkWindow;
import dev.supporters.contract.ZonePolicy;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.policy.revision.PolicyKey;
import dev.supporters.policy.revision.PolicyRevision;
import dev.supporters.policy.revision.PolicyTerms;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.policy.v1.Policy;

import org.bson.Document;

import java.util.Optional;

/** A version as a document, in both collections. */
final class PolicyRevisionMapper implements StateMapper<PolicyRevision> {

    static final String REGION = "region";
    static final String REQUEST_ID = "requestId";

    private static final String EFFECTIVE_TIME = "effectiveTime";
    private static final String REASON = "reason";

    private final String collection;

    PolicyRevisionMapper(String collection) {
        this.collection = collection;
    }

    @Override
    public Document write(PolicyRevision revision) {
        Document written =
                new Document("product", stored(revision.key().product()))
                        .append(REGION, revision.key().region())
                        .append("version", revision.version())
                        .append("terms", write(revision.terms()))
                        .append("updateTime", stored(revision.updateTime()))
                        .append("updatedBy", revision.updatedBy())
                        .append(REQUEST_ID, revision.requestId());
        revision.effectiveTime()
                .ifPresent(effective -> written.append(EFFECTIVE_TIME, stored(effective)));
        if (!revision.reason().isEmpty()) {
            written.append(REASON, revision.reason());
        }
        return written;
    }

    @Override
    public PolicyRevision read(Document state) {
        StoredFields fields = StoredFields.of(collection, state);
        return new PolicyRevision(
                new PolicyKey(fields.constant("product", Product.class), fields.text(REGION)),
                fields.number("version"),
                terms(fields.part("terms")),
                // versions of the forms before 5 were in force at once
                fields.has(EFFECTIVE_TIME)
                        ? Optional.of(fields.instant(EFFECTIVE_TIME))
                        : Optional.empty(),
                fields.instant("updateTime"),
                fields.text("updatedBy"),
                fields.textOrEmpty(REASON),
                fields.text(REQUEST_ID));
    }

    private static Document write(PolicyTerms terms) {
        Document written =
                new Document("bounds", write(terms.bounds()))
                        .append("timeZone", terms.window().zone().getId())
                        .append("windowBegin", terms.window().begin().toString())
                        .append("windowLength", stored(terms.window().length()))
                        .append("veto", stored(terms.veto()))
                        .append("onRefusal", stored(terms.onRefusal()))
                        .append("hourlyWage", write(terms.hourlyWage()))
                        .append("restPaid", terms.restPaid())
                        .append("rolloutPercent", terms.rolloutPercent())
                        .append("maxPickup", stored(terms.maxPickup()))
                        .append("maxCandidates", terms.maxCandidates())
                        .append(
                                "appRules",
                                terms.appRules().stream().map(PolicyRevisionMapper::write).toList())
                        .append("unreachableAfter", stored(terms.unreachableAfter()))
                        .append("overrunLimit", stored(terms.overrunLimit()))
                        .append("assignment", PolicyPartsMapper.write(terms.assignment()))
                        .append("moves", PolicyPartsMapper.write(terms.moves()))
                        .append("zones", PolicyPartsMapper.write(terms.zones()))
                        .append("join", PolicyPartsMapper.write(terms.join()));
        if (!terms.abuse().equals(AbusePolicy.OFF)) {
            written.append("abuse", PolicyPartsMapper.write(terms.abuse()));
        }
        if (!terms.calls().equals(CallPolicy.OFF)) {
            written.append("calls", PolicyPartsMapper.write(terms.calls()));
        }
        return written;
    }

    /**
     * Forms 1 and 2 have no parts, form 3 has no limit of overruns, forms 1 to 5 do not say who may join. The parts about abuse
     * and about calls are missing where they are off.
     */
    private static PolicyTerms terms(StoredFields terms) {
        return new PolicyTerms(
                bounds(terms.part("bounds")),
                WorkWindow.parse(
                        terms.text("timeZone"),
                        terms.text("windowBegin"),
                        terms.duration("windowLength")),
                terms.duration("veto"),
                terms.constant("onRefusal", RefusalConsequence.class),
                hourlyWage(terms),
                terms.flag("restPaid"),
                terms.integer("rolloutPercent"),
                terms.duration("maxPickup"),
                terms.integer("maxCandidates"),
                terms.parts("appRules").stream().map(PolicyRevisionMapper::appRule).toList(),
                terms.duration("unreachableAfter"),
                terms.has("overrunLimit")
                        ? terms.duration("overrunLimit")
                        : PolicyDefaults.overrunLimit(Policy.getDefaultInstance()),
                terms.findPart("assignment")
                        .map(PolicyPartsMapper::assignment)
                        .orElse(AssignmentPolicy.OFF),
                terms.findPart("moves").map(PolicyPartsMapper::moves).orElse(MovePolicy.OFF),
                terms.findPart("zones").map(PolicyPartsMapper::zones).orElse(ZonePolicy.OFF),
                terms.findPart("join").map(PolicyPartsMapper::join).orElse(JoinPolicy.OFF),
                terms.findPart("abuse").map(PolicyPartsMapper::abuse).orElse(AbusePolicy.OFF),
                terms.findPart("calls").map(PolicyPartsMapper::calls).orElse(CallPolicy.OFF));
    }

    private static Document write(RegionBounds bounds) {
        return new Document("south", bounds.south())
                .append("west", bounds.west())
                .append("north", bounds.north())
                .append("east", bounds.east());
    }

    private static RegionBounds bounds(StoredFields bounds) {
        return new RegionBounds(
                bounds.decimal("south"),
                bounds.decimal("west"),
                bounds.decimal("north"),
                bounds.decimal("east"));
    }

    static Document write(Money wage) {
        return new Document("amount", wage.amount()).append("currency", wage.currency());
    }

    /** Form 1 has amount and currency among the terms. */
    private static Money hourlyWage(StoredFields terms) {
        return terms.findPart("hourlyWage")
                .map(PolicyRevisionMapper::money)
                .orElseGet(() -> new Money(terms.number("wage"), terms.text("currency")));
    }

    static Money money(StoredFields money) {
        return new Money(money.number("amount"), money.text("currency"));
    }

    private static Document write(AppRule rule) {
        return new Document("platform", stored(rule.platform()))
                .append("minVersion", rule.minVersion().value());
    }

    private static AppRule appRule(StoredFields rule) {
        return new AppRule(
                rule.constant("platform", AppPlatform.class),
                new AppVersion(rule.text("minVersion")));
    }
}
