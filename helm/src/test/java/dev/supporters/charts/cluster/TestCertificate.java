package dev.supporters.charts.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A certificate of all functions, signed by an authority of its own, as a Secret in the namespace of the test. */
final class TestCertificate {

    private static final Pattern FUNCTION = Pattern.compile("(?m)^ {2}([a-z][a-z-]*):");
    private static final String PASSWORD = "only-for-this-file";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private TestCertificate() {}

    /** The names by which functions call each other: those of their Services. */
    static List<String> names(String edges, String release) {
        return FUNCTION.matcher(edges)
                .results()
                .map(function -> release + "-" + function.group(1))
                .toList();
    }

    static void create(
            ClusterTestOptions options, ProcessRunner processes, Cluster cluster, String secret)
            throws InterruptedException {
        try {
            Path folder = Files.createTempDirectory("certificate");
            Path keys = folder.resolve("keys.p12");
            String edges = Files.readString(options.chart().resolve("edges.yaml"));
            processes.text(keyPair(keys, "ca", List.of("-ext", "bc:critical=ca:true")));
            String names =
                    names(edges, options.release()).stream()
                            .map(name -> "dns:" + name)
                            .collect(Collectors.joining(","));
            processes.text(keyPair(keys, "tls", List.of("-signer", "ca", "-ext", "san=" + names)));
            write(keys, folder);
            cluster.text(
                    "create",
                    "secret",
                    "generic",
                    secret,
                    "--from-file=" + folder.resolve("ca.crt"),
                    "--from-file=" + folder.resolve("tls.crt"),
                    "--from-file=" + folder.resolve("tls.key"));
            for (String file : List.of("ca.crt", "tls.crt", "tls.key", "keys.p12")) {
                Files.delete(folder.resolve(file));
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> keyPair(Path keys, String alias, List<String> more) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                alias,
                                "-keyalg",
                                "EC",
                                "-groupname",
                                "secp256r1",
                                "-dname",
                                "CN=" + alias,
                                "-validity",
                                "2",
                                "-keystore",
                                keys.toString(),
                                "-storepass",
                                PASSWORD));
        command.addAll(more);
        return command;
    }

    private static void write(Path keys, Path folder) throws IOException {
        try (InputStream file = Files.newInputStream(keys)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(file, PASSWORD.toCharArray());
            Files.writeString(
                    folder.resolve("ca.crt"),
                    pem("CERTIFICATE", store.getCertificate("ca").getEncoded()));
            Files.writeString(
                    folder.resolve("tls.crt"),
                    pem("CERTIFICATE", store.getCertificate("tls").getEncoded()));
            Files.writeString(
                    folder.resolve("tls.key"),
                    pem("PRIVATE KEY", store.getKey("tls", PASSWORD.toCharArray()).getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String what, byte[] encoded) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(what, LINES.encodeToString(encoded), what);
    }
}
