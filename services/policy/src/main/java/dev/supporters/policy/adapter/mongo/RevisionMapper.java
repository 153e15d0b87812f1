package dev.supporters.policy.adapter.mongo;

import dev.supporters.platform.store.StateMapper;
import dev.supporters.policy.book.AppRule;
import dev.supporters.policy.book.Bounds;
import dev.supporters.policy.book.PolicyKey;
import dev.supporters.policy.book.Revision;
import dev.supporters.policy.book.Terms;
import dev.supporters.policy.book.Wage;
import dev.supporters.policy.book.WorkWindow;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;

import org.bson.Document;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A version as a document. */
public final class RevisionMapper implements StateMapper<Revision> {

    @Override
    public Document write(Revision revision) {
        return new Document("product", revision.key().product().name())
                .append("region", revision.key().region())
                .append("version", revision.version())
                .append("terms", write(revision.terms()))
                .append("updateTime", revision.updateTime().toString())
                .append("updatedBy", revision.updatedBy())
                .append("requestId", revision.requestId());
    }

    @Override
    public Revision read(Document state) {
        return new Revision(
                new PolicyKey(
                        Product.valueOf(state.getString("product")), state.getString("region")),
                state.getLong("version"),
                readTerms(state.get("terms", Document.class)),
                Instant.parse(state.getString("updateTime")),
                state.getString("updatedBy"),
                state.getString("requestId"));
    }

    private static Document write(Terms terms) {
        List<Document> rules =
                terms.appRules().stream()
                        .map(rule ->
                                new Document("platform", rule.platform().name())
                                        .append("minVersion", rule.minVersion()))
                        .toList();
        return new Document("bounds", write(terms.bounds()))
                .append("timeZone", terms.window().zone().getId())
                .append("windowBegin", terms.window().begin().toString())
                .append("windowLength", terms.window().length().toString())
                .append("veto", terms.veto().toString())
                .append("onRefusal", terms.onRefusal().name())
                .append("wage", terms.wage().amount())
                .append("currency", terms.wage().currency().getCurrencyCode())
                .append("restPaid", terms.restPaid())
                .append("rolloutPercent", terms.rolloutPercent())
                .append("maxPickup", terms.maxPickup().toString())
                .append("maxCandidates", terms.maxCandidates())
                .append("appRules", rules)
                .append("unreachableAfter", terms.unreachableAfter().toString());
    }

    private static Terms readTerms(Document terms) {
        return new Terms(
                readBounds(terms.get("bounds", Document.class)),
                WorkWindow.parse(
                        terms.getString("timeZone"),
                        terms.getString("windowBegin"),
                        Duration.parse(terms.getString("windowLength"))),
                Duration.parse(terms.getString("veto")),
                RefusalConsequence.valueOf(terms.getString("onRefusal")),
                Wage.parse(terms.getLong("wage"), terms.getString("currency")),
                terms.getBoolean("restPaid"),
                terms.getInteger("rolloutPercent"),
                Duration.parse(terms.getString("maxPickup")),
                terms.getInteger("maxCandidates"),
                terms.getList("appRules", Document.class).stream()
                        .map(RevisionMapper::readRule)
                        .toList(),
                Duration.parse(terms.getString("unreachableAfter")));
    }

    private static Document write(Bounds bounds) {
        return new Document("south", bounds.south())
                .append("west", bounds.west())
                .append("north", bounds.north())
                .append("east", bounds.east());
    }

    private static Bounds readBounds(Document bounds) {
        return new Bounds(
                bounds.getDouble("south"),
                bounds.getDouble("west"),
                bounds.getDouble("north"),
                bounds.getDouble("east"));
    }

    private static AppRule readRule(Document rule) {
        return new AppRule(
                AppPlatform.valueOf(rule.getString("platform")), rule.getString("minVersion"));
    }
}
