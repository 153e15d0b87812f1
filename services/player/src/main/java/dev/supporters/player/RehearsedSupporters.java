package dev.supporters.player;

import dev.supporters.contract.Position;
import dev.supporters.player.client.GraphQlOperation;
import dev.supporters.player.client.GraphQlSubscription.Message;
import dev.supporters.player.client.SystemClients;
import dev.supporters.simulation.SupporterPlan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes every command and does every step at once, until interrupted. */
final class RehearsedSupporter implements PlayedPerson {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final NightSetup setup;
    private final SupporterPlan plan;
    private final SupporterApp app;
    private final Leg leg;

    RehearsedSupporter(
            NightSetup setup, SystemClients clients, String driverId, int number, Position here) {
        this.setup = setup;
        Instant now = setup.clock().now();
        plan =
                new SupporterPlan(
                        number, driverId, driverId, here, here, now, now, List.of(), List.of());
        String token = setup.tokens().token(driverId, "driver");
        app = new SupporterApp(clients, token, plan, setup.night().businessDate().toString());
        leg = Leg.standing(here, now);
    }

    @Override
    public String name() {
        return "rehearsed supporter " + plan.driverId();
    }

    @Override
    public void play() throws InterruptedException {
        app.report(leg, setup.clock().now());
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

    private void take(Optional<Message> message) throws InterruptedException {
        if (message.isEmpty() || message.get() instanceof Message.Connected) {
            app.report(leg, setup.clock().now());
            act(ObservedSlot.of(app.state().data().path("engagement"), setup.clock().now()));
        } else if (message.get() instanceof Message.Data news) {
            act(ObservedSlot.of(news.data().path("commands"), setup.clock().now()));
        }
    }

    private void act(ObservedSlot slot) throws InterruptedException {
        switch (slot.state()) {
            case COMMANDED -> app.accept(slot);
            case ACCEPTED -> app.step(GraphQlOperation.ARRIVE, slot);
            case ARRIVED -> {
                app.destination(slot.callId());
                app.step(GraphQlOperation.PICK_UP, slot);
            }
            case DRIVING -> app.step(GraphQlOperation.COMPLETE, slot);
            case FREE, PAUSED, OFF -> {}
        }
    }
}
