package dev.supporters.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import static java.util.Objects.requireNonNull;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.platform.store.MongoAggregateStore;
import dev.supporters.platform.store.Query;

import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every query of a service has a declared index that serves it. On a MongoDB server ({@link TestStore}) its plans must not scan the
 * collection, either. A service's test extends this and lists one sample of each query.
 */
public abstract class QueriesContract {

    @AutoClose private final TestStore store = new TestStore();

    protected abstract List<SampleQuery> samples();

    @TestFactory
    Stream<DynamicTest> everyQueryHasItsIndex() {
        return samples().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.toString(), () -> check(sample)));
    }

    private void check(SampleQuery sample) {
        assertThatCode(() -> sample.spec().requireIndexFor(sample.query()))
                .doesNotThrowAnyException();
        AggregateStore<?> opened = store.open(sample.spec(), new TestClock());
        assertThat(opened.query(sample.query())).isEmpty();
        if (store.isServer()) {
            requireNoScan((MongoAggregateStore<?>) opened, sample.query());
        }
    }

    static void requireNoScan(MongoAggregateStore<?> opened, Query query) {
        opened.explain(query).forEach(QueriesContract::requireNoScan);
    }

    /** A plan of a MongoDB server that reads by an index. */
    public static void requireNoScan(Document plan) {
        assertThat(stages(plan.get("queryPlanner", Document.class).get("winningPlan")))
                .as("stages of %s", plan)
                .isNotEmpty()
                .doesNotContain("COLLSCAN");
    }

    /** The names of all stages of a plan, however deep. */
    static List<String> stages(Object part) {
        Stream<String> own =
                part instanceof Document plan && plan.get("stage") instanceof String stage
                        ? Stream.of(stage)
                        : Stream.empty();
        Stream<?> parts =
                switch (part) {
                    case Map<?, ?> plan -> plan.values().stream();
                    case List<?> plans -> plans.stream();
                    default -> Stream.empty();
                };
        return Stream.concat(
                        own,
                        parts.filter(each -> each != null).flatMap(each -> stages(each).stream()))
                .toList();
    }

    /** A query with values that could be. */
    public record SampleQuery(CollectionSpec<?> spec, Query query) {

        public SampleQuery {
            requireNonNull(spec);
            requireNonNull(query);
        }

        @Override
        public String toString() {
            return spec.name() + " " + query.conditions() + " " + query.orders();
        }
    }
}
