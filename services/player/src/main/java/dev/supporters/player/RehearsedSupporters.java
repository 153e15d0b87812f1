package dev.supporters.player;

import dev.supporters.contract.Position;
import dev.supporters.player.client.GraphQlOperation;
import dev.supporters.player.client.GraphQlSubscription.Message;
import dev.supporters.player.client.SystemClients;
import dev.supporters.simulation.SupporterPlan;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Supporters who relieve each other at one place until interrupted. Each begins a shift, takes every command and does every step at
 * once, rests after the first drive, and goes home after some more.
 */
final class RehearsedSupporters implements PlayedPerson {

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int DRIVES_IN_A_SHIFT = 4;

    private final NightSetup setup;
    private final SystemClients clients;
    private final List<String> driverIds;
    private final Position here;

    RehearsedSupporters(
            NightSetup setup, SystemClients clients, List<String> driverIds, Position here) {
        this.setup = setup;
        this.clients = clients;
        this.driverIds = driverIds;
        this.here = here;
    }

    @Override
    public String name() {
        return "rehearsed supporters " + driverIds.getFirst() + " and following";
    }

    @Override
    public void play() throws InterruptedException {
        for (Iterator<String> following = driverIds.iterator(); following.hasNext(); ) {
            new RehearsedShift(following.next()).play(following.hasNext());
        }
    }

    private SupporterApp app(String driverId) {
        Instant now = now();
        SupporterPlan plan =
                new SupporterPlan(
                        0, driverId, driverId, here, here, now, now, List.of(), List.of());
        String token = setup.tokens().token(driverId, "driver");
        return new SupporterApp(clients, token, plan, setup.night().businessDate().toString());
    }

    private Instant now() {
        return setup.clock().now();
    }

    private final class RehearsedShift {

        private final SupporterApp app;
        private final Leg leg = Leg.standing(here, now());
        private int drives;

        private RehearsedShift(String driverId) {
            app = app(driverId);
        }

        /** Until interrupted, or until the drives are done if somebody else comes then. */
        private void play(boolean relieved) throws InterruptedException {
            app.report(leg, now());
            if (app.begin(here).refused()) {
                return;
            }
            app.listen();
            try {
                while (!relieved || drives < DRIVES_IN_A_SHIFT || engaged()) {
                    take(app.await(LOOK));
                }
                app.end(now());
            } catch (InterruptedException e) {
                app.end(now());
                throw e;
            } finally {
                app.close();
            }
        }

        /** Who rests is commanded no more, and can go home. */
        private boolean engaged() throws InterruptedException {
            return app.rest(now()).refused();
        }

        private void take(Optional<Message> message) throws InterruptedException {
            if (message.isEmpty() || message.get() instanceof Message.Connected) {
                app.report(leg, now());
                act(ObservedSlot.of(app.state().data().path("engagement"), now()));
            } else if (message.get() instanceof Message.Data news) {
                act(ObservedSlot.of(news.data().path("commands"), now()));
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
                case DRIVING -> complete(slot);
                case FREE, PAUSED, OFF -> {}
            }
        }

        private void complete(ObservedSlot slot) throws InterruptedException {
            if (!app.step(GraphQlOperation.COMPLETE, slot).refused()) {
                drives++;
                if (drives == 1) {
                    app.rest(now());
                    app.resume(now());
                }
            }
        }
    }
}
