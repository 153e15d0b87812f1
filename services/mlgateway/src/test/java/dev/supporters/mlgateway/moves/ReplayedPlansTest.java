package dev.supporters.mlgateway.moves;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;

import dev.supporters.contract.Position;
import dev.supporters.contract.WorkStep;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.dispatch.forecast.DemandHistory;
import dev.supporters.dispatch.forecast.DemandHistoryFile;
import dev.supporters.proto.mlgateway.v1.GetMovePlanResponse;
import dev.supporters.proto.mlgateway.v1.MovePlanRecord;
import dev.supporters.proto.mlgateway.v1.PlannedMove;
import dev.supporters.replay.ReplayCommand;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Each recorded plan of half an hour is planned again from its record alone, bit for bit. */
class ReplayedPlansTest {

    private static final int TICKS = 120;
    private static final int SUPPORTERS = 60;

    @TempDir private Path folder;
    private final SplittableRandom random = new SplittableRandom(50_001);
    private final List<MovePlanRecord> records = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void plansFromTonightsCallsAreTheSame() throws IOException {
        // Given
        play(new PlanningNight());

        // When and then
        assertThat(moves()).isGreaterThan(100);
        assertThat(rests()).isPositive();
        assertThat(replay("")).isZero();
        assertThat(text()).endsWith("Decisions: " + TICKS + ", different: 0, not replayed: 0\n");
    }

    @Test
    void plansFromAHistoryAreTheSame() throws IOException {
        // Given
        Path history = Files.writeString(folder.resolve("seoul.json"), history());
        play(new PlanningNight(Optional.of(history)));

        // When and then
        assertThat(records.getFirst().getForecast()).startsWith("history-");
        assertThat(moves()).isGreaterThan(100);
        assertThat(replay(history.toString())).isZero();
        assertThat(text()).endsWith("Decisions: " + TICKS + ", different: 0, not replayed: 0\n");
    }

    @Test
    void plansOfLastNightAreTheSameAfterTheJobHasWrittenANewHistory() throws IOException {
        // Given: a folder as the training job leaves it
        Path histories = Files.createDirectory(folder.resolve("histories"));
        Path before = histories.resolve("demand-seoul-DRIVER-2026-11-19-0000000a.json");
        Files.writeString(before, history("2026-11-19"));
        play(new PlanningNight(Optional.of(histories)));
        String forecast = records.getFirst().getForecast();

        // When: the job learns from this night as well
        Files.writeString(
                histories.resolve("demand-seoul-DRIVER-2026-11-20-0000000b.json"),
                history("2026-11-20"));
        Files.writeString(histories.resolve("other.json"), "{}");

        // Then
        assertThat(forecast)
                .isEqualTo("history-" + DemandHistoryFile.read(before).checksum().substring(0, 8));
        assertThat(replay(histories.toString())).isZero();
        assertThat(text()).endsWith("Decisions: " + TICKS + ", different: 0, not replayed: 0\n");
        Files.delete(before);
        assertThat(replay(histories.toString())).isEqualTo(2);
        assertThat(text())
                .contains("forecast: " + forecast + " (expected: -Dhistory=FILE or a folder");
    }

    @Test
    void plansWithinZonesAndAPartOfTheRolloutAreTheSame() throws IOException {
        // Given
        PlanningNight night = new PlanningNight();
        Position[] cells =
                IntStream.range(0, 40)
                        .mapToObj(i -> new Position(lat(), lng()))
                        .toArray(Position[]::new);
        night.zones(7, PlanningNight.END, cells);

        // When
        play(night, 40);

        // Then
        assertThat(moves()).isPositive();
        assertThat(records)
                .allSatisfy(record -> {
                    assertThat(record.getInputs().getReach().getZonesVersion()).isEqualTo(7);
                    assertThat(record.getInputs().getReach().getRolloutPercent()).isEqualTo(40);
                    assertThat(record.getInputs().getReach().getCellsList())
                            .isSorted()
                            .containsAll(
                                    record.getPlan().getMovesList().stream()
                                            .map(PlannedMove::getCell)
                                            .toList());
                });
        assertThat(replay("")).isZero();
        assertThat(text())
                .contains(
                        "cells of plan 7 of zones may come to supporters",
                        "Only 40 of 100 calls may come to supporters, by the rollout");
    }

