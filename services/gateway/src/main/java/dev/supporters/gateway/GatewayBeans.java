package dev.supporters.gateway;

import dev.supporters.gateway.call.CallBook;
import dev.supporters.gateway.call.CallDesk;
import dev.supporters.gateway.call.GeneralDispatch;
import dev.supporters.gateway.live.Live;
import dev.supporters.gateway.numbering.CallNumbers;
import dev.supporters.gateway.numbering.RememberedNumbers;

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

    private static final int REMEMBERED_REQUESTS = 10_000;

    @Produces
    @Singleton
    CallDesk desk(CallBook book, GeneralDispatch general, Clock clock) {
        CallNumbers numbers = new CallNumbers(clock, new SecureRandom());
        return new CallDesk(
                book, general, new RememberedNumbers(numbers, REMEMBERED_REQUESTS), clock);
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
