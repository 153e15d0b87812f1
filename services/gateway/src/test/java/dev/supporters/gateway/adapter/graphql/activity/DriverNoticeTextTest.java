package dev.supporters.gateway.adapter.graphql.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.gateway.adapter.graphql.activity.NoticeTypes.NoticeText;
import dev.supporters.proto.activity.v1.SignalDecision;
import dev.supporters.proto.activity.v1.SignalKind;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

class DriverNoticeTextTest {

    private static final List<NoticeText> ALL =
            Stream.concat(
                            Stream.of(SignalKind.values()).map(DriverNoticeText::noticed),
                            Stream.of(SignalDecision.values()).flatMap(DriverNoticeTextTest::of))
                    .distinct()
                    .toList();

    private static Stream<NoticeText> of(SignalDecision decision) {
        return Stream.of(SignalDecision.values())
                .map(before -> DriverNoticeText.consequence(decision, before));
    }

    @Test
    void eachKindAndEachDecisionHasATextOfItsOwnInBothLanguages() {
        // what is not known has the same text whatever it is; pay that is held beside a suspension
        // has one more
        assertThat(ALL)
                .hasSize(SignalKind.values().length - 1 + SignalDecision.values().length - 1 + 1);
        assertThat(ALL).extracting(NoticeText::key).doesNotHaveDuplicates();
        assertThat(ALL).extracting(NoticeText::english).doesNotHaveDuplicates();
        assertThat(ALL).extracting(NoticeText::korean).doesNotHaveDuplicates();
        assertThat(ALL)
                .allSatisfy(text -> {
                    assertThat(text.korean()).containsPattern("[가-힣]");
                    assertThat(text.english()).doesNotContainPattern("[가-힣]");
                });
    }

    @Test
    void noTextTellsANumberByWhichOneCouldStayBelowAThreshold() {
        assertThat(ALL)
                .allSatisfy(text ->
                        assertThat(text.korean() + text.english()).doesNotContainPattern("[0-9]"));
    }
}
