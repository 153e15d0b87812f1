package dev.supporters.platform.rpc;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;

import org.eclipse.microprofile.config.spi.ConfigSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * TLS between services by one setting: {@code supporters.tls.directory}, a folder with the certificate of their authority ({@code ca.crt}), by
 * which clients know whom they call, and, unless {@code supporters.tls.server} is false, this service's own ({@code tls.crt}, {@code tls.key}),
 * which is read again each minute. Then nothing is answered without TLS.
 */
public final class TlsSettings implements ConfigSourceFactory {

    static final String DIRECTORY = "supporters.tls.directory";
    static final String SERVER = "supporters.tls.server";

    private static final String NAME = "services";
    private static final Pattern CLIENT =
            Pattern.compile("quarkus\\.grpc\\.clients\\.([^.]+)\\.host");

    /** Below application.properties, so that a service or the environment may say something else. */
    private static final int ORDINAL = 200;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Optional<Path> directory = value(context, DIRECTORY).map(Path::of);
        if (directory.isEmpty()) {
            return List.of();
        }
        Map<String, String> settings = new TreeMap<>();
        String authority = file(directory.get(), "ca.crt");
        for (Iterator<String> names = context.iterateNames(); names.hasNext(); ) {
            Matcher client = CLIENT.matcher(names.next());
            if (client.matches()) {
                String prefix = "quarkus.grpc.clients." + client.group(1);
                settings.put(prefix + ".plain-text", "false");
                settings.put(prefix + ".ssl.trust-store", authority);
            }
        }
        if (value(context, SERVER).map(Boolean::parseBoolean).orElse(true)) {
            String tls = "quarkus.tls." + NAME;
            settings.put(tls + ".key-store.pem.0.cert", file(directory.get(), "tls.crt"));
            settings.put(tls + ".key-store.pem.0.key", file(directory.get(), "tls.key"));
            settings.put(tls + ".reload-period", "1m");
            settings.put("quarkus.http.tls-configuration-name", NAME);
            settings.put("quarkus.http.insecure-requests", "disabled");
            settings.put("quarkus.http.ssl-port", "${quarkus.http.port}");
        }
        return List.of(new PropertiesConfigSource(settings, "TLS between services", ORDINAL));
    }

    private static Optional<String> value(ConfigSourceContext context, String name) {
        return Optional.ofNullable(context.getValue(name))
                .map(ConfigValue::getValue)
                .filter(value -> !value.isBlank());
    }

    private static String file(Path directory, String name) {
        Path file = directory.resolve(name);
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException(
                    "%s: no %s in %s (expected: a file that can be read, in PEM)"
                            .formatted(DIRECTORY, name, directory));
        }
        return file.toString();
    }
}
