package dev.supporters.driver.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.driver.application.Application;
import dev.supporters.driver.application.Application.Action;
import dev.supporters.driver.application.Application.State;
import dev.supporters.driver.application.Application.Step;
import dev.supporters.driver.application.Applications;
import dev.supporters.driver.eligibility.Criterion;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.proto.common.v1.Product;

import org.bson.Document;

import java.util.OptionalDouble;

/** Applications as a part of their driver's document. */
final class ApplicationMapper {

    /** Since when an application has waited for a review; absent if none waits. */
    static final String REVIEW_TIME = "reviewTime";

    /** Since when a driver has not answered what an operator asked; absent if nothing was asked. */
    static final String ANSWER_TIME = "answerTime";

    private static final String APPLICATIONS = "applications";

    private ApplicationMapper() {}

    static void write(Applications applications, Document profile) {
        if (applications.all().isEmpty()) {
            return;
        }
        profile.append(
                APPLICATIONS, applications.all().stream().map(ApplicationMapper::write).toList());
        applications
                .waitingSince(State.SUBMITTED)
                .ifPresent(since -> profile.append(REVIEW_TIME, stored(since)));
        applications
                .waitingSince(State.INFORMATION_REQUIRED)
                .ifPresent(since -> profile.append(ANSWER_TIME, stored(since)));
    }

    /** Profiles before form 3 have none. */
    static Applications read(StoredFields profile) {
        return profile.has(APPLICATIONS)
                ? new Applications(
                        profile.parts(APPLICATIONS).stream()
                                .map(ApplicationMapper::application)
                                .toList())
                : Applications.NONE;
    }

    private static Document write(Application application) {
        return new Document("number", application.number())
                .append("product", stored(application.product()))
                .append("region", application.region())
                .append(
                        "steps",
                        application.steps().stream().map(ApplicationMapper::write).toList());
    }

    private static Application application(StoredFields fields) {
        return new Application(
                fields.integer("number"),
                fields.constant("product", Product.class),
                fields.text("region"),
                fields.parts("steps").stream().map(ApplicationMapper::step).toList());
    }

    private static Document write(Step step) {
        return new Document("action", stored(step.action()))
                .append("requestId", step.requestId())
                .append("actor", step.actor())
                .append("text", step.text())
                .append("time", stored(step.time()))
                .append(
                        "criteria",
                        step.criteria().stream().map(ApplicationMapper::write).toList());
    }

    private static Step step(StoredFields fields) {
        return new Step(
                fields.constant("action", Action.class),
                fields.text("requestId"),
                fields.text("actor"),
                fields.text("text"),
                fields.instant("time"),
                fields.parts("criteria").stream().map(ApplicationMapper::criterion).toList());
    }

    private static Document write(Criterion criterion) {
        Document document = new Document("kind", stored(criterion.kind()));
        criterion.value().ifPresent(value -> document.append("value", value));
        criterion.limit().ifPresent(limit -> document.append("limit", limit));
        return document;
    }

    private static Criterion criterion(StoredFields fields) {
        return new Criterion(
                fields.constant("kind", Criterion.Kind.class),
                number(fields, "value"),
                number(fields, "limit"));
    }

    private static OptionalDouble number(StoredFields fields, String field) {
        return fields.has(field)
                ? OptionalDouble.of(fields.decimal(field))
                : OptionalDouble.empty();
    }
}
