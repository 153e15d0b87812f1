package dev.supporters.insight.moment;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.insight.night.RegionNight;
import dev.supporters.insight.region.NightRegions;
import dev.supporters.insight.region.NightTerms;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.insight.v1.CallStates;
import dev.supporters.proto.insight.v1.CallStep;
import dev.supporters.proto.insight.v1.NightStates;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes down the nights of which all that happened is in memory. What it writes depends on the events only, not on the order in which they came. */
@ApplicationScoped
public class NightStatesCollector {

    private final NightRegions regions;
    private final CallLogs calls;
    private final ShiftLogs shifts;
    private final DemandCells cells = new DemandCells();

    NightStatesCollector(NightRegions regions, CallLogs calls, ShiftLogs shifts) {
        this.regions = regions;
        this.calls = calls;
        this.shifts = shifts;
    }

    /**
     * The nights that began since an instant, and of which anything is known. What is older is forgotten.
     *
     * @param since all events since then are in memory
     */
    Map<RegionNight, NightStates> collect(Instant since, Instant now) {
        calls.forget(since);
        shifts.forget(since);
        Collection<NightTerms> all = regions.all();
        Collection<CallLog> known = calls.all();
        Map<RegionNight, List<CallLog>> callsOf =
                known.stream()
                        .filter(call -> nightOf(call, all).isPresent())
                        .collect(groupingBy(call -> nightOf(call, all).orElseThrow()));
        Map<RegionNight, List<ShiftLog>> shiftsOf =
                shifts.all().stream().collect(groupingBy(NightStatesCollector::nightOf));
        Map<String, List<CallLog>> byDriver = byDriver(known);
        Map<RegionNight, NightStates> nights = new HashMap<>();
        for (NightTerms terms : all) {
            for (OpenWindow window : terms.windows(since, now)) {
                RegionNight key =
                        new RegionNight(terms.product(), terms.region(), window.businessDate());
                List<CallLog> itsCalls = callsOf.getOrDefault(key, List.of());
                List<ShiftLog> itsShifts = shiftsOf.getOrDefault(key, List.of());
                if (!itsCalls.isEmpty() || !itsShifts.isEmpty()) {
                    nights.put(key, states(key, window, now, itsCalls, itsShifts, byDriver));
                }
            }
        }
        return nights;
    }

    private NightStates states(
            RegionNight key,
            OpenWindow window,
            Instant now,
            List<CallLog> calls,
            List<ShiftLog> shifts,
            Map<String, List<CallLog>> byDriver) {
        NightStates.Builder states =
                NightStates.newBuilder()
                        .setProduct(key.product())
                        .setRegion(key.region())
                        .setBusinessDate(key.businessDate().toString())
                        .setBeginTime(Timestamps.of(window.begin()))
                        .setEndTime(Timestamps.of(window.end()))
                        .setUpdateTime(Timestamps.of(now));
        calls.stream()
                .sorted(comparing(CallLog::callId))
                .forEach(call -> states.addCalls(states(call)));
        shifts.stream()
                .sorted(comparing(shift -> shift.first().driverId()))
                .map(shift ->
                        SupporterStatesBuilder.of(
                                shift,
                                byDriver.getOrDefault(shift.first().driverId().value(), List.of()),
                                cells))
                .forEach(states::addSupporters);
        return states.build();
    }

    private CallStates states(CallLog call) {
        CallStates.Builder states =
                CallStates.newBuilder()
                        .setCallId(call.callId())
                        .setCell(cells.cell(call.request().orElseThrow().origin()));
        call.steps()
                .forEach(step ->
                        states.addSteps(
                                CallStep.newBuilder()
                                        .setTimeMillis(step.time().toEpochMilli())
                                        .setState(step.state())
                                        .setDriverId(step.driverId())));
        return states.build();
    }

    private static Map<String, List<CallLog>> byDriver(Collection<CallLog> calls) {
        Map<String, List<CallLog>> byDriver = new HashMap<>();
        for (CallLog call : calls) {
            Set<String> drivers =
                    call.steps().stream().map(CallLog.Step::driverId).collect(Collectors.toSet());
            drivers.forEach(
                    driver -> byDriver.computeIfAbsent(driver, id -> new ArrayList<>()).add(call));
        }
        return byDriver;
    }

    private static Optional<RegionNight> nightOf(CallLog call, Collection<NightTerms> regions) {
        return call.request()
                .flatMap(request ->
                        RegionNight.of(call.product(), request.origin(), request.time(), regions));
    }

    private static RegionNight nightOf(ShiftLog shift) {
        return new RegionNight(
                shift.first().product(),
                shift.first().region(),
                shift.first().workId().businessDate());
    }
}
