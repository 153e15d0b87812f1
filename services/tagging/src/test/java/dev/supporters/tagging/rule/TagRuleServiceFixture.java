package dev.supporters.tagging.rule;

import dev.supporters.platform.store.Change;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.tagging.adapter.mongo.TaggingMemory;
import dev.supporters.tagging.rule.KeptTagRule.Author;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** A service of rules whose memory is the test's, and the call on which they are tried. */
abstract class TagRuleServiceFixture {

    static final Call CALL =
            Call.newBuilder().setCallId("1").setCustomerId("7").setDistanceMeters(70_000).build();

    static final Author SOMEBODY = author("2026-11-30T12:00:00Z", "operator-1", "");
    static final TagRule MINE = new TagRule("mine", TagRule.FIT, "true", true);

    final TaggingMemory memory = new TaggingMemory();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final TagRuleService service = service();

    TagRuleService service() {
        return new TagRuleService(memory.rules(), new TagRuleCompiler(), meters);
    }

    SortedSet<String> tagsOf(Call call) {
        return service.tagsOf(call, List.of());
    }

    static Author author(String time, String actor, String reason) {
        return new Author(Instant.parse(time), actor, reason);
    }

    void put(TagRule rule) {
        memory.rules()
                .change(
                        rule.name(),
                        "",
                        (current, version) -> Optional.of(Change.to(KeptTagRule.of(rule))));
    }
}
