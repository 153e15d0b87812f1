package dev.supporters.insight.adapter.kafka;

import dev.supporters.insight.moment.CallLogs;
import dev.supporters.insight.moment.ShiftLogs;
import dev.supporters.insight.night.NightCalls;
import dev.supporters.insight.night.NightCommands;
import dev.supporters.insight.night.NightMembers;
import dev.supporters.insight.night.NightShifts;
import dev.supporters.insight.night.NightZones;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.driver.v1.DriverEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.events.zone.v1.ZoneEvent;

import jakarta.enterprise.context.ApplicationScoped;

/** Applies events to what is in memory. */
@ApplicationScoped
class NightProjection {

    private static final String UNKNOWN = "unknown";

    private final NightCalls calls;
    private final NightCommands commands;
    private final NightShifts shifts;
    private final NightMembers members;
    private final NightZones zones;
    private final CallLogs callLogs;
    private final ShiftLogs shiftLogs;
    private final Events events;

    NightProjection(
            NightCalls calls,
            NightCommands commands,
            NightShifts shifts,
            NightMembers members,
            NightZones zones,
            CallLogs callLogs,
            ShiftLogs shiftLogs,
            Events events) {
        this.calls = calls;
        this.commands = commands;
        this.shifts = shifts;
        this.members = members;
        this.zones = zones;
        this.callLogs = callLogs;
        this.shiftLogs = shiftLogs;
        this.events = events;
    }

    void apply(CallEvent event) {
        counted(calls.apply(event), Topics.CALLS);
        callLogs.apply(event);
    }

    void apply(ActivityEvent event) {
        counted(commands.apply(event), Topics.ACTIVITY);
    }

    void apply(WorkEvent event) {
        counted(shifts.apply(event), Topics.WORK);
        shiftLogs.apply(event);
    }

    void apply(DriverEvent event) {
        counted(members.apply(event), Topics.DRIVERS);
    }

    void apply(ZoneEvent event) {
        counted(zones.apply(event), Topics.ZONES);
    }

    private void counted(boolean known, String topic) {
        if (!known) {
            events.skipped(topic, UNKNOWN);
        }
    }
}