    @Test
    void boundedPlansAreTheSame() throws IOException {
        // Given
        PlanningNight night = new PlanningNight();
        night.mostProposals(3);
        play(night);

        // When and then
        assertThat(records)
                .allSatisfy(record ->
                        assertThat(record.getPlan().getMovesCount()).isLessThanOrEqualTo(3))
                .anySatisfy(
                        record -> assertThat(record.getPlan().getPostponedMoves()).isPositive());
        assertThat(replay("")).isZero();
        assertThat(text())
                .contains("Moves that wait for the next tick: ")
                .endsWith("Decisions: " + TICKS + ", different: 0, not replayed: 0\n");
    }

    @Test
    void aRecordThatWasChangedIsDifferent() throws IOException {
        // Given
        play(new PlanningNight());
        records.replaceAll(record -> {
            MovePlanRecord.Builder changed = record.toBuilder();
            changed.getInputsBuilder().setSeed(record.getInputs().getSeed() + 1);
            return changed.build();
        });

        // When and then
        assertThat(replay("")).isOne();
        assertThat(text()).contains("different (recorded -> now):").contains("moves: [");
    }

    /** Supporters come, rest and go, and calls come, all at random. */
    private void play(PlanningNight night) {
        play(night, 100);
    }

    private void play(PlanningNight night, int rolloutPercent) {
        night.put(PlanningNight.policy().setRolloutPercent(rolloutPercent).build());
        MovePlanningService planner = night.instance("one");
        for (int i = 0; i < SUPPORTERS; i++) {
            night.begun("d" + i, lat(), lng());
        }
        for (int tick = 0; tick < TICKS; tick++) {
            night.calls(1 + random.nextInt(2), lat(), lng());
            String driver = "d" + random.nextInt(SUPPORTERS);
            night.shiftStep(driver, tick + 2, state());
            planner.tick();
            records.add(night.record());
            night.clock.advance(Duration.ofSeconds(15));
        }
    }

    private WorkStep.State state() {
        return switch (random.nextInt(10)) {
            case 0 -> WorkStep.State.ENDED;
            case 1, 2 -> WorkStep.State.RESTING;
            default -> WorkStep.State.WORKING;
        };
    }

    private double lat() {
        return 37.45 + random.nextDouble() * .15;
    }

    private double lng() {
        return 126.9 + random.nextDouble() * .15;
    }

    private int replay(String history) throws IOException {
        List<String> lines = records.stream().map(ReplayedPlansTest::line).toList();
        Path file = Files.write(folder.resolve("plans.jsonl"), lines);
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new ReplayCommand(print, print).run(List.of(file.toString(), "en", history));
    }

    private static String line(MovePlanRecord record) {
        try {
            return JsonFormat.printer()
                    .omittingInsignificantWhitespace()
                    .print(GetMovePlanResponse.newBuilder().setRecord(record));
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private int moves() {
        return records.stream().mapToInt(record -> record.getPlan().getMovesCount()).sum();
    }

    private int rests() {
        return records.stream().mapToInt(record -> record.getPlan().getRestDriverIdsCount()).sum();
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String history() {
        return history("2026-11-19");
    }

    private String history(String lastNight) {
        DemandCells cells = new DemandCells();
        TreeMap<Long, Position> origins = new TreeMap<>();
        for (int i = 0; i < 200; i++) {
            Position origin = new Position(lat(), lng());
            origins.putIfAbsent(cells.cell(origin), origin);
        }
        List<DemandHistory.Cell> learned =
                origins.entrySet().stream()
                        .map(cell ->
                                new DemandHistory.Cell(cell.getKey(), cell.getValue(), means()))
                        .toList();
        return DemandHistoryFile.write(
                new DemandHistory(
                        PlanningNight.SEOUL,
                        "DRIVER",
                        ZoneId.of("Asia/Seoul"),
                        LocalTime.of(21, 0),
                        LocalDate.of(2026, 11, 1),
                        LocalDate.parse(lastNight),
                        8,
                        24,
                        learned));
    }

    private List<Double> means() {
        return IntStream.range(0, 24).mapToObj(bin -> random.nextDouble() * .3).toList();
    }
}
