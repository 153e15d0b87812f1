package dev.supporters.stand;

import dev.supporters.embedded.FreePorts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which port of 127.0.0.1 each part has. */
public record StandPorts(
        Map<String, Integer> services, int broker, int store, int issuer, int zipkin) {

    public static final int BROKER = 19092;
    public static final int STORE = 27117;
    public static final int ISSUER = 8191;
    public static final int ZIPKIN = 9411;

    /** The documented ones. */
    public static StandPorts usual() {
        Map<String, Integer> services = new LinkedHashMap<>();
        ServiceSpec.ALL.forEach(spec -> services.put(spec.name(), spec.port()));
        return new StandPorts(services, BROKER, STORE, ISSUER, ZIPKIN);
    }

    /** Free ones, for tests. */
    public static StandPorts free() {
        Map<String, Integer> services = new LinkedHashMap<>();
        ServiceSpec.ALL.forEach(spec -> services.put(spec.name(), FreePorts.take()));
        return new StandPorts(services, 0, FreePorts.take(), FreePorts.take(), FreePorts.take());
    }

    public int of(ServiceSpec spec) {
        return services.get(spec.name());
    }

    /** One line for each port that is in use: for what it is wanted, and which process has it if that can be known. */
    public List<String> taken(List<ServiceSpec> wanted, SpanExport spans) {
        List<String> lines = new ArrayList<>();
        wanted.forEach(spec -> check(of(spec), spec.name(), lines));
        check(broker, "broker", lines);
        if (broker != 0) {
            check(broker + 1, "broker's controller", lines);
        }
        check(store, "store", lines);
        check(issuer, "development issuer", lines);
        if (spans instanceof SpanExport.OwnZipkin) {
            check(zipkin, "Zipkin", lines);
        }
        return lines;
    }

    private static void check(int port, String part, List<String> lines) {
        if (port == 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
        } catch (IOException e) {
            String owner =
                    PortOwner.of(port)
                            .map(who -> "held by " + who)
                            .orElse("its holder cannot be known");
            lines.add("port " + port + " (wanted for " + part + ") is in use: " + owner);
        }
    }
}
