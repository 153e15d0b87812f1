package dev.supporters.commander.slot;

import dev.supporters.platform.store.Change;

import java.util.Optional;

/**
 * How a slot follows its work. News of a work count once and in their order: what is not newer than the newest heard changes
 * nothing, nor does an older work.
 */
public final class WorkRule {

    private WorkRule() {}

    /** The slot after the news; nothing where they are old. */
    public static Optional<Change<Slot>> apply(Optional<Slot> slot, WorkNews news) {
        Slot found = slot.orElseGet(() -> Slot.never(news.driverId()));
        Duty duty = found.duty();
        if (!duty.workId().equals(news.workId())) {
            return news.what() instanceof WorkNews.What.Begun begun
                            && news.eventTime().isAfter(duty.beginTime())
                    ? Optional.of(Change.to(begun(found, news, begun)))
                    : Optional.empty();
        }
        if (news.version() <= duty.version()) {
            return Optional.empty();
        }
        Slot heard = found.with(found.seat().with(duty.at(news.version())));
        return Optional.of(
                Change.to(
                        switch (news.what()) {
                            case WorkNews.What.Begun begun -> heard;
                            case WorkNews.What.Rested rested ->
                                    heard instanceof Slot.Free free
                                            ? new Slot.Paused(free.seat())
                                            : heard;
                            case WorkNews.What.Resumed resumed ->
                                    heard instanceof Slot.Paused paused
                                            ? new Slot.Free(paused.seat())
                                            : heard;
                            case WorkNews.What.Ending ending -> closed(heard);
                            case WorkNews.What.Ended ended -> closed(heard);
                        }));
    }

    /** Takes no new command; off at once unless engaged. */
    static Slot closed(Slot slot) {
        Seat seat = slot.seat().with(slot.duty().closed());
        return switch (slot) {
            case Slot.Off off -> new Slot.Off(seat);
            case Slot.Free free -> new Slot.Off(seat);
            case Slot.Paused paused -> new Slot.Off(seat);
            case Slot.Engaged engaged -> engaged.with(seat);
        };
    }

    private static Slot begun(Slot slot, WorkNews news, WorkNews.What.Begun begun) {
        Duty duty =
                new Duty(
                        news.workId(),
                        news.product(),
                        news.eventTime(),
                        begun.until(),
                        news.version(),
                        false);
        Seat seat = slot.seat().with(duty);
        return switch (slot) {
            case Slot.Off off -> new Slot.Free(seat);
            case Slot.Free free -> new Slot.Free(seat);
            case Slot.Paused paused -> new Slot.Free(seat);
            case Slot.Engaged engaged -> engaged.with(seat);
        };
    }
}
