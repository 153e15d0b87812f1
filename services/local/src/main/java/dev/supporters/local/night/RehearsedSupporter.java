package dev.supporters.local.night;

import dev.supporters.simulation.Point;
import dev.supporters.simulation.SupporterPlan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes every command and does every step at once, until interrupted. */
final class RehearsedSupporter implements Actor {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final NightSetup setup;
    private final SupporterPlan plan;
    private final SupporterApp app;
    private final Way way;

    RehearsedSupporter(NightSetup setup, Doors doors, String driverId, int number, Point here) {
        this.setup = setup;
        Instant now = setup.clock().now();
        plan =
                new SupporterPlan(
                        number, driverId, driverId, here, here, now, now, List.of(), List.of());
        String token = setup.tokens().token(driverId, "driver");
        app = new SupporterApp(doors, token, plan, setup.night().businessDate().toString());
        way = Way.standing(here, now);
    }

    @Override
    public String name() {
        return "rehearsed supporter " + plan.driverId();
    }

    @Override
    public void play() throws InterruptedException {
        app.report(way, setup.clock().now());
        if (app.begin(plan.start()).refused()) {
            return;
        }
        app.listen();
        try {
            while (true) {
                take(app.await(LOOK));
            }
        } catch (InterruptedException e) {
            app.end(setup.clock().now());
        } finally {
            app.close();
        }
    }

    private void take(Optional<Inbox> message) throws InterruptedException {
        if (message.isEmpty() || message.get() instanceof Inbox.Connected) {
            app.report(way, setup.clock().now());
            act(Slot.of(app.state().data().path("engagement"), setup.clock().now()));
        } else if (message.get() instanceof Inbox.News news) {
            act(Slot.of(news.data().path("commands"), setup.clock().now()));
        }
    }

    private void act(Slot slot) throws InterruptedException {
        switch (slot.state()) {
            case COMMANDED -> app.accept(slot);
            case ACCEPTED -> app.step(Operation.ARRIVE, slot);
            case ARRIVED -> {
                app.destination(slot.callId());
                app.step(Operation.PICK_UP, slot);
            }
            case DRIVING -> app.step(Operation.COMPLETE, slot);
            case FREE, PAUSED, OFF -> {}
        }
    }
}
