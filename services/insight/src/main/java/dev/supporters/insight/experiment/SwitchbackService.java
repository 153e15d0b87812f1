package dev.supporters.insight.experiment;

import static java.util.Comparator.comparing;

import dev.supporters.contract.Arm;
import dev.supporters.contract.SwitchbackPlan;
import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.insight.night.CountedNight;
import dev.supporters.insight.night.NightCounts.CallTotals;
import dev.supporters.insight.night.NightCounts.StepCounts;
import dev.supporters.insight.night.NightRepository;
import dev.supporters.insight.region.NightRegions;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans experiments, and reads what they say from the counted nights. It changes no policy. */
@ApplicationScoped
public class SwitchbackService {

    private final NightRegions regions;
    private final NightRepository nights;
    private final RunningExperiments experiments;

    SwitchbackService(
            NightRegions regions, NightRepository nights, RunningExperiments experiments) {
        this.regions = regions;
        this.nights = nights;
        this.experiments = experiments;
    }

    /** A time in which one arm applies. */
    public record ArmInterval(Instant begin, Instant end, Arm arm) {}

    /**
     * What an experiment says.
     *
     * @param readout empty while there are too few blocks
     * @param stopDate the night after which the treatment had lost
     */
    public record Result(Optional<SwitchbackReadout> readout, Optional<LocalDate> stopDate) {}

    /** The intervals of a night. Refused: POLICY_NOT_FOUND. */
    public List<ArmInterval> plan(
            SwitchbackPlan plan, Product product, String region, LocalDate businessDate) {
        OpenWindow window =
                regions.find(product, region)
                        .orElseThrow(() ->
                                new Refusal(
                                        ErrorReason.ERROR_REASON_POLICY_NOT_FOUND,
                                        "region: " + region,
                                        "a region whose policy is in force"))
                        .window()
                        .of(businessDate);
        List<ArmInterval> intervals = new ArrayList<>();
        Instant begin = window.begin();
        while (begin.isBefore(window.end())) {
            Instant next = begin.plus(plan.interval());
            Instant end = next.isBefore(window.end()) ? next : window.end();
            intervals.add(new ArmInterval(begin, end, plan.at(region, window, begin).arm()));
            begin = end;
        }
        return intervals;
    }

    /** What the nights say whose windows are over; where the experiment was stopped, until then. */
    public Result read(SwitchbackPlan plan, Product product, Set<String> where, int howManyNights) {
        List<LocalDate> dates =
                plan.firstDate().datesUntil(plan.firstDate().plusDays(howManyNights)).toList();
        List<CountedNight> over =
                nights.find(product, dates).stream()
                        .filter(night -> where.contains(night.key().region()))
                        .filter(night -> !night.updateTime().isBefore(night.endTime()))
                        .sorted(comparing(night -> night.key().businessDate()))
                        .toList();
        BlockCounts counts = new BlockCounts();
        Optional<LocalDate> stopDate = Optional.empty();
        for (LocalDate date : dates) {
            over.stream()
                    .filter(night -> night.key().businessDate().equals(date))
                    .forEach(night -> add(plan, night, counts));
            if (stopDate.isEmpty()) {
                stopDate =
                        SwitchbackReadout.of(counts)
                                .filter(LosingArmGuard.USUAL::stops)
                                .map(readout -> date);
            }
        }
        return new Result(SwitchbackReadout.of(counts), stopDate);
    }

    private void add(SwitchbackPlan plan, CountedNight night, BlockCounts counts) {
        Instant stop =
                experiments
                        .stopTime(plan, night.key().product(), night.key().region())
                        .orElse(Instant.MAX);
        OpenWindow window =
                new OpenWindow(night.key().businessDate(), night.beginTime(), night.endTime());
        List<StepCounts> steps = night.counts().calls().steps();
        for (int step = 0; step < steps.size(); step++) {
            Instant time = night.beginTime().plus(CallTotals.STEP.multipliedBy(step));
            if (time.plus(CallTotals.STEP).isAfter(stop)) {
                return;
            }
            counts.add(
                    plan.at(night.key().region(), window, time),
                    steps.get(step).requested(),
                    steps.get(step).bySupporters());
        }
    }
}
