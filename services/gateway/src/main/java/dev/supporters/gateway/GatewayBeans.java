package dev.supporters.gateway;

import dev.supporters.gateway.call.Assignments;
import dev.supporters.gateway.call.CallBook;
import dev.supporters.gateway.call.CallDesk;
import dev.supporters.gateway.call.GeneralDispatch;
import dev.supporters.gateway.live.Live;
import dev.supporters.gateway.numbering.CallNumbers;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.virtual.threads.VirtualThreads;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ExecutorService;

/** Puts the features together, which know nothing of injection. */
@Dependent
class GatewayBeans {

    @Produces
    @Singleton
    CallDesk desk(CallBook book, Assignments assignments, GeneralDispatch general, Clock clock) {
        return new CallDesk(
                book, assignments, general, new CallNumbers(clock, new SecureRandom()), clock);
    }

    @Produces
    @Singleton
    Live live(
            @VirtualThreads ExecutorService executor, GatewayConfig config, MeterRegistry meters) {
        Live live = new Live(executor, config.subscriptions());
        meters.gauge("supporters_gateway_subscriptions", live, Live::size);
        return live;
    }
}
