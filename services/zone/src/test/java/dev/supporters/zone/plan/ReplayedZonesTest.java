package dev.supporters.zone.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.JsonFormat;

import dev.supporters.dispatch.zone.ZoneInputs;
import dev.supporters.dispatch.zone.ZonePlan;
import dev.supporters.dispatch.zone.ZonePlan.Basis;
import dev.supporters.dispatch.zone.ZonePlanner;
import dev.supporters.dispatch.zone.ZoneRules;
import dev.supporters.proto.zone.v1.ReplayResponse;
import dev.supporters.proto.zone.v1.ZonePlanRecord;
import dev.supporters.replay.ReplayCommand;
import dev.supporters.testkit.TestClock;
import dev.supporters.zone.SampleZones;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Plans of a night are made again by {@code -Preplay} from their records alone, bit for bit. */
class ReplayedZonesTest {

    private static final int MINUTES = 240;

    private final Random random = new Random(50_001);
    private final ZonePlanner planner = new ZonePlanner(SampleZones.GRID);
    private final List<PlannedZones> night = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir Path folder;

    @BeforeEach
    void planANight() {
        ZonePlan before = ZonePlan.NONE;
        for (int minute = 0; minute < MINUTES; minute++) {
            ZoneInputs inputs = inputs(minute, before);
            before = planner.plan(inputs);
            night.add(
                    new PlannedZones(
                            SampleZones.SEOUL,
                            7,
                            inputs,
                            before,
                            inputs.time().plusSeconds(310),
                            Optional.empty(),
                            List.of()));
        }
    }

    @Test
    void everyPlanOfANightIsTheSameAgain() throws IOException {
        // Given
        List<String> lines = new ArrayList<>();
        Set<Basis> bases = EnumSet.noneOf(Basis.class);
        for (PlannedZones planned : night) {
            bases.add(planned.plan().basis());
            lines.add(json(ZoneRecordMessages.record(planned, lines.size() + 1L)));
        }

        // When
        int status = replay(lines, "en");

        // Then
        assertThat(printed())
                .doesNotContain("different (")
                .contains("Plan of zones of seoul, version 1, made at 2026-11-20")
                .contains("These zones apply:")
                .contains("calls expected in 30 minutes")
                .contains("and stays only if it expects 0.5 again")
                .contains("The region applies: the policy has switched zones off.")
                .endsWith("Decisions: " + MINUTES + ", different: 0, not replayed: 0\n");
        assertThat(status).isZero();
        assertThat(bases)
                .contains(
                        Basis.ZONES,
                        Basis.SWITCHED_OFF,
                        Basis.INVALID_THRESHOLDS,
                        Basis.NO_DEMAND,
                        Basis.NO_FORECAST);
    }

    @Test
    void aPlanWhoseDemandWasChangedIsDifferent() throws IOException {
        // Given
        PlannedZones zones =
                night.stream()
                        .filter(planned -> planned.plan().basis() == Basis.ZONES)
                        .findFirst()
                        .orElseThrow();
        ZonePlanRecord.Builder record = ZoneRecordMessages.record(zones, 1).toBuilder();
        record.getInputsBuilder()
                .getDemandBuilderList()
                .forEach(cell -> cell.setCalls(Math.nextUp(cell.getCalls())));

        // When
        int status = replay(List.of(json(record.build())), "ko");

        // Then
        assertThat(status).isOne();
        assertThat(printed()).contains("다음 활동 지역이 적용됨:").contains("  zones: [").contains(" -> ");
    }

    private ZoneInputs inputs(int minute, ZonePlan before) {
        TreeMap<Long, Double> demand = new TreeMap<>();
        for (long cell : SampleZones.GRID.withNeighbours(SampleZones.CENTER)) {
            for (long near : SampleZones.GRID.withNeighbours(cell)) {
                demand.put(near, minute % 50 == 7 ? 0 : random.nextDouble() * 1.2);
            }
        }
        if (minute % 50 == 9) {
            demand.clear();
        }
        return new ZoneInputs(
                TestClock.FRIDAY_NIGHT.plus(Duration.ofMinutes(minute)),
                rules(minute),
                "history 2026-11-19 + tonight",
                demand,
                before);
    }

    private static ZoneRules rules(int minute) {
        return switch (minute % 50) {
            case 11 -> ZoneRules.OFF;
            case 13 -> new ZoneRules(true, .3, .4, 2, Duration.ofMinutes(10));
            default -> SampleZones.RULES;
        };
    }

    private int replay(List<String> lines, String language) throws IOException {
        Path file = Files.write(folder.resolve("zones.jsonl"), lines);
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new ReplayCommand(printed, printed).run(List.of(file.toString(), language));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String json(ZonePlanRecord record) throws IOException {
        return JsonFormat.printer()
                .omittingInsignificantWhitespace()
                .print(ReplayResponse.newBuilder().setSame(true).setRecord(record));
    }
}
