package dev.supporters.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

class StatementFileTest {

    @Test
    void aFileThatAddsUpHasNoFault() {
        // When
        StatementFile file = StatementFile.read(ExportedText.right());

        // Then
        assertThat(file.faults()).isEmpty();
        assertThat(file.checksumHolds()).isTrue();
        assertThat(file.totals()).isEqualTo(Map.of("work", 3_967L, "w2", 300L));
        assertThat(file.sum("total")).isEqualTo(4_267);
        assertThat(file.sum("held")).isEqualTo(300);
        assertThat(file.rows().get(1)).containsEntry("driver_id", "e \"the second\", late");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4267,KRW|4268,KRW|sum of total in KRW: 4268 (expected: 4267)",
                "760,1060|761,1060|sum of waiting_seconds in KRW: 761 (expected: 760)",
                ",18,,4201|,18,,many|sum of earned in KRW: 0 (expected: 4201)",
                "4267,KRW,,300|4267,USD,,300|sums of [USD] (expected: [KRW])",
                "3967,KRW,NOT_HELD|3968,KRW,NOT_HELD|shift work: the total is 3968 (expected: 3967,"
                        + " what its parts come to)"
            })
    void saysWhatDoesNotAddUp(String was, String is, String fault) {
        // Given
        String sum = ExportedText.SUM.replace(was, is);
        String first = ExportedText.FIRST.replace(was, is);

        // When
        StatementFile file =
                StatementFile.read(
                        ExportedText.of(ExportedText.HEADER, first, ExportedText.SECOND, sum));

        // Then
        assertThat(file.checksumHolds()).isTrue();
        assertThat(file.faults()).contains(fault);
    }

    @Test
    void aByteThatWasChangedBreaksTheChecksum() {
        assertThat(StatementFile.read(ExportedText.right().replace("work,", "Work,")).faults())
                .containsExactly("its checksum line does not hold");
        assertThat(StatementFile.read(ExportedText.HEADER + "\r\n").faults())
                .containsExactly("its checksum line does not hold");
        assertThat(StatementFile.read(ExportedText.right() + "\r\n").checksumHolds()).isFalse();
    }

    @Test
    void aDateWithoutStatementsHasAHeaderAndAChecksum() {
        assertThat(StatementFile.read(ExportedText.of(ExportedText.HEADER)).faults()).isEmpty();
    }
}
